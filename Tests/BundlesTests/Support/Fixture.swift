import Bundles
import CivilTime
import Crypto
import FictionalCities
import ServiceConfig
import Vocabulary

/// SHA-256 by a library of its own.
let sha256: SHA256Function = { ServiceConfig.Digest(bytes: SHA256.hash(data: $0)) }

/// Keys, rings and releases of nobody and nowhere.
enum Fixture {
    /// A moment, by its digits.
    static func moment(_ text: String) -> Instant {
        guard let moment = Instant(text + "+08:00") else { preconditionFailure("'\(text)' is no moment") }
        return moment
    }

    /// The moment most tests play at.
    static let now = moment("2030-02-01T09:00:00")

    /// So many seconds after ``now``.
    static func later(_ seconds: Int64) -> Instant {
        guard let moment = now.adding(seconds: seconds) else { preconditionFailure("\(seconds) is too late") }
        return moment
    }

    /// A key made of one byte, which nobody in the world should trust.
    static func key(_ name: String, _ byte: UInt8) -> SigningKey {
        guard let key = SigningKey(name: name, privateKey: [UInt8](repeating: byte, count: 32)) else {
            preconditionFailure("32 bytes are a key")
        }
        return key
    }

    static let alice = key("alice", 1)
    static let bob = key("bob", 2)
    static let carol = key("carol", 3)
    static let stranger = key("stranger", 9)

    /// The key for a role until the end of 2030.
    static func trusted(
        _ key: SigningKey,
        _ roles: Set<KeyRole> = Set(KeyRole.allCases),
        from: String = "2030-01-01T00:00:00",
        until: String = "2031-01-01T00:00:00"
    ) -> TrustedKey {
        TrustedKey(key, roles: roles, from: moment(from), until: moment(until))
    }

    /// A ring of these keys.
    static func ring(_ keys: [TrustedKey], number: Int = 1, release: Int = 1, changes: Int = 1) -> KeyRing {
        guard let ring = KeyRing(number: number, keys: keys, releaseThreshold: release, keysThreshold: changes) else {
            preconditionFailure("these keys are no ring")
        }
        return ring
    }

    /// Alice may do everything alone.
    static let alone = ring([trusted(alice)])
    /// Alice and Bob must both sign.
    static let both = ring([trusted(alice), trusted(bob)], release: 2)

    /// A place of its own for each number.
    static func place(_ slug: String, _ number: Int) -> Place {
        Place(
            slug: slug,
            division: number < 10 ? "00010\(number)" : "0001\(number)",
            name: LocalizedText("Mistport \(number)", "雾港\(number)"),
            provinceCode: "000000",
            province: LocalizedText("Nowhere", "乌有省")
        )
    }

    /// A city without anything, under another name.
    static func bareCity(_ slug: String, _ number: Int) -> CityConfig {
        var config = FictionalCity.bare
        config.place = place(slug, number)
        return config
    }

    /// The city with everything, in which the account is always at a stage.
    static func city(at stage: RolloutStage) -> CityConfig {
        var config = FictionalCity.full
        config.rollouts[0].stage = Timeline(stage)
        return config
    }

    /// The generated files for these cities.
    static func files(_ cities: [CityConfig]) -> [String: [UInt8]] {
        FictionalCity.content(cities, sha256)
    }

    /// A signed release of these files.
    static func release(
        _ number: Int = 1,
        of files: [String: [UInt8]],
        by keys: [SigningKey] = [alice],
        change: (inout Release) -> Void = { _ in }
    ) throws -> [String: [UInt8]] {
        let list = try FileList(.content, loading: files["content.json"] ?? [], sha256)
        var release = Release(
            number: number,
            published: now,
            notBefore: now,
            expires: later(30 * 86_400),
            content: list,
            replaces: number > 1 ? number - 1 : nil
        )
        change(&release)
        let envelope = keys.reduce(Signed<Release>(release)) { $0.signed(by: $1) }
        var files = files
        files[Release.fileName] = envelope.canonicalBytes
        return files
    }

    /// Why files are no release; nothing where they are one.
    static func refusal(
        of files: [String: [UInt8]],
        trusting ring: KeyRing = alone,
        at now: Instant = now,
        after horizon: ReleaseHorizon? = nil,
        contract: Int = Release.engineContract
    ) -> ReleaseRefusal? {
        do throws(ReleaseRefusal) {
            _ = try VerifiedRelease(files: files, trusting: ring, at: now, after: horizon, contract: contract)
            return nil
        } catch {
            return error
        }
    }
}
