import CivilTime
import ConfigGenerator
import Foundation
import PaymentEngine
import ServiceConfig
import TestSupport
import Testing
import Vocabulary

/// The goldens are what the fictional registry generates. After a change that is meant, write them anew:
/// `visafee generate Tests/Fixtures/fictional --output Tests/ConfigGeneratorTests/Goldens`
struct GoldenTests {
    private static let folder = TestFiles.package + "/Tests/ConfigGeneratorTests/Goldens"

    private static func goldens() throws -> [String: [UInt8]] {
        try Dictionary(
            uniqueKeysWithValues: TestFiles.paths(below: folder).map { ($0, try TestFiles.bytes("\(folder)/\($0)")) }
        )
    }

    @Test func `the fictional registry generates the goldens, byte for byte`() throws {
        let goldens = try Self.goldens()
        let content = try TestRegistry.fictional.generated(TestRegistry.fictional.validated())
        #expect(content.paths == goldens.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for path in content.paths {
            #expect(content.files[path] == goldens[path], "\(path) differs")
        }
    }

    @Test func `the engine loads every golden and answers from it`() throws {
        let content = try LoadedContent(files: Self.goldens(), sha256)
        let engine = Engine(content)
        let cities = content.index().entries.filter { $0.config != nil }
        #expect(cities.map(\.place.slug) == ["dalian", "wuxi", "ningbo", "sanya"])
        for entry in cities {
            let config = try #require(try engine.city(entry.place.slug))
            #expect(config.firstDisagreement() == nil)
            #expect(config.selfTest.count * config.fees.leaves.count > 100)
        }
    }
}

struct GeneratorTests {
    @Test(arguments: [TestRegistry.real, TestRegistry.fictional])
    func `generating twice gives the same bytes`(registry: TestRegistry) throws {
        let first = try registry.generated(registry.validated())
        let second = try registry.generated(registry.validated())
        #expect(first.files == second.files)
    }

    @Test func `every division of China has an entry, and the unknown ones say so`() throws {
        let registry = TestRegistry.real
        let content = try LoadedContent(files: registry.generated(registry.validated()).files, sha256)
        let entries = content.index().entries
        #expect(entries.count == 369)
        #expect(entries.count { $0.config != nil } == 18)
        let lhasa = try #require(entries.first { $0.place.slug == "lhasa" })
        #expect(lhasa.homePayment == .init(.unknown))
        let guangzhou = try #require(entries.first { $0.place.slug == "guangzhou" })
        #expect(guangzhou.homePayment == .init(.offered))
        #expect(guangzhou.aliases.contains("Canton"))
    }

    @Test func `a comment changes the registry's digest and no config`() throws {
        let plain = try TestRegistry.fictional.generated(TestRegistry.fictional.validated())
        let commented = try TestRegistry.fictional.generated(TestRegistry.fictional.validated(addingComment: true))
        for path in plain.paths where path != FileList.Kind.content.fileName {
            #expect(plain.files[path] == commented.files[path])
        }
        #expect(plain.files[FileList.Kind.content.fileName] != commented.files[FileList.Kind.content.fileName])
    }
}
