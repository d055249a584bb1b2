import ApplicantAnswers
import ServiceConfig
import Testing
import Vocabulary

struct PagesTests {
    private func pages(_ content: LoadedContent? = nil) throws -> [String: String] {
        let files = Pages(try content ?? Fixture.content(), nationalityName: Fixture.nationalityName).render()
        return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    @Test func `every division has a page in both languages, known or not`() throws {
        let paths = Pages(try Fixture.content()).render().map(\.path)
        let slugs = ["beijing", "guangzhou", "index", "lumen", "nowhere", "suzhou-anhui", "suzhou-jiangsu"]
        #expect(paths == slugs.map { "en/\($0).html" } + ["index.html", "style.css"] + slugs.map { "zh/\($0).html" })
    }

    @Test func `the same content gives the same bytes`() throws {
        let first = Pages(try Fixture.content()).render()
        let second = Pages(try Fixture.content()).render()
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func `every tag is closed and every page says its language, its title and what it is about`() throws {
        for (path, html) in try pages() where path.hasSuffix(".html") {
            let outline = try HTMLOutline(html)
            let tag = outline.elements("html").first?.attributes["lang"]
            #expect(tag == (path.hasPrefix("zh/") ? "zh-Hans" : "en"), "\(path)")
            #expect(outline.elements("title").count == 1)
            #expect(outline.elements("meta").contains { $0.attributes["name"] == "viewport" })
            #expect(outline.elements("meta").contains { $0.attributes["name"] == "description" })
            #expect(outline.elements("main").count == 1)
            #expect(html.contains("<h1>"))
            #expect(!html.contains("<script"))
        }
    }

    @Test func `titles tell all pages of a language apart`() throws {
        for language in Language.allCases {
            let titles = try pages().filter { $0.key.hasPrefix(language.rawValue + "/") }.map { _, html in
                html.split(separator: "<title>").last?.split(separator: "</title>").first.map(String.init) ?? ""
            }
            #expect(Set(titles).count == titles.count)
        }
    }

    @Test func `every link leads to a page or to a place on it`() throws {
        let pages = try pages()
        for (path, html) in pages where path.hasSuffix(".html") {
            let outline = try HTMLOutline(html)
            let ids = outline.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(path) has an id twice")
            for target in outline.elements.compactMap({ $0.attributes["href"] }) {
                if target.hasPrefix("https://") || target.hasPrefix("tel:") { continue }
                if target.hasPrefix("#") {
                    #expect(ids.contains(String(target.dropFirst())), "\(path): \(target)")
                } else {
                    #expect(pages[Self.resolve(target, from: path)] != nil, "\(path): \(target)")
                }
            }
        }
    }

    private static func resolve(_ target: String, from path: String) -> String {
        if target.hasPrefix("../") { return String(target.dropFirst(3)) }
        return path.split(separator: "/").dropLast().map { $0 + "/" }.joined() + target
    }

    @Test func `each page leads to itself in the other language`() throws {
        for (path, html) in try pages() where path.hasPrefix("en/") {
            let other = "../zh/" + path.dropFirst(3)
            let links = try HTMLOutline(html).elements("a").filter { $0.attributes["hreflang"] == "zh-Hans" }
            #expect(links.map { $0.attributes["href"] } == [other])
        }
    }

    @Test func `every page ends with the hotline and the caution`() throws {
        for (path, html) in try pages() where path.contains("/") {
            let language: Language = path.hasPrefix("zh/") ? .chinese : .english
            let footer = try #require(html.split(separator: "<footer>").last)
            #expect(footer.contains("12367"))
            #expect(footer.contains(Phrases.caution.text(in: language)))
        }
    }

    @Test func `a city nobody has looked into never reads as no`() throws {
        let pages = try pages()
        for (path, language) in [("en/nowhere.html", Language.english), ("zh/nowhere.html", .chinese)] {
            let page = try #require(pages[path])
            #expect(page.contains(Phrases.verdict(.unknown, ways: nil, hotline: "12367").text(in: language)))
            // The card asks questions; what comes before it answers.
            let told = try #require(page.split(separator: "<section id=\"card\"").first)
            for refusal in PhrasesTests.refusals[language] ?? [] { #expect(!told.contains(refusal), "\(refusal)") }
        }
    }

    @Test func `a page tells how things stand on the first day, and every change after it`() throws {
        let page = try #require(try pages()["en/lumen.html"])
        let text = try HTMLOutline(page).text
        #expect(text.contains("How things stand from 2026-01-01 on"))
        #expect(text.contains("from 2027-01-01: withdrawn"))
        #expect(text.contains("From 2026-06-01: This program takes payments in Lumen from a trial share"))
        #expect(text.contains("From 2026-12-15: This program takes payments in Lumen."))
        #expect(text.contains("CNY 168 per person; from 2027-03-01: CNY 180 per person"))
        #expect(!text.contains("ago"))
    }

    @Test func `a page names the countries of each group, and apart those on whom sources disagree`() throws {
        let pages = try pages()
        let english = try HTMLOutline(pages["en/lumen.html"] ?? "").text
        #expect(english.contains("Countries with reciprocal fees (Brazil, USA)"))
        #expect(english.contains("Countries with reciprocal fees, on whom sources disagree (Great Britain)"))
        #expect(english.contains("says otherwise"))
        #expect(english.contains("All other countries (DEU, FRA, JPN)"))
        let chinese = try HTMLOutline(pages["zh/lumen.html"] ?? "").text
        #expect(chinese.contains("对等国家（巴西、美国）"))
        #expect(chinese.contains("对等国家，资料说法不一（英国）"))
    }

    @Test func `the title of a page asks, and does not promise`() throws {
        let pages = try pages()
        let titles = ["en": "Nowhere, Guangdong: can exit-entry fees be paid at home?", "zh": "出入境证件费用可以在家缴纳吗？"]
        for (language, title) in titles {
            #expect(try #require(pages["\(language)/nowhere.html"]).contains(title + "</title>"))
        }
    }

    @Test func `the list shows every place with its province where names repeat, and its other names`() throws {
        let pages = try pages()
        let english = try HTMLOutline(pages["en/index.html"] ?? "").text
        for name in ["Anhui", "Jiangsu", "Peking", "unknown so far", "can be paid at home", "2 cities"] {
            #expect(english.contains(name), "\(name)")
        }
        #expect(try #require(pages["en/index.html"]).contains("href=\"#letter-S\""))
        #expect(try #require(pages["zh/index.html"]).contains("href=\"#province-340000\""))
    }

    @Test func `an address is a link only if it was recorded as one`() throws {
        let pages = try pages()
        let guangzhou = try HTMLOutline(pages["en/guangzhou.html"] ?? "")
        let links = guangzhou.elements("a").compactMap { $0.attributes["href"] }
        #expect(guangzhou.text.contains("guide.example/pay"))
        #expect(!links.contains { $0.contains("guide.example") })
        #expect(links.contains("https://news.example/12367"))
        let lumen = try HTMLOutline(pages["en/lumen.html"] ?? "")
        #expect(lumen.elements("a").contains { $0.attributes["href"] == "https://old.example/a?b=1&amp;c=2" })
    }

    @Test func `the card has the sentences, the receipt, the account and the buttons in Chinese`() throws {
        for path in ["en/guangzhou.html", "zh/guangzhou.html"] {
            let page = try #require(try pages()[path])
            let card = try #require(page.split(separator: "id=\"card\"").last)
            for text in [
                "我要缴纳出入境证件费用。", "I want to pay the exit-entry document fee.", "办事大厅", "Service hall", "gzsgaj",
            ] {
                #expect(card.contains(text), "\(path): \(text)")
            }
            #expect(card.contains("VISA/STAY PERMIT/RESIDENCE PERMIT APPLICATION RECEIPT"))
        }
    }

    @Test func `phone numbers can be dialled`() throws {
        let outline = try HTMLOutline(try pages()["en/guangzhou.html"] ?? "")
        let numbers = outline.elements("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("tel:") }
        #expect(numbers == ["tel:12367", "tel:96897"])
    }
}
