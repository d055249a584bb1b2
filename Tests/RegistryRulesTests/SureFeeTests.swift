import Diagnostics
import RegistryExamples
import RegistryRules
import Testing
import Vocabulary

/// Fees that are not sure enough where money is taken, and fees of one city alone.
struct SureFeeTests {
    /// A schedule with one fee for stay permits, and a group whose members a source of some confidence names.
    private static func schedule(fee: String = "160", group: String = "medium") -> String {
        """
        nationality-groups:
          special:
            name: {en: countries with rates of their own, zh: 另有标准的国家}
            members:
              - {codes: {undated: [USA, GBR], 2027-03-01: [USA]}, source: notice, confidence: low}
          ordinary:
            name: {en: all other countries, zh: 其他国家}
            members: everyone-else
            source: notice
            confidence: \(group)
        rates:
          residence-permit:
            item: permit-fee
            source: notice
            confidence: high
            rates:
              - {when: {action: issue, validity: under-1-year}, fee: 400}
              - {when: {action: issue, validity: 1-to-3-years}, fee: 800}
              - {when: {action: change}, fee: 200, per: time}
          stay-permit:
            item: unknown
            source: notice
            confidence: medium
            rates:
              - {when: {nationality: ordinary}, fee: \(fee)}
              - {when: {nationality: special}, fee: set-by-bill}
        """
    }

    private static func city(fee: String) -> String {
        """
        fees:
          schedule: national
          rates:
            stay-permit:
              item: unknown
              source: notice
              confidence: high
              rates:
                - {when: {nationality: ordinary}, fee: \(fee)}
        """
    }

    private func messages(_ rule: RuleID, schedule: String, city: String? = nil) throws -> [String] {
        var registry = try ExampleRegistry(schedule: schedule)
        if let city { registry.lay(RuleExample(city)) }
        return try registry.findings().filter { $0.rule == rule }.map { $0.message.text(in: .english) }
    }

    @Test func `a fee is no surer than the membership it rests on`() throws {
        let rule: RuleID = "unsure-fee-while-paying"
        #expect(try messages(rule, schedule: Self.schedule()) == [])
        #expect(
            try messages(rule, schedule: Self.schedule(group: "low"))
                == ["money is taken, and CNY 160 for 'stay-permit' has confidence 'low'"]
        )
    }

    @Test func `a fee that the city's own stands in place of on all days of paying is asked of nobody`() throws {
        let rule: RuleID = "unsure-fee-while-paying"
        let weak = Self.schedule(fee: "160, confidence: low")
        #expect(try messages(rule, schedule: weak).count == 1)
        // The group changes meanwhile, and its rate with it; the pilot begins on 8 December.
        #expect(try messages(rule, schedule: weak, city: Self.city(fee: "170")) == [])
        #expect(try messages(rule, schedule: weak, city: Self.city(fee: "{2026-12-01: 170}")) == [])
        #expect(try messages(rule, schedule: weak, city: Self.city(fee: "{2026-12-09: 170}")).count == 1)
    }

    @Test func `a city's fee is held against the schedule's on each day on which either changes`() throws {
        let rule: RuleID = "fee-outlier"
        let rising = Self.schedule(fee: "{undated: 160, 2027-07-01: 300, 2027-10-01: 590}")
        #expect(
            try messages(rule, schedule: rising, city: Self.city(fee: "170"))
                == ["this city alone is said to charge CNY 170 where the schedule charges CNY 590"]
        )
        let late = Self.schedule(fee: "{undated: set-by-bill, 2027-07-01: 160}")
        #expect(try messages(rule, schedule: late, city: Self.city(fee: "1700")).count == 1)
        #expect(try messages(rule, schedule: late, city: Self.city(fee: "170")) == [])
    }

    @Test(
        arguments: [
            ("虚构大连局", "虚构局", 1), ("Бюро", "虚构局", 1), ("Büro", "虚构局", 0), ("Bureau", "Bureau", 1),
            ("Bureau", "アイウ", 1), ("Bureau", "𠀀𠀀", 0), ("12367", "12367", 0), ("𠀀𠀀", "虚构局", 1),
        ]
    )
    func `each language is told by its letters`(english: String, chinese: String, count: Int) throws {
        let registry = try ExampleRegistry(
            city:
                "receipt: {name: {en: \"\(english)\", zh: \"\(chinese)\"}, format: unknown, source: notice, confidence: high}"
        )
        #expect(try registry.findings().count { $0.rule == "text-in-other-language" } == count)
    }
}
