internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// What is written says something.
    static let emptyValue = Rule(
        "empty-value",
        summary: LocalizedText(
            "No key, value or list item is left empty, and none is `null` or `~`.",
            "键、值和列表项都不能空着，也不能写成“null”或“~”。"
        ),
        why: LocalizedText(
            """
            An empty value may mean 'nobody knows', 'there is none', 'not yet filled in' or 'the line below was to \
            belong to it'. Programs pick one of these, and an applicant is told that there is no fee.
            """,
            """
            空值可能表示“无人知晓”“没有”“尚未填写”，也可能表示“下一行本应属于它”。程序只会选取其中一种，结果\
            申请人可能被告知不收费。
            """
        ),
        remedy: LocalizedText(
            "Write `unknown` if nobody knows, `none` where the place allows it, or remove the line.",
            "无人知晓时写“unknown”；该处允许“none”时可写“none”；否则删除该行。"
        ),
        rejected: [
            RuleExample("receipt:\n  name:↓\n  format: unknown\n"),
            RuleExample("receipt:\n  name: ↓null\n  format: ↓~\n"),
            RuleExample("receipt:\n  name:\n    -↓\n"),
            RuleExample("receipt: {name: ↓, format↓}\n"),
        ],
        accepted: [RuleExample("receipt:\n  name: unknown\n  format: \"null\"\n"), RuleExample("rollout: {}\n")]
    )
}

extension Diagnostic {
    static func emptyValue(at range: SourceRange, after decimal: String? = nil) -> Diagnostic {
        Diagnostic(
            .emptyValue,
            LocalizedText("a value is missing here", "此处缺少值"),
            at: range,
            help: decimal.map {
                LocalizedText(
                    "write \($0) if a number is meant: decimals stand after a point",
                    "如果是数字，请写成 \($0)：小数部分写在小数点之后"
                )
            } ?? LocalizedText("write 'unknown' if nobody knows, or remove the line", "无人知晓时请写“unknown”，或者删除该行")
        )
    }

    static func emptyKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyValue,
            LocalizedText("a key is missing before ':'", "“:”之前缺少键"),
            at: range,
            help: LocalizedText("write the key, or remove the line", "请写出键，或者删除该行")
        )
    }

    static func nullWord(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .emptyValue,
            LocalizedText(
                "'\(text)' is an empty value to some readers of YAML, and a text to others",
                "“\(text)”在有些 YAML 程序中是空值，在另一些程序中是文本"
            ),
            at: range,
            help: LocalizedText(
                "write 'unknown' if nobody knows; write \"\(text)\" in quotes if the text is meant",
                "无人知晓时请写“unknown”；如果就是这个文本，请加引号写成 \"\(text)\""
            )
        )
    }
}
