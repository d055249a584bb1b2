import Divisions
import Testing
import Vocabulary

struct NationalityTests {
    private let table = NationalityTable.embedded
    private let finder = NationalityFinder.embedded

    private func code(_ text: String) -> String? {
        guard case .one(let nationality) = finder.match(text) else { return nil }
        return nationality.code.description
    }

    private func codes(_ match: NationalityMatch) -> [String] {
        switch match {
        case .one(let nationality): [nationality.code.description]
        case .several(let nationalities), .none(let nationalities): nationalities.map(\.code.description)
        }
    }

    // MARK: Codes

    @Test func `a code is exactly three capital letters and is written as it was read`() {
        #expect(NationalityCode("FRA")?.description == "FRA")
        #expect(NationalityCode(utf8: [0x58, 0x58, 0x41])?.description == "XXA")
        for text in ["", "FR", "FRAN", "fra", "FR1", "ＦＲＡ", "F A", "法国人"] {
            #expect(NationalityCode(text) == nil, "\(text)")
        }
    }

    @Test func `codes are in the order of the alphabet`() {
        let texts = table.codes.map(\.description)
        #expect(texts == texts.sorted())
        #expect(Set(texts).count == 264)
    }

    // MARK: Table

    @Test func `every nationality is found by its code`() {
        for nationality in table.all { #expect(table[nationality.code] == nationality) }
        #expect(NationalityCode("ZZZ").flatMap { table[$0] } == nil)
        #expect(NationalityCode("AAA").flatMap { table[$0] } == nil)
    }

    @Test func `a name is given in the languages that have one`() throws {
        let france = try #require(NationalityCode("FRA").flatMap { table[$0] })
        #expect(table.languages == ["en", "zh-Hans", "fr", "ru", "ar", "ko", "ja", "es"])
        #expect(france.name(in: "zh-Hans") == "法国")
        #expect(france.name(in: "de") == nil)
        let resident = try #require(NationalityCode("UNK").flatMap { table[$0] })
        #expect(resident.englishName == "Kosovo resident, UN interim administration")
        #expect(resident.name(in: "fr") == nil)
        #expect(resident.alpha2 == nil)
    }

    @Test(arguments: [
        ("AAB,AB,Beth\nAAC,AC\n", 3, TableError.Problem.fieldCount(found: 2, columns: ["code", "alpha2", "en"])),
        ("AAB,AB,\n", 2, .emptyField(column: "en")),
        ("AAB,AB,Beth\nAAB,,Gimel\n", 3, .duplicate(column: "code", value: "AAB", firstLine: 2)),
        ("AAB,AB,\"Be\nth\"\nAAC,,\n", 4, .emptyField(column: "en")),
        ("aab,AB,Beth\n", 2, .malformed(column: "code", value: "aab", expected: "three capital letters")),
        ("AAB,A,B\n", 2, .malformed(column: "alpha2", value: "A", expected: "two capital letters, or nothing")),
    ])
    func `a wrong row is refused with its line`(rows: String, line: Int, problem: TableError.Problem) {
        let csv = Array("code,alpha2,en\n\(rows)".utf8)
        let error = #expect(throws: TableError.self) { try NationalityTable(csv: csv) }
        #expect(error?.line == line)
        #expect(error?.problem == problem)
    }

    // MARK: Finding

    @Test func `every nationality is found by its codes in any case and by its name in every language`() {
        for nationality in table.all {
            let code = nationality.code.description
            let alpha2 = nationality.alpha2.map { [$0, $0.lowercased()] } ?? []
            let typed = [code, code.lowercased()] + alpha2
            let names = nationality.names + [nationality.englishName.uppercased()]
            // The Spanish name of one Congo is what people call either.
            for text in typed + names.filter({ $0 != "Congo" }) {
                #expect(finder.match(text) == .one(nationality), "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("USA", "USA"), ("United States", "USA"), ("the united states of america", "USA"), ("美国", "USA"),
        ("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"), ("COTE D IVOIRE", "CIV"), ("Cote dIvoire", "CIV"),
        ("D", "DEU"), ("Allemagne", "DEU"), ("Германия", "DEU"), ("ドイツ", "DEU"), ("독일", "DEU"), ("ＵＳＡ", "USA"),
        ("UK", "GBR"), ("Holland", "NLD"), ("the Netherlands", "NLD"), ("Turkiye", "TUR"), ("Turkey", "TUR"),
        ("St Lucia", "LCA"), ("Saint Lucia", "LCA"), ("Trinidad and Tobago", "TTO"), ("Myanmar", "MMR"),
        ("Burma", "MMR"), ("Guinea", "GIN"), ("stateless person", "XXA"), ("Sao Tome & Principe", "STP"),
        ("Kosovo resident, UN interim administration", "UNK"), ("Kosovo", "RKS"),
    ])
    func `a nationality is understood as people type it`(text: String, code: String) {
        #expect(self.code(text) == code)
    }

    @Test(arguments: [
        ("Korea", ["KOR", "PRK"]), ("Congo", ["COD", "COG"]), ("刚果", ["COD", "COG"]), ("Refugee", ["XXB", "XXC"]),
    ])
    func `a name of several nationalities asks which is meant`(text: String, expected: [String]) {
        let nationalities = expected.compactMap { NationalityCode($0) }.compactMap { table[$0] }
        #expect(finder.match(text) == .several(nationalities))
    }

    @Test(arguments: [
        ("Germny", "DEU"), ("Untied States", "USA"), ("Virgin Islands", "VGB"), ("Frence", "FRA"), ("Switz", "CHE"),
        ("USS", "USA"), ("阿尔巴尼", "ALB"),
    ])
    func `a name that is nearly right gets a suggestion and no answer`(text: String, code: String) {
        guard case .none(let suggestions) = finder.match(text) else {
            Issue.record("\(text) was answered")
            return
        }
        #expect(suggestions.map(\.code.description).contains(code))
        #expect(suggestions.count <= 5)
        #expect(finder.suggestions(for: text) == suggestions)
    }

    @Test(arguments: [
        ("British", "GBR"), ("british", "GBR"), ("英", "GBR"), ("French", "FRA"), ("American", "USA"), ("German", "DEU"),
    ])
    func `an adjective suggests its country first`(text: String, code: String) {
        guard case .none(let suggestions) = finder.match(text) else {
            Issue.record("\(text) was answered")
            return
        }
        #expect(suggestions.first?.code.description == code)
    }

    @Test(arguments: [
        ("Stateless", "XXA"), ("无国籍", "XXA"), ("無國籍", "XXA"), ("英国", "GBR"), ("英國", "GBR"), ("德國", "DEU"),
        ("韓國", "KOR"),
    ])
    func `short and traditional Chinese names are understood`(text: String, code: String) {
        #expect(self.code(text) == code)
    }

    @Test(arguments: ["", " ", "and the", "&", "Atlantis", "12", String(repeating: "x", count: 5_000)])
    func `what names no nationality gets no answer`(text: String) {
        #expect(finder.match(text) == .none(suggestions: []))
    }

    @Test func `another name of no nationality is refused with its line`() {
        let csv = Array("name,code\nGaul,FRA\nAtlantis,ATL\n".utf8)
        let error = #expect(throws: TableError.self) { try NationalityFinder(.embedded, otherNames: csv) }
        #expect(error?.line == 3)
        #expect(error?.problem == .unknownReference(column: "code", value: "ATL"))
    }
}
