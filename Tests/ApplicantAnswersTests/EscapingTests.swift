import ApplicantAnswers
import CivilTime
import ServiceConfig
import Testing
import Vocabulary

/// Whatever a registry says is text, and never becomes part of a page's structure.
struct EscapingTests {
    /// An attack, and one that hides its quotation mark under an accent.
    private static let attacks = [
        "<script>alert('x')</script>&\"", "\"\u{301} onclick=\"x\u{301}", "x\" autofocus=\"y",
    ]

    private func poisoned(_ attack: String) throws -> LoadedContent {
        let text = LocalizedText(attack, attack)
        let sourced = Provenance(sources: ["lumen:bad"], against: ["lumen:bad"], confidence: .low)
        let phone = Phone(number: attack, name: text, provenance: sourced)
        let account = Account(id: attack, name: text)
        let steps: [Step] = [
            .follow, .press(Step.Press(label: attack, gloss: attack, section: text, after: [.terms])),
        ]
        let channel = Fixture.channel(
            "website",
            reach: .home,
            status: Timeline(.offered),
            applicants: ["foreign-national"],
            methods: ["wechat"],
            account: account,
            steps: steps,
            provenance: sourced
        )
        let bureau = Bureau(
            name: text,
            offices: [
                Office(
                    id: "office",
                    name: text,
                    services: [],
                    address: text,
                    phones: [phone],
                    hours: [],
                    provenance: sourced
                )
            ],
            districts: Districts(current: [attack], planned: [attack], provenance: sourced),
            phones: [phone],
            hours: [],
            online: [
                OnlineService(place: .site("https://" + attack), uses: ["booking"], steps: steps, provenance: sourced),
                OnlineService(place: .site("javascript:" + attack), uses: nil, steps: [], provenance: sourced),
                OnlineService(place: .app(text), uses: nil, steps: [], provenance: sourced),
                OnlineService(place: .account(account), uses: nil, steps: [], provenance: sourced),
            ],
            provenance: sourced
        )
        let place = Place(
            slug: "lumen",
            division: "990100",
            name: text,
            provinceCode: "990000",
            province: text
        )
        let source = Fixture.source(
            "lumen:bad",
            title: attack,
            published: nil,
            copy: attack,
            address: "https://bad.example/" + attack
        )
        var config = Fixture.config(place, bureau: bureau, receipt: text, channels: [channel], sources: [source])
        config.terms = Terms(
            channelKinds: config.terms.channelKinds.mapValues { _ in text },
            methods: config.terms.methods.mapValues { _ in text },
            applicants: config.terms.applicants.mapValues { _ in text },
            onlineUses: config.terms.onlineUses.mapValues { _ in text }
        )
        return try Fixture.content([config])
    }

    @Test(arguments: attacks)
    func `no text of a registry becomes a tag or an attribute`(attack: String) throws {
        let known: Set<String> = [
            "aria-label", "charset", "class", "colspan", "content", "href", "hreflang", "id", "lang", "name", "rel",
            "scope",
        ]
        for page in Pages(try poisoned(attack)).render() where page.path.hasSuffix(".html") {
            // Scalars, as a browser reads them: an accent does not hide a quotation mark.
            let html = String(decoding: page.bytes, as: UTF8.self)
                .unicodeScalars.map { $0 == "\u{301}" ? "_" : String($0) }.joined()
            let outline = try HTMLOutline(html)
            #expect(outline.elements("script").isEmpty, "\(page.path)")
            let attributes = Set(outline.elements.flatMap(\.attributes.keys))
            #expect(attributes.isSubset(of: known), "\(page.path): \(attributes.subtracting(known))")
            let schemes = outline.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("javascript") }
            #expect(schemes.isEmpty, "\(page.path)")
        }
    }
}
