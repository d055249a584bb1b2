import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct PhoneTests {
    private func findings(_ number: String) throws -> [String] {
        let registry = try ExampleRegistry(
            city: """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "\(number)"}
                """
        )
        return try registry.findings(of: PhonesAreDiallable.rule).map { $0.message.text(in: .english) }
    }

    @Test(
        arguments: [
            "010-84015292", "021-1234567", "0755-84465490", "0990-1234567", "0756-12367", "010-12367", "12367",
            "96897", "400-123-4567", "110",
        ]
    )
    func `numbers that sources give are accepted`(number: String) throws {
        #expect(try findings(number) == [])
    }

    @Test(
        arguments: [
            "84015292", "0755-8446549012", "0755-844654", "755-84465490", "0755 84465490", "075584465490",
            "+86-755-84465490", "123456", "1234", "210", "500-123-4567", "0755-84465490-1", "0755-", "-",
            "0755—84465490",
            "０755-84465490",
        ]
    )
    func `numbers that nobody can dial are refused`(number: String) throws {
        let registry = try ExampleRegistry(
            city: "bureau: {source: notice, confidence: high, phones: {number: \"\(number)\"}}"
        )
        #expect(try !registry.findings().filter { $0.severity == .error }.isEmpty)
    }

    @Test func `the hotline is a phone number like any other`() throws {
        var registry = try ExampleRegistry()
        registry.lay(
            .init(
                in: .registry,
                """
                hotline:
                  number: "1236"
                  name: {en: hotline, zh: 热线}
                  languages: [zh, en]
                  hours: around-the-clock
                  source: notice
                  confidence: high
                """
            )
        )
        #expect(try registry.findings(of: PhonesAreDiallable.rule).count == 1)
    }
}
