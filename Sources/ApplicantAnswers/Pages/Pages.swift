import CivilTime
import PaymentEngine
public import ServiceConfig
public import Vocabulary

/// What applicants read on the web: for every division of China a page in English and one in Chinese.
///
/// The pages are plain files that any web server can serve, and are complete without a script. They are a pure function of
/// the content: nothing in them depends on the day they were made. A page tells how things stand on the first day its
/// content answers for, with every later change that is known, and how old knowledge is by its date.
public struct Pages: Sendable {
    private let content: LoadedContent
    private let nationalityName: @Sendable (NationalityCode) -> LocalizedText?

    /// Pages for this content.
    ///
    /// - Parameters:
    ///   - content: The content.
    ///   - nationalityName: What a nationality is called; those it does not know go by their codes.
    public init(
        _ content: LoadedContent,
        nationalityName: @escaping @Sendable (NationalityCode) -> LocalizedText? = { _ in nil }
    ) {
        self.content = content
        self.nationalityName = nationalityName
    }

    /// The files, in bytewise order of their paths.
    public func render() -> [(path: String, bytes: [UInt8])] {
        let index = content.index()
        let engine = Engine(content)
        var files: [(path: String, html: String)] = [
            ("index.html", PageTemplates.render("door", DoorPage(index).view))
        ]
        for language in Language.allCases {
            let list = IndexPage(index, language)
            files.append(("\(language.rawValue)/index.html", PageTemplates.render("index", list.view)))
            for entry in index.entries {
                let config = content.config(of: entry.place.slug)
                let page = CityPage(entry, config, index, engine, language, nationalityName)
                files.append(("\(language.rawValue)/\(entry.place.slug).html", PageTemplates.render("city", page.view)))
            }
        }
        return (files.map { ($0.path, Array($0.html.utf8)) } + [("style.css", PackageResources.style_css)])
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}
