import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

struct CityTests {
    @Test func `two files for one city are shown together`() throws {
        var registry = try ExampleRegistry()
        let text = try #require(registry.texts["exampleton.yaml"])
        registry.write("old/exampleton.yaml", text)
        let found = try registry.findings(of: CityIsUnique.rule)
        #expect(found.map { $0.message.text(in: .english) } == ["the city 'exampleton' has two files"])
        #expect(found.map { registry.catalog[$0.range.file].path } == ["old/exampleton.yaml"])
        #expect(found.first?.notes.first?.range.map { registry.catalog[$0.file].path } == "exampleton.yaml")
    }

    @Test func `two slugs for one division are shown together`() throws {
        var registry = try ExampleRegistry()
        let text = try #require(registry.texts["exampleton.yaml"])
        registry.write("exampletown.yaml", text.replacing("city: exampleton", with: "city: exampletown"))
        let found = try registry.findings().filter { $0.severity == .error }
        #expect(
            found.map { $0.message.text(in: .english) } == [
                "'exampletown' is not the slug of division 990100, which is 'exampleton'",
                "division 990100 has two files",
            ]
        )
    }

    @Test func `a file with another city's name is told which of the three words is wrong`() throws {
        var registry = try ExampleRegistry()
        let text = try #require(registry.texts["exampleton.yaml"])
        // The file is named so, the code says so: the slug is wrong.
        registry.write("exampleton.yaml", text.replacing("city: exampleton", with: "city: exampletown"))
        let slug = try #require(try registry.findings(of: FileNameIsSlug.rule).first)
        #expect(slug.help?.text(in: .english) == "write 'exampleton', the slug of division 990100")
        // Slug and code agree: the file's name is wrong.
        registry.write("exampleton.yaml", nil)
        registry.write("exampletown.yaml", text)
        let name = try #require(try registry.findings(of: FileNameIsSlug.rule).first)
        #expect(name.help?.text(in: .english) == "rename the file to 'exampleton.yaml', or correct the slug")
        #expect(try registry.findings(of: SlugIsDivisions.rule) == [])
    }

    @Test func `a schedule's file is named after the schedule`() throws {
        var registry = try ExampleRegistry()
        registry.write("fees/nation.yaml", registry.texts["fees/national.yaml"])
        registry.write("fees/national.yaml", nil)
        let found = try registry.findings(of: FileNameIsSlug.rule)
        #expect(
            found.map { $0.message.text(in: .english) } == [
                "this file is called 'nation', and the schedule in it 'national'"
            ]
        )
    }

    @Test func `an unknown code is answered with the code of the city`() throws {
        let registry = try ExampleRegistry(city: #"division: "990101""#)
        let found = try #require(try registry.findings(of: DivisionIsKnown.rule).first)
        #expect(found.message.text(in: .english) == "no division has the code '990101'")
        #expect(found.help?.text(in: .english) == "990100 is Exampleton, Fiction")
    }

    @Test(
        arguments: [
            ("Bureau of Exampleton and Othertown", false), ("Bureau of Othertown", true),
            ("Othertownship Bureau", false),
            ("OTHERTOWN BUREAU", true), ("Bureau", false), ("Other'town Bureau", true),
        ]
    )
    func `a bureau may name other places only beside its own`(name: String, isRefused: Bool) throws {
        let registry = try ExampleRegistry(
            city: "bureau: {name: {en: \"\(name)\"}, source: notice, confidence: high, phones: {number: \"110\"}}"
        )
        #expect(try registry.findings(of: BureauNameIsItsCitys.rule).isEmpty != isRefused)
    }
}
