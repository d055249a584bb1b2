import CityRegistry
import CivilTime
import Diagnostics
import LanguageServer
import Synchronization

/// A disk that lies in memory, and a day that never passes.
final class MemoryDisk: Surroundings {
    private let files: Mutex<[String: [UInt8]]>
    private let day: CivilDate

    init(_ files: [SourceFile], in folder: String, day: CivilDate) {
        self.files = Mutex(Dictionary(uniqueKeysWithValues: files.map { ("\(folder)/\($0.path)", $0.bytes) }))
        self.day = day
    }

    /// Writes a file, or deletes it.
    func write(_ path: String, _ text: String?) {
        files.withLock { $0[path] = text.map { Array($0.utf8) } }
    }

    /// The text of a file.
    func text(_ path: String) -> String {
        String(decoding: file(at: path) ?? [], as: UTF8.self)
    }

    func registry(in folder: String) -> (files: [SourceFile], troubles: [String]) {
        files.withLock { files in
            let here = files.filter { RegistryFile.home(of: $0.key) == folder }
            let read = here.filter { $0.key.hasSuffix(".yaml") }.map { SourceFile(path: $0.key, bytes: $0.value) }
            return (read, here.keys.filter { $0.hasSuffix(".yml") }.map { "\($0) would be passed over" })
        }
    }

    func file(at path: String) -> [UInt8]? {
        files.withLock { $0[path] }
    }

    func today() -> CivilDate { day }
}
