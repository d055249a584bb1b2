/// Where releases are kept: a folder, or a database one day.
///
/// A release is there whole or not at all, once there it never changes but for further signatures on one that is not in
/// use yet, and which one is in use changes in one step.
public protocol ReleaseStore: Sendable {
    /// The number of the release in use; nothing before the first.
    func current() throws(StoreFault) -> Int?
    /// The numbers of all releases, ascending, those that still lack signatures among them.
    func numbers() throws(StoreFault) -> [Int]
    /// A release's files, `release.json` among them.
    func files(of number: Int) throws(StoreFault) -> [String: [UInt8]]
    /// A release's `release.json`.
    func envelope(of number: Int) throws(StoreFault) -> [UInt8]
    /// Keeps a release; of two that come with the same number, only one succeeds.
    func add(_ files: [String: [UInt8]], as number: Int) throws(StoreFault)
    /// Exchanges the envelope of a release that is not in use, if it still is `old`.
    func replaceEnvelope(of number: Int, _ old: [UInt8], with new: [UInt8]) throws(StoreFault)
    /// Takes a release into use, if `previous` still is the one in use.
    func makeCurrent(_ number: Int, insteadOf previous: Int?) throws(StoreFault)
    /// A key ring by its number; nothing where there is none.
    func keyRing(_ number: Int) throws(StoreFault) -> [UInt8]?
    /// Keeps a key ring; of two that come with the same number, only one succeeds.
    func addKeyRing(_ bytes: [UInt8], as number: Int) throws(StoreFault)
}
