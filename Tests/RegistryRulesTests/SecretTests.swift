import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct SecretTests {
    /// Texts in comments, each with the secret in it.
    private static let secrets = [
        "key 0123456789abcdef0123456789ABCDEF here": "0123456789abcdef0123456789ABCDEF",
        "\"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6\"": "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6",
        "密钥a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6。": "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6",
        "keys/a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6": "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6",
        "电话13900000000": "13900000000",
        "(139 0000 0000)": "139 0000 0000",
        "139-0000-0000,": "139-0000-0000",
        "1390 000 0000": "1390 000 0000",
        "+8613900000000": "8613900000000",
        "0086 13900000000": "13900000000",
        "+86-139-0000-0000": "139-0000-0000",
        "86-13900000000": "13900000000",
        "room 3 13900000000": "13900000000",
    ]

    private static let harmless = [
        "example.test/new/78e1aa076f1e2058a9f9bd1c8b4eeb00",
        "https://example.test/new/78e1aa076f1e2058a9f9bd1c8b4eeb00.html",
        "\"example.test:8080/a?id=78e1aa076f1e2058a9f9bd1c8b4eeb00\"",
        "(example.test/78e1aa076f1e2058a9f9bd1c8b4eeb00)",
        "01234567890123456789012345678901",
        "abcdefghijklmnopqrstuvwxyzabcdef",
        "78e1aa076f1e2058a9f9bd1c8b4eeb0",
        "78e1aa076f1e2058a9f9bd1c8b4eeb000",
        "example.test/t13900000000.html",
        "https://example.test/13900000000",
        "post_13900000000",
        "c13900000000",
        "139000000001",
        "12900000000",
        "0755-13900000000",
        "0755-84465490",
        "2026-11-23 2026-11-24",
        "139-0000-0000-1",
        "400-123-4567",
        "160 235 425 635",
    ]

    private func findings(_ comment: String) throws -> (registry: ExampleRegistry, found: [Diagnostic]) {
        let registry = try ExampleRegistry(city: "# \(comment)\nrollout: {}")
        return (registry, try registry.findings(of: SecretsAreKeptOut.rule))
    }

    @Test(arguments: secrets.keys.sorted())
    func `a secret is found, marked as private and not repeated`(comment: String) throws {
        let (registry, found) = try findings(comment)
        let secret = try #require(Self.secrets[comment])
        #expect(found.map { registry.catalog.text(of: $0.range) } == [secret])
        #expect(found.allSatisfy { $0.isRedacted })
        for text in found.flatMap(\.texts).flatMap({ text in Language.allCases.compactMap { text[$0] } }) {
            #expect(!text.contains(secret))
        }
        let report = Report(try registry.findings(), in: registry.catalog)
        for format in ReportFormat.allCases { #expect(!format.render(report, of: .ofExamples).contains(secret)) }
    }

    @Test(arguments: secrets.keys.sorted())
    func `a secret in the comment that lets a finding stand is not shown in any report`(comment: String) throws {
        let secret = try #require(Self.secrets[comment])
        for reason in [comment, "it is used with \(comment)"] {
            let allowance = "# visafee: allow unused-source until 2027-03-01, because \(reason)"
            let registry = try ExampleRegistry(
                city: """
                    sources:
                      notice: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
                      leftover: {kind: guide, address: example.test/leftover, retrieved: 2025-12-01} \(allowance)
                    """
            )
            let report = Report(try registry.findings(), in: registry.catalog)
            for format in ReportFormat.allCases { #expect(!format.render(report, of: .ofExamples).contains(secret)) }
        }
    }

    @Test(arguments: harmless)
    func `addresses, dates, landlines and other numbers are left alone`(comment: String) throws {
        #expect(try findings(comment).found == [])
    }

    /// Values of a city's file, each with what it stands for.
    @Test(
        arguments: [
            (#""\x5ax9Kq2Lm4Np6Rs8Tu0Vw1Xy3Za5Bc7Dd""#, "Zx9Kq2Lm4Np6Rs8Tu0Vw1Xy3Za5Bc7Dd"),
            (#""call \x31\x338 1234 5678""#, "138 1234 5678"),
            (#""\u0031390000\u0030000""#, "13900000000"),
            ("\"at night 139\n      0000 0000\"", "139 0000 0000"),
        ]
    )
    func `a secret written with escapes is found, and neither its text nor its escapes are shown`(
        written: String,
        secret: String
    ) throws {
        let places = [
            "receipt: {name: \(written), format: unknown}", "rollout:\n  \(written): {stage: live}",
            "channels: {\(written): 1, \(written): 2}",
            "bureau: {phones: {number: \(written), source: notice, confidence: high}}",
            "fees: {schedule: \(written)}",
        ]
        for place in places {
            let registry = try ExampleRegistry(city: place)
            let found = try registry.findings(of: SecretsAreKeptOut.rule)
            #expect(!found.isEmpty && found.allSatisfy { $0.isRedacted }, "\(place)")
            #expect(found.allSatisfy { registry.catalog.text(of: $0.range) == written }, "\(place)")
            let report = Report(try registry.findings(), in: registry.catalog)
            for text in ReportFormat.allCases.map({ $0.render(report, of: .ofExamples) }) {
                #expect(!text.contains(secret), "\(text)")
                #expect(!text.contains(written.dropFirst().dropLast()), "\(text)")
            }
        }
    }

    @Test func `a secret that stands in a block as it is, is one finding`() throws {
        let registry = try ExampleRegistry(
            city: "receipt: {name: unknown, format: unknown}\nrollout: |\n  13900000000\n"
        )
        let found = try registry.findings(of: SecretsAreKeptOut.rule)
        #expect(found.map { registry.catalog.text(of: $0.range) } == ["13900000000"])
    }

    @Test func `a key is found whole, in a file that is no YAML at all, and to its end`() throws {
        let text = "{{{ -----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY----- }}}"
        var registry = try ExampleRegistry()
        registry.write("exampleton.yaml", text)
        let found = try registry.findings(of: SecretsAreKeptOut.rule)
        #expect(
            found.map { registry.catalog.text(of: $0.range) } == [
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
            ]
        )
        registry.write("exampleton.yaml", "# -----BEGIN CERTIFICATE-----\n# AAAA\n")
        let unfinished = try registry.findings(of: SecretsAreKeptOut.rule)
        #expect(unfinished.map { registry.catalog.text(of: $0.range).hasSuffix("AAAA\n") } == [true])
    }
}

extension ReportedRun {
    /// A run over the registry under the examples, without the texts of rules: these have secrets of their own, made up.
    static let ofExamples = ReportedRun(version: "1.0.0", rules: [], exitCode: 1)
}
