import Divisions
import Testing

struct DivisionTableTests {
    private static let columns = [
        "code", "slug", "name_zh", "short_zh", "name_en", "province_code", "province_zh", "province_en",
    ]
    private static let header = columns.joined(separator: ",") + "\n"
    private static let first = "990100,aleph,甲州市,甲州,Aleph,990000,天国,Heaven\n"
    private let table = DivisionTable.embedded

    private func error(_ csv: String) -> TableError? {
        #expect(throws: TableError.self) { try DivisionTable(csv: Array(csv.utf8)) }
    }

    @Test func `369 divisions in 31 provinces stand in the order of their codes`() {
        #expect(table.all.count == 369)
        #expect(table.provinces.count == 31)
        #expect(zip(table.all, table.all.dropFirst()).allSatisfy { $0.code < $1.code })
        #expect(zip(table.provinces, table.provinces.dropFirst()).allSatisfy { $0.code < $1.code })
    }

    @Test func `no two divisions share a slug or a code`() {
        #expect(Set(table.all.map(\.slug)).count == table.all.count)
        #expect(Set(table.all.map(\.code)).count == table.all.count)
    }

    @Test func `every division is found by its slug, its code and its province`() {
        for division in table.all {
            #expect(table.division(slug: division.slug) == division)
            #expect(table.division(code: division.code) == division)
            #expect(table.divisions(inProvince: division.province.code).contains(division))
        }
    }

    @Test func `every division begins with the digits of its province and its full name with its short one`() {
        for division in table.all {
            #expect(division.code.prefix(2) == division.province.code.prefix(2), "\(division.slug)")
            #expect(division.chineseName.hasPrefix(division.shortChineseName), "\(division.slug)")
        }
    }

    @Test func `only Beijing, Tianjin, Shanghai and Chongqing are their own provinces`() {
        let municipalities = table.all.filter(\.isMunicipality).map(\.slug)
        #expect(municipalities == ["beijing", "tianjin", "shanghai", "chongqing"])
    }

    @Test func `a slug or code that does not exist finds nothing`() {
        #expect(table.division(slug: "Guangzhou") == nil)
        #expect(table.division(slug: "suzhou") == nil)
        #expect(table.division(code: "000000") == nil)
        #expect(table.division(code: "999999") == nil)
        #expect(table.divisions(inProvince: "990000").isEmpty)
    }

    @Test func `a fictional table is sorted by code, with quotes, carriage returns and no last line end`() throws {
        let csv = #"""
            code,slug,name_zh,short_zh,name_en,province_code,province_zh,province_en\#r
            990200,beth,乙州市,乙州,"Beth, ""the"" house",990000,天国,Heaven\#r
            990100,aleph,甲州市,甲州,Aleph,990000,天国,Heaven
            """#
        let table = try DivisionTable(csv: Array(csv.utf8))
        #expect(table.all.map(\.slug) == ["aleph", "beth"])
        #expect(table.division(slug: "beth")?.englishName == "Beth, \"the\" house")
        #expect(table.provinces.map(\.englishName) == ["Heaven"])
    }

    @Test(arguments: [
        ("990200,beth,乙州市,乙州,Beth,990000,天国\n", TableError.Problem.fieldCount(found: 7, columns: columns)),
        ("\n", .fieldCount(found: 1, columns: columns)),
        ("990200,beth,,乙州,Beth,990000,天国,Heaven\n", .emptyField(column: "name_zh")),
        ("990200,beth,乙州市,乙州,Beth,990000,天国,\n", .emptyField(column: "province_en")),
        ("990100,beth,乙,乙,Beth,990000,天国,Heaven\n", .duplicate(column: "code", value: "990100", firstLine: 2)),
        ("990200,aleph,乙,乙,Beth,990000,天国,Heaven\n", .duplicate(column: "slug", value: "aleph", firstLine: 2)),
        ("99020,b,乙,乙,B,990000,天国,H\n", .malformed(column: "code", value: "99020", expected: "six digits")),
        ("990200,b,乙,乙,B,99000x,天,H\n", .malformed(column: "province_code", value: "99000x", expected: "six digits")),
        (
            "990200,Beth,乙,乙,B,990000,天国,Heaven\n",
            .malformed(column: "slug", value: "Beth", expected: "small letters a to z and hyphens")
        ),
        ("990200,beth,乙,乙,Beth,990000,天国,Paradise\n", .provinceDiffers(code: "990000")),
        ("990200,beth,乙,乙,\"Beth,990000,天国,Heaven\n", .openQuote),
        ("990200,beth,乙,乙,Be\"th,990000,天国,Heaven\n", .strayQuote),
        ("990200,beth,乙,乙,\"Be\"th,990000,天国,Heaven\n", .strayQuote),
    ])
    func `a wrong row is refused with its line`(row: String, problem: TableError.Problem) {
        let error = error(Self.header + Self.first + row)
        #expect(error?.line == 3)
        #expect(error?.problem == problem)
        #expect(error?.description.hasPrefix("line 3: ") == true)
    }

    @Test func `a table with other columns, or none, is refused on its first line`() {
        #expect(error("")?.problem == .header(expected: Self.columns))
        #expect(error("code,name\n1,2\n")?.line == 1)
    }

    @Test func `bytes that are not UTF-8 are refused with their line`() {
        let bytes = Array((Self.header + Self.first).utf8) + [0xFF, 0x0A]
        let error = #expect(throws: TableError.self) { try DivisionTable(csv: bytes) }
        #expect(error?.line == 3)
        #expect(error?.problem == .notUTF8)
    }
}
