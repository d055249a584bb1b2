import CityRegistry
public import Diagnostics
import Divisions
import Vocabulary

/// A city's phones are in the city.
public enum AreaCodeIsItsCitys: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "area-code-differs",
        severity: .warning,
        summary: LocalizedText(
            """
            The area code of a bureau's phone leads to the bureau's own city.
            """,
            "办理机构电话的区号应是其所在城市的区号。"
        ),
        why: LocalizedText(
            """
            A digit lost from an area code, or a number copied from another city, lets applicants call a bureau that knows \
            nothing of them.
            """,
            "区号少写一位，或者号码抄自别的城市，申请人就会打到毫不知情的机构。"
        ),
        remedy: LocalizedText(
            """
            Compare the number with its source. If it is right, let the finding stand by a comment that says why.
            """,
            "请对照来源核对号码。如果无误，请用注释写明理由，予以豁免。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: ↓"0991-1234567"}
                """
            ),
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: ↓"099-1234567"}
                """
            ),
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  offices:
                    - {id: main, address: {en: 1 Example Street}, phones: {number: ↓"0991-7654321"}}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: [{number: "0990-1234567"}, {number: "12345"}, {number: "400-123-4567"}]
                """
            )
        ]
    )
    /// A phone stands alone.
    public static let judgesSingleValues = true

    /// Checks the phones of the bureau and of its offices.
    public static func check(_ file: CityFile, in world: World, _ findings: inout Findings) {
        guard let division = file.division, let bureau = file.city.bureau.value else { return }
        let own = world.areaCodes.areaCodes(of: division.code)
        guard !own.isEmpty else { return }
        for phone in bureau.allPhones {
            guard let areaCode = areaCode(of: phone.number.value), !own.contains(areaCode) else { continue }
            let expected = LocalizedText(own.joined(separator: " or "), own.joined(separator: "或"))
            findings.report(
                rule,
                message(areaCode, division, world),
                at: phone.number.range,
                help: LocalizedText(
                    "the area code here is \(expected.text(in: .english))",
                    "此地的区号是\(expected.text(in: .chinese))"
                ),
                comparison: Comparison(
                    Comparison.Term("number", LocalizedText(areaCode, areaCode)),
                    .equal,
                    Comparison.Term("division", expected)
                )
            )
        }
    }

    private static func message(_ areaCode: String, _ division: Division, _ world: World) -> LocalizedText {
        let owners = world.areaCodes.divisions(of: areaCode)
        guard let owner = owners.first else {
            return LocalizedText("there is no area code \(areaCode)", "没有\(areaCode)这个区号")
        }
        let name = world.divisions.division(code: owner)
        let isShared = owners.count > 1
        return LocalizedText(
            "\(areaCode) is the area code of \(name?.englishName ?? owner)\(isShared ? " and others" : ""), "
                + "not of \(division.englishName)",
            "\(areaCode)是\(name?.chineseName ?? owner)\(isShared ? "等地" : "")的区号，不是\(division.chineseName)的区号"
        )
    }

    /// The area code with its zero, of a number written with a hyphen behind it.
    private static func areaCode(of number: String) -> String? {
        guard number.hasPrefix("0"), let hyphen = number.firstIndex(of: "-") else { return nil }
        return String(number[..<hyphen])
    }
}
