import Diagnostics
import Vocabulary

extension Rule {
    /// Some findings cannot be let stand.
    static let forbiddenSuppression = Rule(
        "forbidden-suppression",
        summary: LocalizedText(
            "No exception is made from a rule on which safety, or what people pay, depends.",
            "涉及安全或关系到收费结果的规则，不得豁免。"
        ),
        why: LocalizedText(
            """
            A file that readers take for different things, a key for everybody to see, a fee with a gap or two prices: \
            the generator, the payment engine and applicants rest on there being none of these, whatever the reason.
            """,
            "不同程序读法不一的文件、公开可见的密钥、有空缺或有两种价格的收费：生成器、缴费引擎和申请人都以不存在这些问题为前提，任何理由都不能例外。"
        ),
        remedy: LocalizedText(
            "Mend what the rule complains about, and delete the comment. Where nobody knows the fact, write 'unknown'.",
            "请改正规则指出的问题，并删除此注释；事实不明时，请写“unknown”。"
        ),
        rejected: [
            RuleExample("# visafee: allow ↓fee-gap until 2027-03-01, because nobody asks for it\nrollout: {}"),
            RuleExample("# visafee: allow ↓secret-in-registry until 2027-03-01, because it is old\nrollout: {}"),
            RuleExample("# visafee: allow ↓unused-suppression until 2027-03-01, because I like it\nrollout: {}"),
        ],
        accepted: [
            RuleExample(
                """
                bureau:
                  # visafee: allow bureau-name-differs until 2027-03-01, because it serves both places by law
                  name: {en: Fictional Bureau of Othertown, zh: 虚构局}
                  source: notice
                  confidence: high
                """
            )
        ]
    )
}

extension Diagnostic {
    static func forbiddenSuppression(of rule: Rule, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .forbiddenSuppression,
            LocalizedText("'\(rule.id)' allows no exception", "“\(rule.id)”不得豁免"),
            at: range,
            help: LocalizedText(
                "mend what it complains about; see 'visafee explain \(rule.id)'",
                "请改正该规则指出的问题，详见“visafee explain \(rule.id)”"
            )
        )
    }
}
