import Vocabulary

/// What every page has around its content.
enum PageHead {
    /// The names that the template `head` and the foot of a page need.
    static func view(_ language: Language, title: String, description: String, file: String) -> View {
        let other = language.other
        return [
            "tag": language.tag,
            "title": title,
            "description": description,
            "root": "../",
            "skip": Phrases.skipToContent.text(in: language),
            "home": ["address": "index.html", "text": Phrases.allCities.text(in: language)] as View,
            "alternate": [
                "address": "../\(other.rawValue)/\(file)", "tag": other.tag, "name": Phrases.ownName(other),
            ] as View,
            "caution": Phrases.caution.text(in: language),
        ]
    }
}
