import CanonicalJSON
import CityRegistry
import CivilTime
import Diagnostics
import Divisions
import Money
import RegistryRules
import SourceTree
import Vocabulary

/// What is known of a word, a fee or a key, for whoever points at it.
struct Hover: Sendable {
    private let view: FileView
    private let today: CivilDate
    private let language: Language

    init(_ view: FileView, today: CivilDate, language: Language) {
        self.view = view
        self.today = today
        self.language = language
    }

    /// The paragraphs, and what they are about; nothing where there is nothing to say.
    func answer(at offset: Int) -> (text: HoverText, range: SourceRange)? {
        guard let place = view.place(at: offset), view.tree.kind(of: place.node) == .scalar else { return nil }
        let range = view.tree.range(of: place.node)
        if let word = word(at: place) { return (word, range) }
        if let fee = fee(at: place) { return (fee, range) }
        if let status = status(at: place) { return (status, range) }
        return key(at: place).map { ($0, range) }
    }

    // MARK: Words

    private func word(at place: FilePlace) -> HoverText? {
        let text = view.tree.text(of: place.node)
        let lexicon = view.lexicon
        for kind in place.kinds(in: view.kind, view.tree) {
            switch kind {
            case .source:
                if let source = lexicon.source(text) { return self.source(text, source) }
            case .division, .slug:
                let table = view.session.validator.divisions
                let division = kind == .slug ? table.division(slug: text) : table.division(code: text)
                if let division { return self.division(division) }
            case .nationality:
                if let code = NationalityCode(text), let nationality = view.session.validator.nationalities[code] {
                    return self.nationality(nationality)
                }
            default:
                guard let word = lexicon.word(text, of: kind) else { continue }
                return HoverText(text, word.name.map { [$0.text(in: language)] } ?? [])
            }
        }
        return sourceDefinition(at: place)
    }

    /// A source, pointed at where it is defined.
    private func sourceDefinition(at place: FilePlace) -> HoverText? {
        guard place.role == .key, place.path == ["sources"] else { return nil }
        let id = view.tree.text(of: place.node)
        return view.lexicon.source(id).map { source(id, $0) }
    }

    private func source(_ id: String, _ record: [(key: String, value: String)]) -> HoverText {
        func value(_ key: String) -> String? { record.first { $0.key == key }?.value }
        var lines: [String] = []
        let names = [value("title"), value("publisher")].compactMap(\.self)
        if !names.isEmpty { lines.append(names.joined(separator: say(". ", "，"))) }
        if let kind = value("kind") {
            let cap = view.session.registry.settings?.sourceKinds.first { $0.id.value == kind }?.atMost.value
            let copy = value("copy").map { say(", \($0)", "，\($0)") } ?? ""
            let trust = cap.map { say("; allows confidence \($0.rawValue) at most", "；可信度最高为 \($0.rawValue)") } ?? ""
            lines.append(say("kind: ", "类型：") + kind + copy + trust)
        }
        if let address = value("address") { lines.append(address) }
        if let published = value("published") { lines.append(say("published \(published)", "发布于\(published)")) }
        if let retrieved = value("retrieved") { lines.append(age(retrieved)) }
        return HoverText(id, lines)
    }

    private func age(_ retrieved: String) -> String {
        let read = say("read \(retrieved)", "查阅于\(retrieved)")
        guard let day = CivilDate(retrieved) else { return read }
        let days = day.days(to: today)
        guard days >= 0 else { return read }
        return read + (days == 1 ? say(", 1 day ago", "，1天前") : say(", \(days) days ago", "，\(days)天前"))
    }

    private func division(_ division: Division) -> HoverText {
        HoverText(
            "\(division.englishName) \(division.chineseName)",
            [
                division.isMunicipality
                    ? say("a municipality", "直辖市")
                    : "\(division.province.englishName) \(division.province.chineseName)",
                "city: \(division.slug) · division: \"\(division.code)\"",
            ]
        )
    }

    private func nationality(_ nationality: Nationality) -> HoverText {
        let name = nationality.name
        var lines: [String] = []
        for schedule in view.session.registry.schedules {
            guard let group = group(of: nationality.code, in: schedule) else { continue }
            lines.append("\(schedule.id.value): \(group.id.value) (\(group.name.value.text(in: language)))")
        }
        return HoverText("\(name.text(in: .english)) \(name.text(in: .chinese))", lines)
    }

    /// The group that holds a nationality today.
    private func group(of code: NationalityCode, in schedule: Schedule) -> NationalityGroup? {
        let named = schedule.groups.first { group in
            guard case .records(let records) = group.members else { return false }
            return records.contains { $0.codes.value(on: today)?.contains { $0.value == code } ?? false }
        }
        return named
            ?? schedule.groups.first { if case .everyoneElse = $0.members { true } else { false } }
    }

    // MARK: Fees

    private func fee(at place: FilePlace) -> HoverText? {
        let offset = view.tree.range(of: place.node).start
        let holds = { (range: SourceRange) in
            range.file == view.file && range.start <= offset && offset < max(range.end, range.start + 1)
        }
        let tables: [FeeTable]
        let sources: [Source]
        if let city = view.session.registry.cities.first(where: { $0.file == view.file }) {
            (tables, sources) = (city.fees.tables, city.sources)
        } else if let schedule = view.session.registry.schedules.first(where: { $0.file == view.file }) {
            (tables, sources) = (schedule.tables, schedule.sources)
        } else {
            return nil
        }
        guard place.role == .value ? place.path.last == "fee" : false else { return nil }
        for table in tables {
            guard let rate = table.rates.first(where: { holds($0.range) }) else { continue }
            return FeeText(rate, of: table, sources, view.lexicon, today: today, language: language).hover
        }
        return nil
    }

    // MARK: Statuses and keys

    private func status(at place: FilePlace) -> HoverText? {
        guard place.role == .value, view.kind == .city, place.path.count == 3, place.path.first == "channels",
            place.path.last == "status", let status = ChannelStatus(rawValue: view.tree.text(of: place.node))
        else { return nil }
        var lines = [status.meaning.text(in: language)]
        let channel = view.session.registry.cities.first { $0.file == view.file }?
            .channels.first { $0.id.value == place.path[1] }
        if let channel {
            lines += FeeText.since(channel.status, today: today, language).map { [$0] } ?? []
            let city = view.session.registry.cities.first { $0.file == view.file }
            lines += FeeText.provenance(channel.provenance, city?.sources ?? [], today: today, language)
        }
        return HoverText(status.rawValue, lines)
    }

    private func key(at place: FilePlace) -> HoverText? {
        guard place.role == .key else { return nil }
        let name = view.tree.text(of: place.node)
        for form in place.forms {
            guard case .record(let keys) = form else { continue }
            let shape = RecordShape(keys)
            guard let key = shape[name] else { continue }
            let need = key.isRequired ? say(", required", "，必填") : ""
            return HoverText(
                name,
                [
                    say("of \(shape.name.text(in: .english))\(need)", "属于\(shape.name.text(in: .chinese))\(need)"),
                    key.form.words.text(in: language),
                ]
            )
        }
        return nil
    }

    private func say(_ english: String, _ chinese: String) -> String {
        LocalizedText(english, chinese).text(in: language)
    }
}

/// A heading and lines, as Markdown or as plain text.
struct HoverText: Hashable, Sendable {
    let heading: String
    let lines: [String]

    init(_ heading: String, _ lines: [String]) {
        self.heading = heading
        self.lines = lines
    }

    /// As the client shows it.
    func json(asMarkdown: Bool) -> JSONValue {
        let text =
            asMarkdown
            ? (["**\(Markdown.text(heading))**"] + lines.map { Markdown.text($0) }).joined(separator: "\n\n")
            : ([heading] + lines).joined(separator: "\n")
        return ["kind": asMarkdown ? "markdown" : "plaintext", "value": .string(text)]
    }
}

extension ChannelStatus {
    /// What it means, for a person.
    var meaning: LocalizedText {
        switch self {
        case .offered: LocalizedText("a source says that the bureau runs it", "有来源表明该机构提供此渠道")
        case .notOffered: LocalizedText("a source says that the bureau does not run it", "有来源表明该机构不提供此渠道")
        case .withdrawn: LocalizedText("the bureau ran it once and has stopped", "该机构曾提供此渠道，现已停止")
        case .unknown: LocalizedText("no source says; it never means no", "没有来源说明；绝不表示“没有”")
        }
    }
}
