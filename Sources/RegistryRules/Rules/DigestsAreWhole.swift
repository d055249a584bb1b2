import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// The digest of what was read is one that can be compared.
public enum DigestsAreWhole: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "malformed-digest",
        summary: LocalizedText(
            """
            The digest of what was read from a source is a SHA-256, 64 hexadecimal digits in small letters.
            """,
            "来源所读内容的摘要应为64位小写十六进制数字。"
        ),
        why: LocalizedText(
            """
            It is the evidence that somebody read the source on that day, and by it the next reader sees whether anything has \
            changed. Half a digest shows neither.
            """,
            "它证明有人在那一天查阅过该来源，下一位读者也靠它判断内容有没有变化。残缺的摘要两样都证明不了。"
        ),
        remedy: LocalizedText(
            """
            Write what 'sha256sum' says of the bytes that were read.
            """,
            "请填写“sha256sum”对所读字节给出的结果。"
        ),
        rejected: [
            RuleExample(
                """
                sources:
                  notice:
                    kind: government
                    address: example.test/city
                    retrieved: 2025-12-01
                    sha256: ↓"E3B0C442"
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                sources:
                  notice:
                    kind: government
                    address: example.test/city
                    retrieved: 2025-12-01
                    sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                """
            )
        ]
    )
    /// A digest stands alone.
    public static let judgesSingleValues = true

    private static let digitCount = 64

    /// Checks the sources of a file.
    public static func check(_ facts: FileFacts, in _: World, _ findings: inout Findings) {
        for digest in facts.sources.compactMap(\.digest) where !isWhole(digest.value) {
            findings.report(
                rule,
                LocalizedText(
                    "'\(Excerpt(digest.value).text)' is no SHA-256",
                    "“\(Excerpt(digest.value).text)”不是完整的摘要"
                ),
                at: digest.range,
                help: LocalizedText(
                    "write the \(digitCount) hexadecimal digits that 'sha256sum' prints, in quotes",
                    "请加引号填写“sha256sum”输出的\(digitCount)位十六进制数字"
                )
            )
        }
    }

    private static func isWhole(_ text: String) -> Bool {
        text.utf8.count == digitCount
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
