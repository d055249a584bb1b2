import Divisions
import Testing

struct AreaCodeTests {
    @Test func `cities are found by the codes people dial`() {
        let codes = AreaCodes.embedded
        let expected = ["010": "110000", "020": "440100", "021": "310000", "0755": "440300", "0571": "330100"]
        for (code, division) in expected { #expect(codes.divisions(of: code) == [division]) }
        #expect(codes.areaCodes(of: "440100") == ["020"])
    }

    @Test func `a code that several divisions share leads to all of them`() {
        let codes = AreaCodes.embedded
        #expect(codes.divisions(of: "024") == ["210100", "210400", "210500", "211200"])
        // All of Hainan dials 0898.
        let hainan = DivisionTable.embedded.all.filter { $0.code.hasPrefix("46") }
        #expect(hainan.allSatisfy { codes.areaCodes(of: $0.code) == ["0898"] })
    }

    @Test func `every division of the table exists, and every code has the form of one`() {
        for division in DivisionTable.embedded.all {
            for code in AreaCodes.embedded.areaCodes(of: division.code) {
                #expect(code.hasPrefix("0") && (3...4).contains(code.count))
                #expect(AreaCodes.embedded.divisions(of: code).contains(division.code))
            }
        }
        let missing = DivisionTable.embedded.all.filter { AreaCodes.embedded.areaCodes(of: $0.code).isEmpty }
        // Cities of Xinjiang's production corps dial the code of whichever place they grew out of.
        #expect(missing.allSatisfy { $0.code.hasPrefix("6590") })
    }

    @Test func `a table without its columns is refused`() {
        #expect(throws: TableError.self) { try AreaCodes(csv: Array("code\n010\n".utf8)) }
    }

    @Test func `nothing is said of codes and divisions that are not in the table`() throws {
        let codes = try AreaCodes(csv: Array("area_code,division\n0990,990100\n".utf8))
        #expect(codes.divisions(of: "0991") == [])
        #expect(codes.areaCodes(of: "440100") == [])
    }
}
