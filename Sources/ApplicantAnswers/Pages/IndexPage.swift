import CivilTime
import ServiceConfig
import Vocabulary

/// The list of all divisions in one language: by name, and by province.
struct IndexPage {
    private let index: DivisionIndex
    private let language: Language

    init(_ index: DivisionIndex, _ language: Language) {
        self.index = index
        self.language = language
    }

    var view: View {
        PageHead.view(
            language,
            title: Phrases.siteTitle.text(in: language),
            description: Phrases.siteIntroduction.text(in: language),
            file: "index.html"
        ).merging([
            "introduction": Phrases.siteIntroduction.text(in: language),
            "standing": Phrases.standing(from: "\(index.askedFrom)").text(in: language),
            "counts": counts,
            "knownHeading": Phrases.whereKnown.text(in: language),
            "hasKnown": !known.isEmpty,
            "known": known.map { view($0, withProvince: true) },
            "lists": lists,
            "hotline": Phrases.callHotline(index.hotline.number).text(in: language),
        ]) { first, _ in first }
    }

    private var known: [DivisionIndex.Entry] {
        index.entries.filter { status($0) == .offered }
    }

    private func status(_ entry: DivisionIndex.Entry) -> ChannelStatus {
        entry.homePayment.value(on: index.askedFrom) ?? .unknown
    }

    private var counts: [String] {
        ChannelStatus.allCases.compactMap { status in
            let count = index.entries.count { self.status($0) == status }
            return count == 0 ? nil : Phrases.count(count, status).text(in: language)
        }
    }

    // MARK: Lists

    /// By name for those who read Latin letters, and by province for all.
    private var lists: [View] {
        let provinces = list("provinces", Phrases.byProvince, byProvince)
        return language == .english ? [list("names", Phrases.byName, byLetter), provinces] : [provinces]
    }

    private struct Group {
        var id: String
        var name: String
        var entries: [DivisionIndex.Entry]
    }

    private func list(_ id: String, _ heading: LocalizedText, _ groups: [Group]) -> View {
        [
            "id": id,
            "heading": heading.text(in: language),
            "groups": groups.map { group in
                [
                    "id": group.id, "name": group.name,
                    "entries": group.entries.map { view($0, withProvince: id == "names") },
                ] as View
            },
        ]
    }

    private var byLetter: [Group] {
        let sorted = index.entries.sorted {
            ($0.place.name.english ?? "", $0.place.slug) < ($1.place.name.english ?? "", $1.place.slug)
        }
        var groups: [Group] = []
        for entry in sorted {
            let letter = (entry.place.name.english ?? entry.place.slug).prefix(1).uppercased()
            if groups.last?.name != letter { groups.append(Group(id: "letter-\(letter)", name: letter, entries: [])) }
            groups[groups.count - 1].entries.append(entry)
        }
        return groups
    }

    private var byProvince: [Group] {
        var groups: [Group] = []
        for entry in index.entries {
            let id = "province-\(entry.place.provinceCode)"
            if let index = groups.firstIndex(where: { $0.id == id }) {
                groups[index].entries.append(entry)
            } else {
                groups.append(Group(id: id, name: entry.place.province.text(in: language), entries: [entry]))
            }
        }
        return groups
    }

    private func view(_ entry: DivisionIndex.Entry, withProvince: Bool) -> View {
        let maker = ViewMaker(language: language)
        let place = entry.place
        let later = entry.homePayment.changes.filter { $0.date > index.askedFrom }.map {
            Phrases.from("\($0.date)", Phrases.homeStatus($0.value)).text(in: language)
        }
        return [
            "address": "\(place.slug).html",
            "name": maker.words(Words(place.name, preferring: language)),
            "otherName": maker.optional(
                place.name[language.other].map { maker.words(Words($0, in: language.other)) }
            ),
            "province": maker.optional(
                withProvince && place.division != place.provinceCode ? place.province.text(in: language) : nil
            ),
            "status": status(entry).rawValue,
            "statusWords": ([Phrases.homeStatus(status(entry)).text(in: language)] + later)
                .joined(separator: language.clauseSeparator),
            "aliases": maker.optional(
                entry.aliases.isEmpty ? nil : entry.aliases.joined(separator: language.listSeparator)
            ),
        ]
    }
}

/// The first page, where a reader chooses the language.
struct DoorPage {
    private let index: DivisionIndex

    init(_ index: DivisionIndex) {
        self.index = index
    }

    var view: View {
        [
            "title": Language.allCases.map { Phrases.siteTitle.text(in: $0) }.joined(separator: " · "),
            "description": Phrases.siteIntroduction.text(in: .english),
            "root": "",
            "tag": Language.english.tag,
            "languages": Language.allCases.map { language in
                [
                    "address": "\(language.rawValue)/index.html",
                    "tag": language.tag,
                    "name": Phrases.ownName(language),
                    "title": Phrases.siteTitle.text(in: language),
                    "introduction": Phrases.siteIntroduction.text(in: language),
                    "hotline": Phrases.callHotline(index.hotline.number).text(in: language),
                    "caution": Phrases.caution.text(in: language),
                ] as View
            },
            "alternate": false,
        ]
    }
}
