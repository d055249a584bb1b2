import CanonicalJSON
import Vocabulary

extension Bureau {
    var json: JSONValue {
        .build {
            $0.add("districts", districts?.json)
            $0.add("hours", list: hours, \.json)
            $0.add("name", name?.json)
            $0.add("offices", list: offices, \.json)
            $0.add("online", list: online, \.json)
            $0.add("phones", list: phones, \.json)
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Bureau {
        try node.record { record throws(ConfigRefusal) in
            try Bureau(
                name: record.optionalText("name"),
                offices: record.optional("offices").list { node throws(ConfigRefusal) in try Office.read(node) },
                districts: record.optional("districts").read { node throws(ConfigRefusal) in try Districts.read(node) },
                phones: record.optional("phones").list { node throws(ConfigRefusal) in try Phone.read(node) },
                hours: record.optional("hours").list { node throws(ConfigRefusal) in try OpeningHours.read(node) },
                online: record.optional("online").list { node throws(ConfigRefusal) in try OnlineService.read(node) },
                provenance: record.provenance()
            )
        }
    }
}

extension Office {
    var json: JSONValue {
        .build {
            $0.add("address", address?.json)
            $0.add("hours", list: hours, \.json)
            $0.add("id", .string(id))
            $0.add("name", name?.json)
            $0.add("phones", list: phones, \.json)
            $0.add(provenance)
            $0.add("services", list: services, JSONValue.string)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Office {
        try node.record { record throws(ConfigRefusal) in
            try Office(
                id: record.string("id"), name: record.optionalText("name"), services: record.strings("services"),
                address: record.optionalText("address"),
                phones: record.optional("phones").list { node throws(ConfigRefusal) in try Phone.read(node) },
                hours: record.optional("hours").list { node throws(ConfigRefusal) in try OpeningHours.read(node) },
                provenance: record.provenance()
            )
        }
    }
}

extension Districts {
    var json: JSONValue {
        .build {
            $0.add("current", list: current, JSONValue.string)
            $0.add("planned", list: planned, JSONValue.string)
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Districts {
        try node.record { record throws(ConfigRefusal) in
            try Districts(
                current: record.strings("current"), planned: record.strings("planned"),
                provenance: record.provenance()
            )
        }
    }
}

extension Phone {
    var json: JSONValue {
        .build {
            $0.add("name", name?.json)
            $0.add("number", .string(number))
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Phone {
        try node.record { record throws(ConfigRefusal) in
            try Phone(
                number: record.string("number"), name: record.optionalText("name"), provenance: record.provenance()
            )
        }
    }
}

extension OpeningHours {
    var json: JSONValue {
        .build {
            $0.add("closed-on-holidays", flag: closedOnHolidays)
            $0.add("days", .string(days.description))
            $0.add("open", open.map { .array($0.map { .string($0.description) }) })
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> OpeningHours {
        try node.record { record throws(ConfigRefusal) in
            guard let days = try WeekdaySpan(record.string("days")) else { throw node.refuse("days of the week") }
            return try OpeningHours(
                days: days,
                open: record.optional("open").read { node throws(ConfigRefusal) in
                    try node.list { node throws(ConfigRefusal) in
                        guard let span = try TimeSpan(node.string()) else { throw node.refuse("HH:MM-HH:MM") }
                        return span
                    }
                },
                closedOnHolidays: record.optional("closed-on-holidays")
                    .read { node throws(ConfigRefusal) in try node.bool() } ?? false,
                provenance: record.provenance()
            )
        }
    }
}

extension OnlineService {
    var json: JSONValue {
        .build {
            switch place {
            case .account(let account): $0.add("account", account.json)
            case .app(let name): $0.add("app", name.json)
            case .site(let address): $0.add("site", .string(address))
            }
            $0.add(provenance)
            $0.add("steps", list: steps, \.json)
            $0.add("uses", uses.map { .array($0.map(JSONValue.string)) })
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> OnlineService {
        try node.record { record throws(ConfigRefusal) in
            let account = try record.optional("account").read { node throws(ConfigRefusal) in try Account.read(node) }
            let app = try record.optionalText("app")
            let site = try record.optionalString("site")
            let places = [account.map(Place.account), app.map(Place.app), site.map(Place.site)].compactMap { $0 }
            guard places.count == 1 else { throw node.refuse("one of account, app and site") }
            return try OnlineService(
                place: places[0],
                uses: record.optional("uses").read { node throws(ConfigRefusal) in
                    try node.list { node throws(ConfigRefusal) in try node.string() }
                },
                steps: record.optional("steps").list { node throws(ConfigRefusal) in try Step.read(node) },
                provenance: record.provenance()
            )
        }
    }
}

extension Account {
    var json: JSONValue {
        .build {
            $0.add("id", id.map(JSONValue.string))
            $0.add("name", name?.json)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Account {
        try node.record { record throws(ConfigRefusal) in
            try Account(id: record.optionalString("id"), name: record.optionalText("name"))
        }
    }
}

extension Step {
    var json: JSONValue {
        switch self {
        case .follow: .build { $0.add("follow", "account") }
        case .press(let press):
            .build {
                $0.add("after", list: press.after) { .word($0) }
                $0.add("gloss", press.gloss.map(JSONValue.string))
                $0.add("press", .string(press.label))
                $0.add("section", press.section?.json)
            }
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Step {
        try node.record { record throws(ConfigRefusal) in
            if try record.optionalString("follow") != nil { return .follow }
            return try .press(
                Press(
                    label: record.string("press"), gloss: record.optionalString("gloss"),
                    section: record.optionalText("section"), after: record.choices("after")
                )
            )
        }
    }
}

extension Receipt {
    var json: JSONValue {
        .build {
            $0.add(
                "format",
                format.map { format in
                    .build {
                        $0.add("alphabet", .word(format.alphabet))
                        $0.add("longest", .integer(Int64(format.length.upperBound)))
                        $0.add("shortest", .integer(Int64(format.length.lowerBound)))
                    }
                }
            )
            $0.add("name", name?.json)
            $0.add(provenance)
        }
    }

    static func read(_ node: ConfigNode) throws(ConfigRefusal) -> Receipt {
        try node.record { record throws(ConfigRefusal) in
            try Receipt(
                name: record.optionalText("name"),
                format: record.optional("format").read { node throws(ConfigRefusal) in
                    try node.record { record throws(ConfigRefusal) in
                        let shortest = try record.require("shortest").integer()
                        let longest = try record.require("longest").integer()
                        guard ReceiptFormat.lengths.contains(shortest), shortest <= longest else {
                            throw node.refuse("a length")
                        }
                        return try ReceiptFormat(
                            length: shortest...longest, alphabet: record.require("alphabet").choice()
                        )
                    }
                },
                provenance: record.provenance()
            )
        }
    }
}
