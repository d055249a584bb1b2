import CivilTime
import Diagnostics
import SourceTree

/// A comment that lets findings of a rule stand: `# visafee: allow RULE until YYYY-MM-DD, because REASON`.
struct Allowance: Sendable {
    /// The rule whose findings may stand.
    let rule: RuleID
    /// What marks them.
    let suppression: Suppression
    private let lines: Set<Int>
    private let index: LineIndex

    /// Whether a finding may stand by this comment.
    func covers(_ finding: Diagnostic) -> Bool {
        finding.rule == rule && finding.range.file == suppression.range.file
            && lines.contains(index.position(of: finding.range.start).line)
    }

    /// What is wrong with a comment.
    struct Fault: Error {
        let finding: Diagnostic
    }

    /// Reads a comment; the faults are told one at a time, from left to right.
    static func read(
        _ instruction: Instruction,
        in catalog: SourceCatalog,
        _ index: LineIndex
    ) -> Result<Allowance, Fault> {
        do throws(Fault) {
            var words = Words(instruction.text, in: catalog)
            guard instruction.isAddressedExactly, words.take()?.text == "allow" else {
                throw Fault(finding: .malformedSuppression(.beginning, at: instruction.range))
            }
            guard let rule = words.take() else {
                throw Fault(finding: .malformedSuppression(.noRule, at: instruction.range))
            }
            guard !rule.text.hasSuffix(",") else {
                throw Fault(finding: .malformedSuppression(.noDay, at: instruction.range))
            }
            try check(rule)
            guard let until = words.take(), until.text == "until", let day = words.take() else {
                throw Fault(finding: .malformedSuppression(.noDay, at: instruction.range))
            }
            let date: CivilDate
            let written = day.text.hasSuffix(",") ? day.text.dropLast() : day.text[...]
            switch CivilDate.parse(written) {
            case .success(let found): date = found
            case .failure(let refusal):
                throw Fault(finding: .malformedSuppression(.notADay(String(written), refusal), at: day.range))
            }
            guard words.take()?.text == "because", let reason = words.rest, reason.contains(where: \.isLetter) else {
                throw Fault(finding: .suppressionWithoutReason(at: instruction.range))
            }
            return .success(
                Allowance(
                    rule: RuleID(rule.text),
                    suppression: Suppression(instruction.range, until: date, because: reason),
                    lines: lines(of: instruction, in: catalog, index),
                    index: index
                )
            )
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ word: Words.Word) throws(Fault) {
        guard let rule = RuleCatalog.rule(RuleID(word.text)) else {
            throw Fault(finding: .unknownSuppressedRule(word.text, at: word.range))
        }
        guard rule.isSuppressible else { throw Fault(finding: .forbiddenSuppression(of: rule, at: word.range)) }
    }

    /// The lines whose findings a comment is about.
    private static func lines(
        of instruction: Instruction,
        in catalog: SourceCatalog,
        _ index: LineIndex
    ) -> Set<Int> {
        let own = index.position(of: instruction.range.start).line
        guard instruction.isAlone, own < index.lineCount else { return [own] }
        let bytes = catalog[instruction.range.file].bytes
        let next = (own + 1...index.lineCount).first { line in
            let first = bytes[index.content(ofLine: line)].first { $0 > UInt8(ascii: " ") }
            return first != nil && first != UInt8(ascii: "#")
        }
        return [own, next ?? own]
    }
}

/// The words of a comment, from left to right.
private struct Words {
    struct Word {
        let text: String
        let range: SourceRange
    }

    private let file: FileID
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ text: SourceRange, in catalog: SourceCatalog) {
        file = text.file
        bytes = catalog[text.file].bytes[Int(text.start)..<Int(text.end)]
        position = bytes.startIndex
    }

    /// The next word.
    mutating func take() -> Word? {
        skipBlanks()
        let start = position
        while position < bytes.endIndex, !isBlank(bytes[position]) { position += 1 }
        guard position > start else { return nil }
        return Word(
            text: String(decoding: bytes[start..<position], as: UTF8.self),
            range: SourceRange(
                file: file,
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: position)
            )
        )
    }

    /// Everything that is left.
    var rest: String? {
        var words = self
        words.skipBlanks()
        return words.position < bytes.endIndex ? String(decoding: bytes[words.position...], as: UTF8.self) : nil
    }

    private mutating func skipBlanks() {
        while position < bytes.endIndex, isBlank(bytes[position]) { position += 1 }
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
