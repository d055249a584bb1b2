import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// A button is named as the screen shows it, in Chinese.
public enum ButtonsAreChinese: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "button-without-chinese",
        severity: .warning,
        summary: LocalizedText(
            """
            The label of a button to press holds Chinese characters, as the screens of bureaus do.
            """,
            "要按的按钮，其文字应含汉字，与办理机构的界面一致。"
        ),
        why: LocalizedText(
            """
            A foreigner finds a button by comparing its characters. Its English meaning alone is nowhere on the screen.
            """,
            "外国人靠对照字形找按钮。只写英文释义，在屏幕上根本找不到。"
        ),
        remedy: LocalizedText(
            """
            Write the characters under 'press' and their meaning under 'en'.
            """,
            "在“press”中写界面上的汉字，在“en”中写英文释义。"
        ),
        rejected: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  online:
                    - account: {id: examplegaj}
                      for: booking
                      steps:
                        - {follow: account}
                        - {press: ↓Booking, en: Booking}
                """
            )
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  source: notice
                  confidence: high
                  phones: {number: "0990-1234567"}
                  online:
                    - account: {id: examplegaj}
                      for: booking
                      steps:
                        - {follow: account}
                        - {press: 更多>>, en: More}
                """
            )
        ]
    )
    /// A label stands alone.
    public static let judgesSingleValues = true

    /// Checks the steps of channels and online services.
    public static func check(_ file: CityFile, in _: World, _ findings: inout Findings) {
        for channel in file.city.channels { check(channel.steps, &findings) }
        for online in file.city.bureau.value?.online ?? [] { check(online.steps, &findings) }
    }

    private static func check(_ steps: [Step], _ findings: inout Findings) {
        for step in steps {
            guard case .press(let press) = step, !Script(press.label.value).hasHan else {
                continue
            }
            findings.report(
                rule,
                LocalizedText(
                    "'\(Excerpt(press.label.value).text)' holds no Chinese character",
                    "“\(Excerpt(press.label.value).text)”中没有汉字"
                ),
                at: press.label.range,
                help: LocalizedText("write the characters that the screen shows", "请写界面上显示的汉字")
            )
        }
    }
}
