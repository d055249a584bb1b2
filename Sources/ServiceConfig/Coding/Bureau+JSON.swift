import CanonicalJSON
import Vocabulary

extension Bureau: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Bureau {
        try Bureau(
            name: record.optional("name"),
            offices: record.list("offices"),
            districts: record.optional("districts"),
            phones: record.list("phones"),
            hours: record.list("hours"),
            online: record.list("online"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("districts", optional: districts)
        writer.add("hours", list: hours)
        writer.add("name", optional: name)
        writer.add("offices", list: offices)
        writer.add("online", list: online)
        writer.add("phones", list: phones)
        writer.add(provenance)
    }
}

extension Office: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Office {
        try Office(
            id: record.require("id"),
            name: record.optional("name"),
            services: record.list("services"),
            address: record.optional("address"),
            phones: record.list("phones"),
            hours: record.list("hours"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("address", optional: address)
        writer.add("hours", list: hours)
        writer.add("id", id)
        writer.add("name", optional: name)
        writer.add("phones", list: phones)
        writer.add(provenance)
        writer.add("services", list: services)
    }
}

extension Districts: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Districts {
        try Districts(
            current: record.list("current"),
            planned: record.list("planned"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("current", list: current)
        writer.add("planned", list: planned)
        writer.add(provenance)
    }
}

extension Phone: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Phone {
        try Phone(number: record.require("number"), name: record.optional("name"), provenance: record.provenance())
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("name", optional: name)
        writer.add("number", number)
        writer.add(provenance)
    }
}

extension OpeningHours: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> OpeningHours {
        try OpeningHours(
            days: record.require("days"),
            open: record.optional("open"),
            closedOnHolidays: record.flag("closed-on-holidays"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("closed-on-holidays", flag: closedOnHolidays)
        writer.add("days", days)
        writer.add("open", optional: open)
        writer.add(provenance)
    }
}

extension WeekdaySpan: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> WeekdaySpan {
        guard let days = try WeekdaySpan(node.string()) else { throw node.refuse("days of the week") }
        return days
    }

    func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension TimeSpan: ConfigValue {
    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> TimeSpan {
        guard let span = try TimeSpan(node.string()) else { throw node.refuse("HH:MM-HH:MM") }
        return span
    }

    func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension OnlineService: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> OnlineService {
        let places = try [
            record.optional("account").map(Place.account), record.optional("app").map(Place.app),
            record.optional("site").map(Place.site),
        ].compactMap { $0 }
        guard places.count == 1 else { throw record.node.refuse("one of account, app and site") }
        return try OnlineService(
            place: places[0],
            uses: record.optional("uses"),
            steps: record.list("steps"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        switch place {
        case .account(let account):
            writer.add("account", account)
            writer.add(provenance)
        case .app(let name):
            writer.add("app", name)
            writer.add(provenance)
        case .site(let address):
            writer.add(provenance)
            writer.add("site", address)
        }
        writer.add("steps", list: steps)
        writer.add("uses", optional: uses)
    }
}

extension Account: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Account {
        try Account(id: record.optional("id"), name: record.optional("name"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("id", optional: id)
        writer.add("name", optional: name)
    }
}

extension Step: ConfigRecordValue {
    /// What is followed.
    private static let account = "account"

    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Step {
        if let followed = try record.optional("follow", String.self) {
            guard followed == account else { throw record.node.refuse("an account to follow, not '\(followed)'") }
            return .follow
        }
        return try .press(
            Press(
                label: record.require("press"),
                gloss: record.optional("gloss"),
                section: record.optional("section"),
                after: record.list("after")
            )
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        switch self {
        case .follow:
            writer.add("follow", Self.account)
        case .press(let press):
            writer.add("after", list: press.after)
            writer.add("gloss", optional: press.gloss)
            writer.add("press", press.label)
            writer.add("section", optional: press.section)
        }
    }
}

extension Receipt: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> Receipt {
        try Receipt(
            name: record.optional("name"),
            format: record.optional("format"),
            provenance: record.provenance()
        )
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("format", optional: format)
        writer.add("name", optional: name)
        writer.add(provenance)
    }
}

extension ReceiptFormat: ConfigRecordValue {
    static func read(_ record: inout ConfigRecord) throws(ConfigRefusal) -> ReceiptFormat {
        let (shortest, longest) = try (record.require("shortest", Int.self), record.require("longest", Int.self))
        guard shortest <= longest, lengths.contains(shortest), lengths.contains(longest) else {
            throw record.node.refuse("lengths of \(lengths.lowerBound) to \(lengths.upperBound) characters")
        }
        return try ReceiptFormat(length: shortest...longest, alphabet: record.require("alphabet"))
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.add("alphabet", alphabet)
        writer.add("longest", length.upperBound)
        writer.add("shortest", length.lowerBound)
    }
}
