import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

/// What people are told about gaps and overlaps.
struct FeeFindingTests {
    @Test func `a gap names the paths, the people and the days, and one applicant to try it out`() throws {
        let registry = try ExampleRegistry(
            schedule: """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: issue, validity: under-1-year}, fee: 400}
                      - {when: {action: issue, validity: 1-to-3-years, nationality: ordinary}, fee: 800}
                      - {when: {action: change}, fee: {2026-03-01: 200}, per: time}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: 160}
                """
        )
        let gaps = try registry.findings(of: FeesLeaveNoGap.rule)
        #expect(
            gaps.map { $0.message.text(in: .english) }.sorted() == [
                "no rate for 'residence-permit/change' for every nationality from 2026-01-01 to 2026-02-28 (59 days)",
                "no rate for 'residence-permit/issue/1-to-3-years' for the 2 nationalities of group 'special' "
                    + "from 2026-01-01 on",
            ]
        )
        let group = try #require(gaps.first { $0.message.text(in: .english).contains("special") })
        #expect(
            group.notes.first?.message.text(in: .english)
                == "for example an applicant from United Kingdom (GBR) who asks for "
                + "'residence-permit/issue/1-to-3-years' on 2026-01-01"
        )
        let others = try #require(group.notes.last)
        #expect(others.message.text(in: .english) == "this rate is for other nationalities")
        #expect(others.range.map { registry.catalog.text(of: $0).contains("nationality: ordinary") } == true)
        let later = try #require(gaps.first { $0.message.text(in: .english).contains("59 days") }?.notes.last)
        #expect(later.message.text(in: .english) == "this rate is for them on other days")
        #expect(later.range.map { registry.catalog.text(of: $0) } == "{action: change}")
    }

    @Test func `the rates shown beside a gap are those of the same people on the nearest paths`() throws {
        var registry = try ExampleRegistry()
        let settings = try #require(registry.texts["registry.yaml"])
        let classes = (1...5).map { number in
            let from = number == 1 ? "above: 0" : "from: \(number)"
            return
                "        class-\(number): {en: class \(number), zh: 类\(number), months: {\(from), below: \(number + 1)}}\n"
        }
        let lines = settings.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + "\n" }
        registry.write(
            "registry.yaml",
            lines.map { line in
                line.contains("under-1-year:") ? classes.joined() : line.contains("1-to-3-years:") ? "" : line
            }.joined()
        )
        let rates = [1, 2, 3, 5].map { "      - {when: {action: issue, validity: class-\($0)}, fee: \($0)00}\n" }
        registry.lay(
            RuleExample(
                in: .schedule,
                """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates:
                      - {when: {action: change}, fee: 200}
                \(rates.joined())
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: 160}
                """
            )
        )
        let gap = try #require(try registry.findings(of: FeesLeaveNoGap.rule).first)
        #expect(gap.message.text(in: .english).contains("'residence-permit/issue/class-4'"))
        let shown = gap.notes.compactMap { note in note.range.map { registry.catalog.text(of: $0) } }
        #expect(
            shown == [3, 5, 2].map { "{action: issue, validity: class-\($0)}" }
        )
        #expect(
            gap.notes.dropFirst().allSatisfy {
                $0.message.text(in: .english) == "this rate is for them with one other answer"
            }
        )
    }

    @Test func `one path, one nationality and one day are enough for a gap`() throws {
        let registry = try ExampleRegistry(
            schedule: """
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: 160}
                      - {when: {nationality: USA}, fee: 160}
                      - {when: {nationality: GBR}, fee: {2026-01-02: 160}}
                """
        )
        #expect(
            try registry.findings(of: FeesLeaveNoGap.rule).map { $0.message.text(in: .english) } == [
                "no rate for 'stay-permit' for GBR on 2026-01-01"
            ]
        )
    }

    @Test func `a service without a table is one gap, and the help says where to add it`() throws {
        let registry = try ExampleRegistry(
            schedule: """
                rates:
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates: {fee: 160}
                """
        )
        let gaps = try registry.findings(of: FeesLeaveNoGap.rule)
        #expect(
            gaps.map { $0.message.text(in: .english) } == [
                "no rate for 'residence-permit' (all 3 paths) for every nationality from 2026-01-01 on"
            ]
        )
        #expect(gaps.first?.help?.text(in: .english) == "add 'residence-permit' below 'rates:'")
    }

    @Test func `an overlap shows both rates`() throws {
        let registry = try ExampleRegistry(
            city: """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: high
                      rates:
                        - {when: {nationality: USA}, fee: {undated: 100, 2026-06-01: 110}}
                        - {when: {nationality: special}, fee: {2026-03-01: 120}}
                """
        )
        let overlap = try #require(try registry.findings(of: FeesDoNotOverlap.rule).first)
        #expect(overlap.message.text(in: .english) == "two rates for 'stay-permit' for USA from 2026-03-01 on")
        #expect(registry.catalog.text(of: overlap.range) == "{nationality: special}")
        let other = try #require(overlap.notes.last?.range)
        #expect(registry.catalog.text(of: other) == "{nationality: USA}")
    }

    @Test func `a table full of overlaps is reported up to a limit, and the rest is counted`() throws {
        let rates = (1...8).map { "          - {fee: \($0)}" }.joined(separator: "\n")
        let registry = try ExampleRegistry(
            city: """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: high
                      rates:
                \(rates)
                """
        )
        let found = try registry.findings(of: FeesDoNotOverlap.rule)
        #expect(found.count == 10)
        #expect(
            found.flatMap(\.notes).map { $0.message.text(in: .english) }.filter { $0.hasPrefix("and ") } == [
                "and 18 more boxes like this one in the same table"
            ]
        )
    }

    @Test func `a city's own rate may replace the schedule's without meeting it`() throws {
        let registry = try ExampleRegistry(
            city: """
                fees:
                  schedule: national
                  rates:
                    stay-permit:
                      item: unknown
                      source: notice
                      confidence: high
                      rates: {fee: 99}
                """
        )
        #expect(try registry.findings().filter { $0.severity == .error } == [])
    }

    @Test func `a rate for a group that nobody belongs to on its days matches nobody`() throws {
        let registry = try ExampleRegistry(
            schedule: """
                nationality-groups:
                  special:
                    name: {en: special, zh: 特殊}
                    members:
                      - {codes: {undated: [USA], 2027-01-01: []}, source: notice, confidence: medium}
                  ordinary:
                    name: {en: all other countries, zh: 其他国家}
                    members: everyone-else
                    source: notice
                    confidence: medium
                rates:
                  residence-permit:
                    item: permit-fee
                    source: notice
                    confidence: high
                    rates: {fee: 400}
                  stay-permit:
                    item: unknown
                    source: notice
                    confidence: medium
                    rates:
                      - {when: {nationality: ordinary}, fee: 160}
                      - {when: {nationality: special}, fee: {undated: 160}}
                      - {when: {nationality: special}, fee: {2027-06-01: 170}}
                """
        )
        let found = try registry.findings().filter { $0.severity == .error }
        #expect(
            found.map { $0.message.text(in: .english) } == [
                "nobody belongs to the nationalities of this rate on any day it holds"
            ]
        )
    }
}
