import CityRegistry
import Diagnostics
import Divisions
import RegistryRules
import SourceTree
import Vocabulary

/// One word that may stand at a place.
struct Word: Sendable {
    /// The word as it is written.
    let text: String
    /// What it is called.
    let name: LocalizedText?
    /// Where it is defined; nothing for what is defined in the program.
    let place: SourceRange?

    init(_ text: String, _ name: LocalizedText? = nil, at place: SourceRange? = nil) {
        self.text = text
        self.name = name
        self.place = place
    }
}

/// All words that a file may use, by what they name.
struct Lexicon: Sendable {
    private let session: ValidationSession
    private let file: FileID
    private let tree: Tree

    /// The words for one file of a registry, with what the file itself says read from its tree: that is there also while the
    /// file is full of findings.
    init(_ session: ValidationSession, for file: FileID, _ tree: Tree) {
        self.session = session
        self.file = file
        self.tree = tree
    }

    private var settings: Settings? { session.registry.settings }

    /// The words of a kind, in the order a reader meets them.
    func words(of kind: WordKind) -> [Word] {
        switch kind {
        case .source:
            entries("sources").map {
                Word($0.name, text($0.value, "title") ?? text($0.value, "publisher"), at: $0.range)
            }
        case .schedule: session.registry.schedules.map { Word($0.id.value, $0.name.value, at: $0.id.range) }
        case .group: schedule?.groups.map { Word($0.id.value, $0.name.value, at: $0.id.range) } ?? []
        case .item: schedule?.items.map { Word($0.id.value, $0.name.value, at: $0.id.range) } ?? []
        case .nationality:
            session.validator.nationalities.all.map { Word($0.code.description, $0.name) }
        case .division: session.validator.divisions.all.map { Word($0.code, $0.name) }
        case .slug: session.validator.divisions.all.map { Word($0.slug, $0.name) }
        case .service: settings?.services.map { Word($0.id.value, $0.name.value, at: $0.id.range) } ?? []
        case .question(let service): questions(of: service)
        case .answer(let service, let question):
            self.question(question, of: service)?.answers.map { Word($0.id.value, $0.name.value, at: $0.id.range) }
                ?? []
        case .channel: entries("channels").map { Word($0.name, at: $0.range) }
        case .channelKind: settings?.channelKinds.map { Word($0.id.value, $0.name.value, at: $0.id.range) } ?? []
        case .method: Self.words(settings?.methods)
        case .applicant: Self.words(settings?.applicants)
        case .onlineUse: Self.words(settings?.onlineUses)
        case .sourceKind: settings?.sourceKinds.map { Word($0.id.value, at: $0.id.range) } ?? []
        case .sourceCopy: settings?.sourceCopies.map { Word($0.id.value, at: $0.id.range) } ?? []
        case .holiday: Self.words(session.registry.calendar?.holidays)
        }
    }

    /// The word of a kind that is written like this.
    func word(_ text: String, of kind: WordKind) -> Word? {
        words(of: kind).first { $0.text == text }
    }

    /// The schedule that holds in this file: its own, or the one the city rests on.
    var schedule: Schedule? {
        if let own = session.registry.schedules.first(where: { $0.file == file }) { return own }
        guard let fees = value("fees"), let id = child(fees, "schedule") else { return nil }
        return session.registry.schedule(tree.text(of: id))
    }

    /// The record of a source of this file, by what its keys say.
    func source(_ id: String) -> [(key: String, value: String)]? {
        entries("sources").first { $0.name == id }.map { source in
            tree.entries(of: source.value).map { (tree.text(of: $0.key), tree.text(of: $0.value)) }
        }
    }

    /// The question of a service.
    func question(_ id: String, of service: String) -> QuestionRecord? {
        settings?.services.first { $0.id.value == service }?.questions.first { $0.id.value == id }
    }

    private func questions(of service: String) -> [Word] {
        let questions = settings?.services.first { $0.id.value == service }?.questions ?? []
        let nationality = Word(Rate.nationalityQuestion, LocalizedText("nationality or group of them", "国籍或国籍组"))
        return [nationality] + questions.map { Word($0.id.value, at: $0.id.range) }
    }

    private static func words(_ terms: [Term]?) -> [Word] {
        terms?.map { Word($0.id.value, $0.name.value, at: $0.id.range) } ?? []
    }

    // MARK: This file's own tree

    private func value(_ key: String) -> NodeID? {
        tree.root.flatMap { child($0, key) }
    }

    private func child(_ node: NodeID, _ key: String) -> NodeID? {
        for (name, value) in tree.entries(of: node) where tree.equals(name, key) { return value }
        return nil
    }

    private func entries(_ key: String) -> [(name: String, value: NodeID, range: SourceRange)] {
        guard let node = value(key) else { return [] }
        return tree.entries(of: node).map { (tree.text(of: $0.key), $0.value, tree.range(of: $0.key)) }
    }

    private func text(_ node: NodeID, _ key: String) -> LocalizedText? {
        child(node, key).map { tree.text(of: $0) }.flatMap { LocalizedText(english: $0, chinese: nil) }
    }
}

extension Nationality {
    /// Its name in both languages.
    var name: LocalizedText { LocalizedText(englishName, chineseName ?? englishName) }
}

extension Division {
    /// Its name in both languages, with its province: five names belong to two places.
    var name: LocalizedText {
        isMunicipality
            ? LocalizedText(englishName, chineseName)
            : LocalizedText("\(englishName), \(province.englishName)", "\(province.chineseName)\(chineseName)")
    }
}
