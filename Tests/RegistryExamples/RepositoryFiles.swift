public import Diagnostics
public import Foundation

/// The files of the repository that tests read.
public enum RepositoryFiles {
    /// The repository's folder.
    public static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// All registry files below a folder, with paths relative to it.
    public static func registry(_ folder: String) throws -> SourceCatalog {
        let base = root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return SourceCatalog(
            try names.filter { $0.hasSuffix(".yaml") }.map { name in
                SourceFile(path: name, bytes: Array(try Data(contentsOf: base.appending(path: name))))
            }
        )
    }

    /// The names of the files in a folder, without their ending.
    public static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
    }
}
