import CanonicalJSON
import CivilTime
import ServiceConfig
import Vocabulary

/// Pieces of JSON that several answers share: words for programs, and both wordings where a person may read them.
enum AnswerJSON {
    /// The version of the documents; it rises when a key changes its meaning or goes away.
    static let formatVersion = 1

    static func text(_ text: LocalizedText) -> JSONValue {
        ["en": optional(text.english), "zh": optional(text.chinese)]
    }

    static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    static func date(_ date: CivilDate?) -> JSONValue {
        optional(date?.description)
    }

    static func words(_ words: [String]?) -> JSONValue {
        words.map { .array($0.map(JSONValue.string)) } ?? .null
    }

    static func place(_ place: Place) -> JSONValue {
        [
            "division": .string(place.division),
            "name": text(place.name),
            "province": text(place.province),
            "slug": .string(place.slug),
        ]
    }

    static func hotline(_ hotline: Hotline) -> JSONValue {
        [
            "languages": words(hotline.languages.map(\.rawValue)),
            "name": text(hotline.name),
            "number": .string(hotline.number),
        ]
    }

    /// What a fact rests on.
    ///
    /// `asOf` is the day its newest source speaks of and `daysAgo` how long ago that was; where no source has a date,
    /// `asOf` is only when the newest was read, `asOfIsPublished` is false, and nobody knows how old it is.
    static func evidence(
        _ provenance: Provenance,
        class name: String,
        _ config: CityConfig?,
        on day: CivilDate
    ) -> JSONValue {
        let newest = Source.newest(of: provenance.sources.compactMap { config?.source($0) })
        let isDated = newest?.published != nil
        return [
            "against": words(provenance.against),
            "asOf": date(newest?.asOf),
            "asOfIsPublished": .bool(isDated),
            "confidence": optional(provenance.confidence?.rawValue),
            "daysAgo": newest.flatMap { isDated ? .integer(Int64($0.asOf.days(to: day))) : nil } ?? .null,
            "isContested": .bool(provenance.isContested),
            "isStale": .bool(config?.isStale(provenance, class: name, on: day) ?? false),
            "sources": words(provenance.sources),
        ]
    }

    /// Sources by the ids that evidence names them by.
    static func sources(_ sources: [Source]) -> JSONValue {
        .object(
            JSONObject(
                Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }.map { id, source in
                    (
                        id,
                        [
                            "address": optional(source.address),
                            "copy": optional(source.copy),
                            "kind": .string(source.kind),
                            "published": optional(source.published),
                            "publisher": optional(source.publisher),
                            "retrieved": date(source.retrieved),
                            "title": optional(source.title),
                        ]
                    )
                }
            )
        )
    }
}
