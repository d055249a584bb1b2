public import CivilTime
public import Diagnostics

/// What the server sees of the world beside its client: the disk and the day.
///
/// Whoever runs the server provides it; a test gives one that lies in memory.
public protocol Surroundings: Sendable {
    /// The files of the registry in a folder, by absolute path, and what could not be read or would be passed over, in words.
    ///
    /// Nothing of either where there is no such folder.
    func registry(in folder: String) -> (files: [SourceFile], troubles: [String])
    /// The bytes of a file as they are on disk now; nothing where there is no such file.
    func file(at path: String) -> [UInt8]?
    /// Which day it is in China, for the age of facts.
    func today() -> CivilDate
}
