import CityRegistry
import CivilTime
import Diagnostics
import Glibc
import SourceTree

/// A registry's files as git keeps them.
struct GitRegistry {
    private let folder: String
    private let name: String

    /// The registry in a folder of a work tree.
    init(_ registry: String) {
        let path = registry.count > 1 && registry.hasSuffix("/") ? String(registry.dropLast()) : registry
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        self.folder = parts.count > 1 ? (parent.isEmpty ? "/" : parent) : "."
        self.name = parts.last.map(String.init) ?? path
    }

    /// The files at a commit, under the paths they have in the work tree.
    func catalog(at reference: String) throws -> SourceCatalog {
        let missing = Failure.couldNot("there is no registry \(name) at \(Echo.safe(reference))")
        let listed = try output(of: ["git", "-C", folder, "ls-tree", "--name-only", reference, "--", name])
        guard !listed.isEmpty else { throw missing }
        let files = try archive(of: [name], at: reference)
        guard !files.isEmpty else { throw missing }
        return SourceCatalog(files)
    }

    /// Some files at a commit, which must be there.
    func files(at commit: String, _ paths: [String]) throws -> [SourceFile] {
        paths.isEmpty ? [] : try archive(of: paths.map { String($0.dropFirst(prefix.count)) }, at: commit)
    }

    private var prefix: String { folder == "." ? "" : folder == "/" ? "/" : folder + "/" }

    private func archive(of names: [String], at reference: String) throws -> [SourceFile] {
        let archive = try output(
            of: ["git", "-C", folder, "--literal-pathspecs", "archive", "--format=tar", reference, "--"] + names
        )
        return try TapeArchive(archive).files.filter { $0.path.hasSuffix(".yaml") }
            .map { SourceFile(path: prefix + $0.path, bytes: $0.bytes) }
    }

    /// What a reference means, checked: the id of a commit.
    func commit(_ reference: String) throws -> String {
        guard
            try !output(of: ["git", "-C", folder, "rev-parse", "--is-inside-work-tree"], orFail: Self.outside(folder))
                .isEmpty
        else { throw Self.outside(folder) }
        let unknown = Failure.couldNot(
            "git knows no commit '\(Echo.safe(reference))': see 'git branch --all' and 'git tag'; "
                + "in CI, fetch the whole history"
        )
        let id = try output(
            of: ["git", "-C", folder, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"],
            orFail: unknown
        )
        return String(decoding: id.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// The day on which a commit was made, in China.
    func day(of commit: String) throws -> CivilDate {
        let bytes = try output(of: ["git", "-C", folder, "show", "--no-patch", "--format=%ct", commit])
        let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        guard let seconds = Int64(text), let day = CivilDate.inShanghai(unixSeconds: seconds) else {
            throw Failure.couldNot("git gives no day for \(commit): name the day with --as-of")
        }
        return day
    }

    /// The registry's files that came, went or are different in the work tree, and those of them that a commit has.
    func changes(since commit: String) throws -> (paths: Set<String>, earlier: Set<String>) {
        let git = ["git", "-C", folder, "--literal-pathspecs"]
        let tracked = try output(
            of: git + [
                "diff", "--name-status", "-z", "--no-renames", "--relative", "--no-ext-diff", commit, "--", name,
            ]
        )
        let untracked = try output(of: git + ["ls-files", "--others", "-z", "--", name])
        var (paths, earlier): (Set<String>, Set<String>) = ([], [])
        let words = Self.words(tracked)
        for (status, path) in zip(words, words.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element)
        where path.hasSuffix(".yaml") {
            paths.insert(prefix + path)
            if status != "A" { earlier.insert(prefix + path) }
        }
        for path in Self.words(untracked) where path.hasSuffix(".yaml") { paths.insert(prefix + path) }
        return (paths, earlier)
    }

    private static func outside(_ folder: String) -> Failure {
        .couldNot(
            "\(folder) is in no work tree of git, and there is nothing to compare with: leave out --against and --changed"
        )
    }

    private static func words(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What git writes to its standard output; should it fail, what it says is left out and `failure` is thrown.
    private func output(of arguments: [String], orFail failure: Failure) throws -> [UInt8] {
        do {
            return try output(of: arguments, isQuiet: true)
        } catch is Failure {
            throw failure
        }
    }

    /// What a program writes to its standard output.
    private func output(of arguments: [String], isQuiet: Bool = false) throws -> [UInt8] {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure.couldNot("cannot run git: \(systemReason)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        if isQuiet { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let result = posix_spawnp(&process, "git", &actions, nil, &words, environ)
        close(ends[1])
        guard result == 0 else {
            throw Failure.couldNot(
                "cannot run git: \(String(cString: strerror(result))); install it, or compare folders"
            )
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(ends[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // git has said on standard error what is the matter.
        guard status == 0 else {
            throw Failure.couldNot("git could not give the registry: name a commit that has it, such as git:HEAD")
        }
        return bytes
    }
}

/// The plain files of a tape archive (POSIX.1-1988 ustar), as `git archive` writes it.
struct TapeArchive {
    /// The files with their paths.
    let files: [(path: String, bytes: [UInt8])]

    init(_ bytes: [UInt8]) throws {
        let block = 512
        var files: [(path: String, bytes: [UInt8])] = []
        var position = 0
        while position + block <= bytes.count, bytes[position] != 0 {
            let header = bytes[position..<position + block]
            guard let size = Self.octal(header.dropFirst(124).prefix(12)), position + block + size <= bytes.count else {
                throw Failure.couldNot("what git gave is no archive that this program can read")
            }
            let kind = header[position + 156]
            if kind == UInt8(ascii: "0") || kind == 0 {
                let name = Self.text(header.prefix(100))
                let prefix = Self.text(header.dropFirst(345).prefix(155))
                let start = position + block
                files.append((prefix.isEmpty ? name : "\(prefix)/\(name)", Array(bytes[start..<start + size])))
            }
            position += block + (size + block - 1) / block * block
        }
        self.files = files
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        Int(text(field).filter { $0 != " " }, radix: 8)
    }
}
