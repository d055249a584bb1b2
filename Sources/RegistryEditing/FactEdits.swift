public import CivilTime
public import Diagnostics
import SourceTree
public import Vocabulary

/// Where a fact comes from, as its record says it.
public struct EditedProvenance: Sendable {
    let source: String
    let confidence: Confidence

    /// A source of the city's file, and how sure the fact is.
    public init(source: String, confidence: Confidence) {
        self.source = source
        self.confidence = confidence
    }

    var yaml: String { "source: \(source), confidence: \(confidence.rawValue)" }
}

/// A telephone number of a city's bureau.
public struct PhoneEdit: Sendable {
    private let number: String
    private let old: String?
    private let provenance: EditedProvenance

    /// Adds a number, or puts it in the place of another.
    public init(_ number: String, insteadOf old: String? = nil, _ provenance: EditedProvenance) {
        self.number = number
        self.old = old
        self.provenance = provenance
    }

    /// The city's file with that number.
    public func applied(to source: SourceFile) throws(EditRefusal) -> SourceFile {
        let file = try FileEditing(source)
        let record = "{number: \(number.quoted), \(provenance.yaml)}"
        guard let bureau = file.entry("bureau") else {
            throw EditRefusal("\(source.path) has no 'bureau'", "\(source.path) 缺少“bureau”")
        }
        if let old { return try file.applying(replacing(old, in: file, bureau.value)) }
        guard file.tree.kind(of: bureau.value) == .mapping else {
            return try file.applying([file.replacingValue(of: bureau, with: ["phones:", "  - \(record)"])])
        }
        guard let phones = file.entry("phones", in: bureau.value) else {
            let edit = file.addingEntry(["phones:", "  - \(record)"], flow: "phones: \(record)", to: bureau)
            return try file.applying([edit])
        }
        let value = phones.value
        switch file.tree.kind(of: value) {
        case .scalar:
            return try file.applying(
                [
                    file.isFlow(bureau.value)
                        ? file.replacing(value, record) : file.replacingValue(of: phones, with: ["- \(record)"])
                ]
            )
        case .mapping:
            let (start, end) = (file.start(of: value), file.end(of: value))
            return try file.applying([file.replacing(start, start, "["), file.replacing(end, end, ", \(record)]")])
        case .sequence:
            return try file.applying([file.addingItem(record, to: value)].compactMap(\.self))
        }
    }

    private func replacing(_ old: String, in file: FileEditing, _ bureau: NodeID) throws(EditRefusal) -> [TextEdit] {
        let value = file.entry("phones", in: bureau)?.value
        let records = value.map { file.tree.kind(of: $0) == .sequence ? Array(file.tree.items(of: $0)) : [$0] } ?? []
        let place = records.first { record in
            file.entry("number", in: record).map { file.tree.equals($0.value, old) } ?? false
        }
        guard let place, let written = file.entry("number", in: place)?.value else {
            throw EditRefusal("the bureau has no number '\(old)'", "该机构没有号码“\(old)”")
        }
        guard let source = file.entry("source", in: place)?.value,
            let confidence = file.entry("confidence", in: place)?.value
        else {
            throw EditRefusal(
                "'\(old)' shares its source with other facts: edit the record by hand",
                "“\(old)”与其他内容共用来源：请手动修改该记录"
            )
        }
        return [
            file.replacing(written, number.quoted), file.replacing(source, provenance.source),
            file.replacing(confidence, provenance.confidence.rawValue),
        ]
    }
}

/// A fee of a city's own, from a day on.
public struct FeeEdit: Sendable {
    private let service: String
    private let answers: [(question: String, answers: [String])]
    private let fee: String
    private let day: CivilDate
    private let provenance: EditedProvenance

    /// What some answers cost from a day on, as a registry writes it: yuan, or a word such as `unknown`.
    public init(
        _ service: String,
        _ answers: [(question: String, answers: [String])],
        costs fee: String,
        from day: CivilDate,
        _ provenance: EditedProvenance
    ) {
        self.service = service
        self.answers = answers
        self.fee = fee
        self.day = day
        self.provenance = provenance
    }

    /// The city's file with that fee; `today` parts what is history from what is to come.
    public func applied(to source: SourceFile, today: CivilDate) throws(EditRefusal) -> SourceFile {
        guard day >= today else {
            throw EditRefusal(
                "\(day) has gone by, and history is not rewritten: name today (\(today)) or a later day; what was wrong "
                    + "is corrected in the file, with its reason",
                "\(day) 已经过去，历史不能改写：请写今天（\(today)）或以后的日期；错误须在文件中更正并注明原因"
            )
        }
        let file = try FileEditing(source)
        let conditions = answers.map { answer in
            "\(answer.question): \(answer.answers.count == 1 ? answer.answers[0] : "[\(answer.answers.joined(separator: ", "))]")"
        }
        let when = conditions.isEmpty ? "" : "when: {\(conditions.joined(separator: ", "))}, "
        let rate = "{\(when)fee: {\(day): \(fee)}, \(provenance.yaml)}"
        let table = ["\(service):", "  item: unknown", "  rates:", "    - \(rate)"]
        let flowTable = "\(service): {item: unknown, rates: [\(rate)]}"
        guard let fees = file.entry("fees") else {
            throw EditRefusal("\(source.path) has no 'fees'", "\(source.path) 缺少“fees”")
        }
        guard let tables = file.entry("fees", "rates") else {
            let edit = file.addingEntry(["rates:"] + table.map { "  " + $0 }, flow: "rates: {\(flowTable)}", to: fees)
            return try file.applying([edit])
        }
        guard let found = file.entry(service, in: tables.value), let rates = file.entry("rates", in: found.value) else {
            return try file.applying([file.addingEntry(table, flow: flowTable, to: tables)])
        }
        guard let same = file.tree.items(of: rates.value).first(where: { isSame($0, in: file) }),
            let written = file.entry("fee", in: same)?.value
        else { return try file.applying([file.addingItem(rate, to: rates.value)].compactMap(\.self)) }
        try check(written, in: file)
        return try file.applying(
            file.changing(written, to: fee, from: day) + sourcing(same, of: found.value, in: file)
        )
    }

    /// Whether a rate is for just these answers.
    private func isSame(_ rate: NodeID, in file: FileEditing) -> Bool {
        let written = file.entry("when", in: rate).map { Array(file.tree.entries(of: $0.value)) } ?? []
        return written.count == answers.count
            && written.allSatisfy { key, value in
                answers.contains { file.tree.equals(key, $0.question) && Set($0.answers) == Set(file.texts(of: value)) }
            }
    }

    /// Throws where something is written for that day or a later one already.
    private func check(_ fee: NodeID, in file: FileEditing) throws(EditRefusal) {
        for (key, _) in file.tree.entries(of: fee) {
            guard let date = CivilDate(file.tree.text(of: key)), date >= day else { continue }
            throw EditRefusal(
                "that fee changes on \(date) already: name a later day, or edit it by hand",
                "该费用在 \(date) 已有变更：请写更晚的日期，或手动修改"
            )
        }
    }

    /// Adds the source to those the rate rests on: what was charged before still rests on them.
    private func sourcing(_ rate: NodeID, of table: NodeID, in file: FileEditing) -> [TextEdit] {
        let own = file.entry("source", in: rate)?.value
        let sources = (own ?? file.entry("source", in: table)?.value).map { file.texts(of: $0) } ?? []
        guard !sources.contains(provenance.source) else { return [] }
        let all = sources + [provenance.source]
        let text = all.count == 1 ? all[0] : "[\(all.joined(separator: ", "))]"
        if let own { return [file.replacing(own, text)] }
        // Before the first key, where no edit of the fee can be.
        guard let first = file.tree.entries(of: rate).first(where: { _ in true }), file.isFlow(rate) else { return [] }
        let start = file.start(of: first.key)
        return [file.replacing(start, start, "source: \(text), ")]
    }
}

/// Sources of a city's facts.
public enum SourceEdit: Sendable {
    /// A new source, with its fields in the order of writing.
    case add(id: String, fields: [(key: String, value: String)])
    /// A source that somebody looked at again, with the digest of what was seen.
    case seen(id: String, on: CivilDate, digest: String)

    /// The city's file with that.
    public func applied(to source: SourceFile) throws(EditRefusal) -> SourceFile {
        let file = try FileEditing(source)
        switch self {
        case .add(let id, let fields):
            guard file.entry("sources", id) == nil else {
                throw EditRefusal("there is a source '\(id)' already", "已有来源“\(id)”")
            }
            let record = "\(id): {\(fields.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
            guard let sources = file.entry("sources") else {
                return try file.applying([file.addingRecord(["sources:", "  \(record)"])])
            }
            return try file.applying([file.addingEntry([record], flow: record, to: sources)])
        case .seen(let id, let day, let digest):
            guard let source = file.entry("sources", id),
                let retrieved = file.entry("retrieved", in: source.value)?.value
            else { throw EditRefusal("there is no source '\(id)'", "没有来源“\(id)”") }
            let isSeen = file.entry("sha256", in: source.value) != nil
            if let before = CivilDate(file.tree.text(of: retrieved)), before > day || (before == day && isSeen) {
                throw EditRefusal("'\(id)' was seen on \(before) already", "“\(id)”在 \(before) 已经查看过")
            }
            let note = "sha256: \"\(digest)\""
            if let former = file.entry("sha256", in: source.value) {
                return try file.applying([
                    file.replacing(retrieved, "\(day)"), file.replacing(former.value, "\"\(digest)\""),
                ])
            }
            if file.isFlow(source.value) { return try file.applying([file.replacing(retrieved, "\(day), \(note)")]) }
            return try file.applying([
                file.replacing(retrieved, "\(day)"), file.addingEntry([note], flow: note, to: source),
            ])
        }
    }
}

extension String {
    /// As a double-quoted text of YAML.
    public var quoted: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
