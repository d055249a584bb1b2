import Foundation

/// A command that takes part in a comparison, run as a whole process.
struct Contestant {
    /// Who it is, in the tables.
    let name: String
    /// The program's path, then its arguments.
    let command: [String]
    /// Where it runs; where this program runs, unless said.
    var folder: URL?
    /// What it reads on standard input.
    var input: URL?
    /// A folder that is removed before each run, so that each run writes the same.
    var output: URL?
    /// Whether it is so slow that three runs are enough.
    var isSlow = false
    /// What it is held to, beside `visafee validate` or for itself.
    var budget: Budget?

    /// The same command in a folder.
    func running(in folder: URL) -> Contestant {
        var moved = self
        moved.folder = folder
        return moved
    }
}
