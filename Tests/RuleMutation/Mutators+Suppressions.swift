import CivilTime
import Diagnostics

extension Mutators {
    /// Breaks the comments that let findings stand.
    static let ofSuppressions: [Mutator] = [
        comment("malformed-suppression", "leave out how long a finding may stand") { rule in
            ["allow \(rule)", "allow \(rule), because a fact will need it", "allow", "forbid \(rule)"]
        },
        comment("malformed-suppression", "let a finding stand until a day in no calendar") { rule in
            ["allow \(rule) until 2027-02-30, because a fact will need it"]
        },
        comment("suppression-without-reason", "let a finding stand without saying why") { rule in
            ["allow \(rule) until 2027-03-01", "allow \(rule) until 2027-03-01, because ..."]
        },
        comment("unknown-suppressed-rule", "misspell the rule whose finding may stand") { rule in
            ["allow \(misspelt(rule)) until 2027-03-01, because a fact will need it"]
        },
        comment("forbidden-suppression", "let stand what nobody may let stand") { _ in
            ["fee-gap", "secret-in-registry", "unused-suppression", "expired-suppression"].map {
                "allow \($0) until 2027-03-01, because nobody asks for it"
            }
        },
        comment("unused-suppression", "let stand what nobody found") { rule in
            ["allow \(rule) until 2027-03-01, because a fact will need it"]
        },
        Mutator("expired-suppression", "let a finding stand until the day it is looked at", on: lastDay) { original in
            original.paths(of: .city).compactMap { path in
                guard let file = original.contents[path], file["sources"] != nil else { return nil }
                let changed = file.text.replacing("\nsources:\n", with: "\nsources:\n\(neverUsed)\n")
                return Mutant([path: Array(changed.utf8)])
            }
        },
    ]

    /// The day until which an exception holds, and on which it no longer does.
    private static let lastDay = CivilDate(year: 2027, month: 3, day: 1)

    private static let neverUsed = """
          # visafee: allow unused-source until 2027-03-01, because a fact will need it
          never-used: {kind: government, address: example.test/city, published: 2025-06-01, retrieved: 2025-12-01}
        """

    /// Puts a comment before the first line of each file.
    private static func comment(
        _ rule: RuleID,
        _ operation: String,
        _ texts: @escaping @Sendable (_ suppressible: String) -> [String]
    ) -> Mutator {
        Mutator(rule, operation) { original in
            original.files.keys.sorted().flatMap { path in
                texts("unused-source").compactMap { text in
                    original.files[path].map { Mutant([path: Array("# visafee: \(text)\n".utf8) + $0]) }
                }
            }
        }
    }
}
