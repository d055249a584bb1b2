import CityRegistry
import CivilTime
import Diagnostics
import SourceTree
import Vocabulary

extension Rule {
    /// A comment addressed to the program can be understood.
    static let malformedSuppression = Rule(
        "malformed-suppression",
        summary: LocalizedText(
            "A comment addressed to this program has the form '# visafee: allow RULE until YYYY-MM-DD, because REASON'.",
            "写给本程序的注释须采用“# visafee: allow RULE until YYYY-MM-DD, because REASON”的格式。"
        ),
        why: LocalizedText(
            """
            A comment that is nearly right would be passed over in silence, and its author would believe that something \
            has been allowed. Every exception ends on a day, so that somebody looks at it again; what shall hold for ever \
            is a matter of the rule, not of an exception.
            """,
            "格式略有出入的注释会被悄悄忽略，而作者还以为已经获得豁免。每项豁免都有截止日期，到期须重新核对；需要长期成立的例外，应当修改规则本身。"
        ),
        remedy: LocalizedText(
            "Write it exactly in this form, at the end of the line of the finding or on the line before.",
            "请严格按上述格式书写，写在出现问题的那一行末尾，或写在其上一行。"
        ),
        rejected: [
            RuleExample("↓# visafee allow unused-source until 2027-03-01, because a fact will need it\nrollout: {}"),
            RuleExample("↓# VisaFee: ignore unused-source\nrollout: {}"),
            RuleExample("↓# visafee: allow unused-source, because a fact will need it\nrollout: {}"),
            RuleExample(
                "# visafee: allow unused-source until ↓2027-02-30, because a fact will need it\nrollout: {}"
            ),
        ],
        accepted: [
            RuleExample("# visafee reads this file once a day\nrollout: {}"),
            RuleExample("rollout: {}          # see visafee: the manual"),
        ]
    )
}

extension Diagnostic {
    /// What a comment lacks.
    enum SuppressionFault {
        case beginning
        case noRule
        case noDay
        case notADay(String, DateRefusal)
    }

    static func malformedSuppression(_ fault: SuppressionFault, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .malformedSuppression,
            message(of: fault),
            at: range,
            help: LocalizedText(
                "write '# visafee: allow RULE until YYYY-MM-DD, because REASON'",
                "请写成“# visafee: allow RULE until YYYY-MM-DD, because REASON”，其中填写规则名、日期和理由"
            )
        )
    }

    private static func message(of fault: SuppressionFault) -> LocalizedText {
        switch fault {
        case .beginning:
            LocalizedText(
                "this comment is addressed to the program and does not begin with '# visafee: allow'",
                "此注释是写给本程序的，但开头不是“# visafee: allow”"
            )
        case .noRule:
            LocalizedText("this exception names no rule", "此豁免没有写明规则名")
        case .noDay:
            LocalizedText(
                "this exception does not say 'until' and a day right after the rule",
                "此豁免没有在规则名之后写明“until”和截止日期"
            )
        case .notADay(let text, let refusal):
            LocalizedText(
                "'\(Excerpt(text).text)' is no date: \(refusal.reason.text(in: .english))",
                "“\(Excerpt(text).text)”不是日期：\(refusal.reason.text(in: .chinese))"
            )
        }
    }
}
