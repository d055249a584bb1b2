/// What a publication goes on from: the release in use, or the newest one before it that is whole.
public struct PublicationBasis: Sendable {
    /// The number of the release in use; nothing before the first.
    public let inUse: Int?
    /// The newest release that is whole; nothing where there is none.
    public let envelope: Signed<Release>?
    /// Its files, without `release.json`.
    public let files: [String: [UInt8]]?
    /// Why it is not the one in use, in words; nothing where it is.
    public let damage: String?
}

extension Publisher {
    /// Finds what a publication goes on from.
    ///
    /// Damage to the release in use must not keep anybody from putting a whole one in its place. Stops that only a damaged
    /// release opened again hold anew: what cannot be read opens nothing.
    public func basis() throws(StoreFault) -> PublicationBasis {
        let numbers = try store.numbers()
        let current: Int?
        do throws(StoreFault) {
            current = try store.current()
        } catch {
            // A store that is not there yet has nothing in use.
            guard numbers.isEmpty else { throw error }
            current = nil
        }
        guard let current else { return PublicationBasis(inUse: nil, envelope: nil, files: nil, damage: nil) }
        var damage: String?
        for number in [current] + numbers.filter({ $0 < current }).reversed() {
            do {
                var files = try store.files(of: number)
                let verified = try VerifiedEnvelope(kept: files, trusting: earlier + [ring])
                guard verified.release.number == number else {
                    throw ReleaseRefusal(.contentDiffers, "release \(number) calls itself \(verified.release.number)")
                }
                try verified.check(files)
                files[Release.fileName] = nil
                return PublicationBasis(inUse: current, envelope: verified.envelope, files: files, damage: damage)
            } catch let refusal as ReleaseRefusal {
                damage = damage ?? refusal.explanation
            } catch let fault as StoreFault {
                damage = damage ?? fault.explanation
            } catch {
                damage = damage ?? "\(error)"
            }
        }
        return PublicationBasis(inUse: current, envelope: nil, files: nil, damage: damage)
    }
}
