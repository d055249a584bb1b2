import CityRegistry
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
        let archive = try output(of: ["git", "-C", folder, "archive", "--format=tar", reference, "--", name])
        let prefix = folder == "." ? "" : folder + "/"
        let files = try TapeArchive(archive).files.filter { $0.path.hasSuffix(".yaml") }
            .map { SourceFile(path: prefix + $0.path, bytes: $0.bytes) }
        guard !files.isEmpty else { throw Failure.couldNot("there is no registry \(name) at \(Echo.safe(reference))") }
        return SourceCatalog(files)
    }

    /// What a program writes to its standard output.
    private func output(of arguments: [String]) throws -> [UInt8] {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure.couldNot("cannot run git: \(systemReason)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
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
