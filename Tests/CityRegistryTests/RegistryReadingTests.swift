import CityRegistry
import Diagnostics
import Testing
import Vocabulary

struct RegistryReadingTests {
    @Test func `the kind of a file follows from its name and folder`() {
        let kinds = ["cities/registry.yaml", "calendar.yaml", "cities/fees/national.yaml", "cities/registry-city.yaml"]
            .map { "\(RegistryFile(path: $0))" }
        #expect(kinds == ["settings", "calendar", "schedule", "city"])
    }

    @Test func `an account, an app and a site are told apart`() throws {
        let city = try ExampleFile.city(
            """
            bureau:
              source: notice
              confidence: high
              online:
                - {account: {id: unknown, name: {zh: 示例}}, for: booking}
                - {app: {name: {en: Example}}, for: [booking]}
                - {site: example.test, for: unknown}
            """
        )
        let online = try #require(city.bureau.value?.online)
        #expect(online.count == 3)
        guard case .account(let account) = online[0].place, case .app(let app) = online[1].place,
            case .site(let site) = online[2].place
        else {
            Issue.record("\(online)")
            return
        }
        #expect(account.id.value == nil && account.name?.value.chinese == "示例")
        #expect(app.value.english == "Example")
        #expect(site.value == "example.test")
        #expect(online[2].uses.value == nil)
    }

    @Test func `what nobody knows is unknown, and what nobody says is left out`() throws {
        let city = try ExampleFile.city("bureau: {phones: unknown}\nreceipt: {name: unknown, format: unknown}")
        guard case .known(let bureau) = city.bureau, case .unknown = bureau.phones else {
            Issue.record("the phones are not unknown")
            return
        }
        #expect(bureau.hours == nil)
        #expect(city.receipt.format.value == nil)
    }

    @Test func `the length of a receipt number may be a range, and never an empty one`() throws {
        let city = try ExampleFile.city(
            "receipt: {name: unknown, format: {length: 8, at-most: 12, alphabet: digits}, source: notice, confidence: high}"
        )
        #expect(city.receipt.format.value?.value.length == 8...12)
        let wrong = try ExampleFile(
            RuleExample("receipt: {name: unknown, format: {length: 12, at-most: 8, alphabet: digits}}")
        )
        #expect(
            wrong.reading.diagnostics.map { $0.message.text(in: .english) } == ["'at-most' 8 is less than 'length' 12"]
        )
    }

    @Test func `a flawed file is remembered as one`() throws {
        let good = try ExampleFile(RuleExample("fees: {schedule: national}"))
        let bad = try ExampleFile(RuleExample("fees: {shedule: national}"))
        let catalog = SourceCatalog([
            SourceFile(path: "a.yaml", bytes: Array(good.text.utf8)),
            SourceFile(path: "b.yaml", bytes: Array(bad.text.utf8)),
        ])
        let registry = Registry(catalog: catalog, readings: catalog.ids.map { FileReading(catalog[$0], as: $0) })
        #expect(registry.flawedFiles == [catalog.ids[1]])
    }
}
