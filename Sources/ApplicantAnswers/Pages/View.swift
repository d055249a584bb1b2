import Vocabulary

/// What a template is filled in with.
///
/// A name that a template finds nowhere near is looked for further out, so every name is always there: `false` where there
/// is nothing to show.
typealias View = [String: Any]

/// Turns pieces of a report into what templates show.
struct ViewMaker {
    /// The page's language; text in another one is marked as such.
    let language: Language

    func words(_ words: Words) -> View {
        ["lang": foreign(words.language), "text": words.text]
    }

    /// A text that begins a line.
    func heading(_ words: Words) -> View {
        ["lang": foreign(words.language), "text": words.capitalized]
    }

    private func foreign(_ language: Language?) -> Any {
        guard let language, language != self.language else { return false }
        return language.tag
    }

    func section(_ section: Section) -> View {
        ["id": section.id, "heading": section.heading, "blocks": section.blocks.map(block)]
    }

    private func block(_ block: Block) -> View {
        switch block {
        case .emphasis(let text, let status):
            return ["kind": "emphasis", "text": text, "status": status?.rawValue ?? "none"]
        case .sentence(let text, let evidence):
            return ["kind": "sentence", "text": text, "evidence": optional(evidence.map(brief))]
        case .subheading(let words, let aside):
            return ["kind": "subheading", "heading": heading(words), "aside": optional(aside)]
        case .facts(let facts):
            return ["kind": "facts", "facts": facts.map(fact)]
        case .steps(let steps, let heading):
            return ["kind": "steps", "heading": heading, "steps": steps.map(step)]
        case .list(let items):
            return ["kind": "list", "items": items]
        case .prices(let rows, let caption):
            // What most rows rest on is said once, below them.
            let common = Self.commonest(rows.compactMap(\.evidence))
            return [
                "kind": "prices",
                "caption": optional(caption.map(heading)),
                "rows": rows.map { row($0, under: common) },
                "common": optional(common.map(full)),
                "whatHeading": Headings.what.text(in: language),
                "feeHeading": Headings.fee.text(in: language),
            ]
        }
    }

    private func fact(_ fact: Fact) -> View {
        [
            "term": fact.term,
            "values": fact.values.map(value),
            "evidence": optional(fact.evidence.map { fact.values.isEmpty ? full($0) : brief($0) }),
        ]
    }

    private func value(_ value: Fact.Value) -> View {
        switch value {
        case .words(let words):
            return self.words(words).merging(["phone": false, "link": false]) { first, _ in first }
        case .phone(let number):
            let digits = String(number.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" })
            return ["lang": false, "text": number, "phone": digits, "link": false]
        case .site(let address):
            return ["lang": false, "text": address, "phone": false, "link": optional(Teller.link(address))]
        }
    }

    private func step(_ step: Instruction) -> View {
        let gloss = step.button == nil || language == .english ? step.meaning : nil
        return [
            "button": optional(step.button),
            "buttonLang": Language.chinese.tag,
            "meaning": optional(gloss.map(words)),
            "remarks": step.remarks.isEmpty ? false : step.remarks.joined(separator: language.clauseSeparator),
        ]
    }

    private static func commonest(_ all: [Evidence]) -> Evidence? {
        let counts = all.map { one in all.count { $0 == one } }
        return counts.max().flatMap(counts.firstIndex).map { all[$0] }
    }

    private func row(_ row: PriceRow, under common: Evidence?) -> View {
        [
            "what": heading(row.what),
            "price": row.price,
            "isAmount": row.isAmount,
            "note": optional(row.note.map(heading)),
            "evidence": row.evidence == common ? false : optional(row.evidence.map(brief)),
        ]
    }

    // MARK: Evidence

    private func full(_ evidence: Evidence) -> View {
        view(evidence.remarks.joined(separator: language.clauseSeparator), evidence)
    }

    private func brief(_ evidence: Evidence) -> View {
        view(evidence.brief.joined(separator: language.comma), evidence)
    }

    private func view(_ remarks: String, _ evidence: Evidence) -> View {
        let sources = evidence.sources.map { ["number": $0, "label": "[\($0)]"] as View }
        let against = evidence.against.map {
            ["number": $0, "label": Phrases.saysOtherwise("[\($0)]").text(in: language)] as View
        }
        return ["remarks": remarks, "numbers": sources + against]
    }

    func source(_ source: SourceLine) -> View {
        [
            "number": source.number,
            "label": source.label,
            "remarks": source.remarks.joined(separator: language.clauseSeparator),
            "address": optional(source.address),
            "link": optional(source.link),
        ]
    }

    func optional(_ value: Any?) -> Any {
        value ?? false
    }
}

extension Language {
    /// The language as pages declare it.
    var tag: String { self == .english ? "en" : "zh-Hans" }
}
