import Diagnostics
import Testing
import Vocabulary

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

    @Test func `a Chinese explanation is broken between characters, and no line begins with a closing mark`() {
        let sentence = "以0开头的一串数字要加引号，或者去掉开头的0，例如“0755”“021”：不同的程序读法不同。"
        let text = LocalizedText("Digits are quoted.", String(repeating: sentence, count: 3))
        let rule = Rule("leading-zero", summary: text, why: text, remedy: text, rejected: [], accepted: [])
        let lines = RuleRenderer(language: .chinese).explain(rule).split(separator: "\n")
        #expect(lines.contains("原因") && lines.contains("处理办法"))
        let wrapped = lines.filter { $0.contains("引号") }
        #expect(wrapped.count > 3)
        for line in lines {
            #expect(DisplayWidth.columns(of: line) <= 80)
            let first = line.first { $0 != " " }
            #expect(first.map { !"，。：”".contains($0) } == true && line.last != "“", "\(line)")
        }
        let joined = lines.map { $0.drop { $0 == " " } }.joined()
        #expect(joined.ranges(of: sentence).count == 9)
    }

    @Test func `in Chinese, the columns of the list line up although characters are two columns wide`() {
        let lines = RuleRenderer(language: .chinese).list([.sampleWarning, rule]).split(separator: "\n")
        #expect(
            lines == [
                "leading-zero  错误  A number does not begin with 0.",
                "stale-source  警告  A source is looked at again from time to time.",
            ]
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
