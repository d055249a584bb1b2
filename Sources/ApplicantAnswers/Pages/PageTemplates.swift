import Mustache

/// The templates, compiled once.
enum PageTemplates {
    /// Fills a template in.
    static func render(_ name: String, _ view: View) -> String {
        library.render(view, withTemplate: name) ?? ""
    }

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(HTMLText(), named: "HTML-TEXT")
        do {
            return try MustacheLibrary(
                templates: sources.mapValues { bytes in
                    try MustacheTemplate(
                        string: "{{% CONTENT_TYPE:HTML-TEXT}}" + String(decoding: bytes, as: UTF8.self)
                    )
                }
            )
        } catch {
            // The templates are part of the program and every one is rendered by the tests.
            preconditionFailure("a template cannot be read: \(error)")
        }
    }()

    private static let sources = [
        "card": PackageResources.card_mustache,
        "city": PackageResources.city_mustache,
        "door": PackageResources.door_mustache,
        "emphasis": PackageResources.emphasis_mustache,
        "facts": PackageResources.facts_mustache,
        "head": PackageResources.head_mustache,
        "index": PackageResources.index_mustache,
        "list": PackageResources.list_mustache,
        "notes": PackageResources.notes_mustache,
        "place": PackageResources.place_mustache,
        "prices": PackageResources.prices_mustache,
        "section": PackageResources.section_mustache,
        "sentence": PackageResources.sentence_mustache,
        "steps": PackageResources.steps_mustache,
        "subheading": PackageResources.subheading_mustache,
        "top": PackageResources.top_mustache,
        "words": PackageResources.words_mustache,
    ]
}

/// Escapes text for HTML, scalar by scalar.
///
/// The library's own escaping goes by what people see as one character. There a quotation mark with an accent on top is no
/// quotation mark, and passes; a browser would end the attribute at it.
struct HTMLText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.escape($0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let escape = Self.escape(byte) {
                escaped.append(contentsOf: escape.utf8)
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
