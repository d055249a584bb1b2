internal import Diagnostics

extension Rule {
    /// A file can be read as YAML.
    static let yamlSyntax = Rule(
        "yaml-syntax",
        summary: "A registry file is well-formed YAML.",
        why: """
            From the first mistake of this kind onwards nobody can tell what was meant, so the rest of the file is not \
            read. Only one such mistake is reported per file.
            """,
        remedy: """
            Look at the place and at the line before it: a missing quote, bracket, colon or space, or an indentation \
            that does not match its neighbours.
            """,
        rejected: [
            RuleExample(wholeFile: true, "city: exampleton\nreceipt: ↓\"no end\n"),
            RuleExample(wholeFile: true, "city: example↓: ton\n"),
            RuleExample(wholeFile: true, "city: ↓@example\n"),
            RuleExample(wholeFile: true, "city: exampleton\n↓division\nreceipt: unknown\n"),
            RuleExample(wholeFile: true, "receipt:\n  name: unknown\n ↓format: unknown\n"),
            RuleExample(wholeFile: true, "receipt: ↓{name: unknown\n"),
        ],
        accepted: [RuleExample("city: exampleton\nreceipt: {name: unknown, format: \"a: b\"}\n")]
    )
}
