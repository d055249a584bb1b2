import Diagnostics
import Testing

struct RuleRendererTests {
    private let rule = Rule(
        "leading-zero",
        summary: "A number does not begin with 0.",
        why: """
            Readers of YAML disagree about it: one takes 0755 for seven hundred and fifty-five, another for four hundred \
            and ninety-three, a third for text.
            A phone number loses its area code.
            """,
        remedy: "Quote what is a name or a phone number; write an amount without the zero.",
        rejected: [
            RuleExample("phones:\n  - {zh: 深圳, number: ↓0755, ext: ↓07}\n"),
            RuleExample(in: .schedule, wholeFile: true, "↓0160"),
        ],
        accepted: [RuleExample(in: .registry, "phones:\n\n  - \"0755\"\n")]
    )

    @Test func `a rule is explained with its reason, its remedy and its examples`() {
        #expect(
            RuleRenderer().explain(rule) == """
                error[leading-zero]
                A number does not begin with 0.

                Why
                  Readers of YAML disagree about it: one takes 0755 for seven hundred and
                  fifty-five, another for four hundred and ninety-three, a third for text.
                  A phone number loses its area code.

                What to do
                  Quote what is a name or a phone number; write an amount without the zero.

                Rejected, in a city file
                  phones:
                    - {zh: 深圳, number: 0755, ext: 07}
                                         ^ here
                                                    ^ here

                Rejected, a whole fee schedule
                  0160
                  ^ here

                Accepted, in registry.yaml
                  phones:

                    - "0755"

                """
        )
    }

    @Test func `the list of rules has a line for each, by name`() {
        #expect(
            RuleRenderer().list([.sampleWarning, rule, .sample]) == """
                duplicate-key  error    A key is written once in each mapping.
                leading-zero   error    A number does not begin with 0.
                stale-source   warning  A source is looked at again from time to time.

                """
        )
        #expect(RuleRenderer().list([]).isEmpty)
    }
}
