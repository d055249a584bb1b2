public import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// A phone number has the shape of one that can be dialled in China.
public enum PhonesAreDiallable: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "malformed-phone",
        summary: LocalizedText(
            """
            A phone number is an area code and 7 or 8 digits, a service number of 5 digits, a 400 number or a number of \
            3 digits.
            """,
            "电话号码应是区号加7或8位号码、5位服务号码、400号码或3位号码。"
        ),
        why: LocalizedText(
            """
            A number with a digit too few cannot be dialled, and the applicant who tries has nobody else to ask.
            """,
            "少一位的号码拨不通，而拨号的申请人没有别人可问。"
        ),
        remedy: LocalizedText(
            """
            Write it as it is dialled in China: "0755-84465490", "0756-12367", "12367", "400-123-4567" or "110".
            """,
            """
            按在国内拨打的方式书写，如“0755-84465490”“0756-12367”“12367”“400-123-4567”\
            “110”。
            """
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones:
                    - {number: ↓"0990-123456"}
                    - {number: ↓"990-1234567"}
                    - {number: ↓"1234567"}
                    - {number: "0990-1234567"}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones:
                    - {number: "010-12345678"}
                    - {number: "0990-1234567"}
                    - {number: "0990-12367"}
                    - {number: "12367"}
                    - {number: "400-123-4567"}
                    - {number: "110"}
                """
            )
        ]
    )
    /// A number stands alone.
    public static let judgesSingleValues = true

    /// Checks the hotline.
    public static func check(_ settings: Settings, in _: World, _ findings: inout Findings) {
        check(settings.hotline.number, &findings)
    }

    /// Checks all phones of the bureau.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        guard case .known(let bureau) = file.city.bureau else { return }
        for phone in bureau.phones?.value ?? [] { check(phone.number, &findings) }
        for phone in bureau.offices.flatMap({ $0.phones?.value ?? [] }) { check(phone.number, &findings) }
    }

    private static func check(_ number: Located<String>, _ findings: inout Findings) {
        guard !isDiallable(Array(number.value.utf8)) else { return }
        findings.report(
            rule,
            LocalizedText(
                "\(Excerpt(number.value)) is not a phone number that can be dialled in China",
                "“\(Excerpt(number.value).text)”不是在国内可以拨打的电话号码"
            ),
            at: number.range,
            help: LocalizedText(
                "write area code, hyphen and number: \"0755-84465490\"; or \"12367\", \"400-123-4567\", \"110\"",
                """
                请写区号、连字符和号码，如 "0755-84465490"；或者 "12367"、\
                "400-123-4567"、"110"
                """
            )
        )
    }

    /// Whether the digits between hyphens are as many as some kind of number has.
    static func isDiallable(_ number: [UInt8]) -> Bool {
        let parts = number.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
        let startsWithZero = number.first == UInt8(ascii: "0")
        switch parts.map(\.count) {
        case [3, 5], [3, 7], [3, 8], [4, 5], [4, 7], [4, 8]: return startsWithZero
        case [3, 3, 4]: return number.starts(with: Array("400".utf8))
        case [5]: return true
        case [3]: return number.first == UInt8(ascii: "1")
        default: return false
        }
    }
}
