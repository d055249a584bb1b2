import Diagnostics
import SourceTree
import Vocabulary

/// The keys of an account, app or site.
enum OnlineKey: String, RecordKey {
    case account, app, site, steps, source, against, confidence
    case uses = "for"

    static let record = LocalizedText("an online service", "网上服务")
    static let required: [OnlineKey] = [.uses]
    static let exactlyOne: [[OnlineKey]] = [[.account, .app, .site]]
    var form: Form {
        switch self {
        case .account: .record(AccountKey.self)
        case .app: .record(AppKey.self)
        case .site: .text
        case .uses: .known(.oneOrMany(.word))
        case .steps: .oneOrMany(.record(StepKey.self))
        case .source, .against: ProvenanceForm.source
        case .confidence: ProvenanceForm.confidence
        }
    }
}

/// The keys of an official account.
enum AccountKey: String, RecordKey {
    case id, name

    static let record = LocalizedText("an official account", "公众号")
    static let required: [AccountKey] = [.id]
    var form: Form {
        switch self {
        case .id: .known(.text)
        case .name: .localized
        }
    }
}

/// The keys of an app.
enum AppKey: String, RecordKey {
    case name

    static let record = LocalizedText("an app", "手机应用")
    static let required: [AppKey] = [.name]
    var form: Form { .localized }
}

/// The keys of a step.
enum StepKey: String, RecordKey {
    case follow, press, en, after
    case section = "in"

    static let record = LocalizedText("a step", "操作步骤")
    static let required: [StepKey] = []
    static let exactlyOne: [[StepKey]] = [[.follow, .press]]
    var form: Form {
        switch self {
        case .follow: .choice(["account"])
        case .press, .en: .text
        case .section: .localized
        case .after: .oneOrMany(.choice(ScreenElement.passed.map(\.rawValue)))
        }
    }
}

extension Reader {
    /// An account, app or site that does something other than take money.
    mutating func onlineService(_ node: NodeID, _ outer: Provenance) -> OnlineService? {
        guard let fields = fields(node, OnlineKey.self) else { return nil }
        let account = fields[.account].flatMap { self.account($0) }.map { OnlineService.Place.account($0) }
        let app = fields[.app].flatMap { self.app($0) }.map { OnlineService.Place.app($0) }
        let site = fields[.site].flatMap { text($0) }.map { OnlineService.Place.site($0) }
        let uses = fields[.uses].flatMap { known($0) { $0.oneOrMany($1) { $0.word($1) } } }
        let steps = fields[.steps].map { oneOrMany($0) { $0.step($1) } } ?? []
        let provenance = provenance(
            source: fields[.source],
            against: fields[.against],
            confidence: fields[.confidence],
            in: outer
        )
        let stated = [fields[.account], fields[.app], fields[.site]].compactMap { $0 }
        guard stated.count == 1 else {
            report(
                .oneOf,
                LocalizedText(
                    "an online service is one of account, app and site; found \(stated.count) of them",
                    "网上服务只能是公众号、手机应用、网站之一，此处有\(stated.count)种"
                ),
                at: fields.range,
                help: LocalizedText("write one record for each", "请为每一种单独写一条记录")
            )
            return nil
        }
        guard let place = account ?? app ?? site, let uses else { return nil }
        return OnlineService(place: place, uses: uses, steps: steps, provenance: provenance, range: fields.range)
    }

    /// An official account.
    mutating func account(_ node: NodeID) -> Account? {
        guard let fields = fields(node, AccountKey.self) else { return nil }
        let id = fields[.id].flatMap { known($0) { $0.text($1) } }
        let name = fields[.name].flatMap { localized($0) }
        return id.map { Account(id: $0, name: name, range: fields.range) }
    }

    private mutating func app(_ node: NodeID) -> LocatedText? {
        guard let fields = fields(node, AppKey.self) else { return nil }
        return fields[.name].flatMap { localized($0) }
    }

    /// A step.
    mutating func step(_ node: NodeID) -> Step? {
        guard let fields = fields(node, StepKey.self) else { return nil }
        if let follow = fields[.follow], fields[.press] == nil {
            return choice(follow, FollowTarget.self).map { _ in .follow(at: fields.range) }
        }
        guard let press = fields[.press], fields[.follow] == nil else {
            report(
                .oneOf,
                LocalizedText(
                    "a step either follows the account or presses a button",
                    "操作步骤只能是关注公众号或点击按钮之一"
                ),
                at: fields.range,
                help: LocalizedText(
                    "write {follow: account} or {press: 提交, en: Submit}",
                    "请写“{follow: account}”或“{press: 提交, en: Submit}”"
                )
            )
            return nil
        }
        let label = text(press)
        let gloss = fields[.en].flatMap { text($0) }
        let section = fields[.section].flatMap { localized($0) }
        let after = fields[.after].map {
            oneOrMany($0) { $0.choice($1, ScreenElement.self, among: ScreenElement.passed) }
        }
        return label.map {
            .press(Step.Press(label: $0, gloss: gloss, section: section, after: after ?? [], range: fields.range))
        }
    }
}

/// What a step may follow.
private enum FollowTarget: String, CaseIterable, Sendable {
    case account
}
