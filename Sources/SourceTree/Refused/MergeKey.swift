internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A group is written out.
    static let mergeKey = Rule(
        "merge-key",
        summary: LocalizedText("A group is written out; there is no merge key (<<).", "键值组要完整写出，不使用合并键（<<）。"),
        why: LocalizedText(
            """
            In YAML 1.1 `<<` copies the entries of another group into this one; in YAML 1.2 it is a key like any other. \
            Half of the readers would see a channel without its methods.
            """,
            """
            “<<”在 YAML 1.1 中会把另一组的条目复制进来，在 YAML 1.2 中只是普通的键。一半的程\
            序会读到一个没有支付方式的缴费渠道。
            """
        ),
        remedy: LocalizedText("Write the entries out.", "把各条目完整写出。"),
        rejected: [RuleExample("receipt:\n  ↓<<: {name: unknown}\n  format: unknown\n")],
        accepted: [RuleExample("receipt:\n  name: unknown\n  format: unknown\n")]
    )
}

extension Diagnostic {
    static func mergeKey(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .mergeKey,
            LocalizedText(
                "'<<' copies another group's entries in YAML 1.1, and is an ordinary key in YAML 1.2",
                "“<<”在 YAML 1.1 中复制另一组的条目，在 YAML 1.2 中是普通的键"
            ),
            at: range,
            help: LocalizedText("write the entries out", "请把各条目完整写出")
        )
    }
}
