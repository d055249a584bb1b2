import CanonicalJSON
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

struct SelfTestTests {
    private let config = FictionalCity.full

    @Test func `the look-up and the self-test agree on every question`() {
        #expect(config.firstDisagreement() == nil)
        #expect(config.selfTest.count == 6 * 5)
    }

    @Test func `one wrong amount anywhere in the self-test refuses the config`() {
        for row in config.selfTest.indices {
            for leaf in config.fees.leaves.indices {
                var changed = config
                changed.selfTest[row].fees[leaf] = FictionalCity.yuan(99_999)
                let disagreement = changed.firstDisagreement()
                #expect(disagreement?.leaf == config.fees.leaves[leaf].path)
                #expect(disagreement?.nationality == config.selfTest[row].nationality)
                #expect(disagreement?.day == config.selfTest[row].day)
            }
        }
        var changed = config
        changed.selfTest[3].fees[1] = .unknown
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
    }

    @Test(arguments: ["2030-06-30", "2030-07-02"])
    func `a table whose change comes a day early or late is refused`(day: String) {
        var changed = config.json
        changed["/fees/table/0/fees/1/1/0"] = .string(day)
        #expect(loadingRefusal(of: changed.canonicalBytes)?.reason == .selfTestFailed)
    }

    @Test func `a nationality moved to another class is refused`() {
        var changed = config.json
        changed["/fees/classes/1/nationalities"] = ["CCC"]
        changed["/fees/classes/2/nationalities"] = ["DDD", "FFF"]
        #expect(loadingRefusal(of: changed.canonicalBytes)?.reason == .selfTestFailed)
    }

    @Test func `any wrong amount in the table is refused`() {
        for (number, answer) in config.fees.answers.enumerated() where answer.fee.amount != nil {
            var changed = config.json
            changed["/fees/answers/\(number)/fee"] = 1
            #expect(loadingRefusal(of: changed.canonicalBytes)?.reason == .selfTestFailed, "answer \(number)")
        }
    }

    @Test func `a self-test that asks less than both sides of every change is refused`() {
        var changed = config
        changed.selfTest = []
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
        for members in config.fees.classes {
            for day in Set(config.selfTest.map(\.day)) {
                changed.selfTest = config.selfTest.filter {
                    $0.day != day || !members.nationalities.contains($0.nationality)
                }
                #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
            }
        }
        changed = config
        changed.selfTest[0].fees.removeLast()
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
        changed.selfTest[0].fees += [.unknown, .unknown]
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
    }

    @Test func `a self-test about somebody nobody answers for is refused`() {
        var changed = config
        changed.selfTest[0].nationality = FictionalCity.code("ZZZ")
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
        changed = config
        changed.selfTest[0].day = FictionalCity.day("2029-12-31")
        #expect(loadingRefusal(of: changed)?.reason == .selfTestFailed)
    }
}
