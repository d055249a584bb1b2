import SeededRandomness
import Divisions
import Testing

struct DivisionFinderTests {
    private let table = DivisionTable.embedded
    private let finder = DivisionFinder.embedded

    /// The two divisions that have the name of a whole province, and so are asked about.
    private static let namesakes: Set = ["jilin", "hainan"]
    /// Those that share a name with a well-known district of another division.
    private static let districtNamesakes: Set = ["chaoyang", "baoshan"]
    private static let ambiguous = ["Suzhou", "Taizhou", "Fuzhou", "Yichun", "Yulin"]

    private func slugs(_ match: DivisionMatch) -> [String] {
        switch match {
        case .one(let division): [division.slug]
        case .several(let divisions), .province(_, let divisions), .none(let divisions): divisions.map(\.slug)
        }
    }

    private func suggestions(_ text: String) -> [String]? {
        guard case .none(let suggestions) = finder.match(text) else { return nil }
        return suggestions.map(\.slug)
    }

    private func one(_ text: String) -> String? {
        guard case .one(let division) = finder.match(text) else { return nil }
        return division.slug
    }

    // MARK: Every division

    @Test func `every division is found by its code and by its full Chinese name`() {
        for division in table.all {
            #expect(finder.match(division.code) == .one(division))
            #expect(finder.match(division.chineseName) == .one(division))
            #expect(finder.match(division.province.chineseName + division.chineseName) == .one(division))
        }
    }

    @Test func `every division is found by its slug and its short Chinese name, unless a province has it too`() {
        for division in table.all where !Self.namesakes.union(Self.districtNamesakes).contains(division.slug) {
            #expect(finder.match(division.slug) == .one(division))
            #expect(finder.match(division.shortChineseName) == .one(division))
        }
    }

    @Test func `every English name belongs to exactly the divisions that share it`() {
        for division in table.all where !Self.namesakes.union(Self.districtNamesakes).contains(division.slug) {
            let sharers = table.all.filter { $0.englishName == division.englishName }
            let expected = sharers.count == 1 ? DivisionMatch.one(division) : .several(sharers)
            for name in [division.englishName, division.englishName.uppercased(), division.englishName + ", China"] {
                #expect(finder.match(name) == expected, "\(name)")
            }
        }
    }

    @Test func `every division is found by its English name and its province, in either order`() {
        for division in table.all {
            let (name, province) = (division.englishName, division.province.englishName)
            #expect(finder.match("\(name), \(province)") == .one(division))
            #expect(finder.match("\(province) \(name)") == .one(division))
            #expect(finder.match("\(name), \(province) Province, P.R. China") == .one(division))
        }
    }

    @Test func `exactly five names belong to two divisions each`() {
        let shared = Dictionary(grouping: table.all, by: \.englishName).filter { $0.value.count > 1 }
        #expect(Set(shared.keys) == Set(Self.ambiguous))
        #expect(shared.values.allSatisfy { $0.count == 2 })
    }

    // MARK: Provinces

    @Test func `a province is answered with its divisions, in any of its names`() throws {
        let guangdong = try #require(table.provinces.first { $0.englishName == "Guangdong" })
        let expected = DivisionMatch.province(guangdong, table.divisions(inProvince: "440000"))
        let names = ["Guangdong", "guang dong", "Guangdong Province", "广东", "广东省", "中国广东省", "440000", "Kwangtung"]
        for name in names { #expect(finder.match(name) == expected, "\(name)") }
    }

    @Test(arguments: [
        ("Inner Mongolia", "150000"), ("Neimenggu", "150000"), ("内蒙古自治区", "150000"), ("Xizang", "540000"),
        ("Guangxi Zhuang Autonomous Region", "450000"), ("新疆维吾尔自治区", "650000"), ("Shanxi", "140000"),
        ("Shaanxi", "610000"), ("Shānxī", "140000"), ("Shǎnxī", "610000"), ("Sha\u{30C}nxi", "610000"),
    ])
    func `a region is recognised by its long, short and pinyin names`(name: String, code: String) {
        guard case .province(let province, _) = finder.match(name) else {
            Issue.record("\(name) is no province")
            return
        }
        #expect(province.code == code)
    }

    @Test func `a municipality is one division, however it is written`() {
        let names = ["Beijing Municipality", "北京", "北京市", "Beijing Shi", "Beijing, China", "Beijing, Beijing"]
        for name in names + ["Beijing"] {
            #expect(one(name) == "beijing", "\(name)")
        }
    }

    @Test(arguments: [("Jilin", "吉林", "220000", "jilin"), ("Hainan", "海南", "460000", "hainan")])
    func `a name of a province and a division asks, with the province's own divisions first`(
        english: String,
        chinese: String,
        code: String,
        slug: String
    ) {
        let inProvince = table.divisions(inProvince: code).map(\.slug)
        let others = inProvince.filter { $0 != slug }
        let expected = inProvince.contains(slug) ? [slug] + others : others + [slug]
        for name in [english, english.lowercased(), chinese] {
            #expect(slugs(finder.match(name)) == expected, "\(name)")
            guard case .province = finder.match(name) else {
                Issue.record("\(name) must ask")
                return
            }
        }
    }

    @Test func `the kind or the province tells a division from the province of the same name`() {
        for name in ["Jilin City", "吉林市", "Jilin, Jilin", "吉林省吉林市"] { #expect(one(name) == "jilin", "\(name)") }
        for name in ["Hainan Prefecture", "海南州", "海南藏族自治州", "Hainan, Qinghai"] {
            #expect(one(name) == "hainan", "\(name)")
        }
        for name in ["Hainan Province", "海南省", "Hainan City", "海南市"] {
            #expect(slugs(finder.match(name)).first == "haikou", "\(name)")
            #expect(one(name) == nil)
        }
    }

    // MARK: As people type

    @Test(arguments: [
        ("GUANGZHOU", "guangzhou"), ("  guang zhou. ", "guangzhou"), ("Guǎngzhōu", "guangzhou"),
        ("Gua\u{30C}ngzho\u{304}u Shì", "guangzhou"), ("Guangzhou City", "guangzhou"), ("Ｇｕａｎｇｚｈｏｕ", "guangzhou"),
        ("Guangzhou (广州)", "guangzhou"), ("广州 市", "guangzhou"), ("Guangzhou市", "guangzhou"), ("４４０１００", "guangzhou"),
        ("中华人民共和国广东省广州市", "guangzhou"), ("Guangzhou, Guangdong Province, P.R. China", "guangzhou"),
        ("Xi'an", "xian"), ("Xi’an", "xian"), ("xi`an", "xian"), ("Xiʼan", "xian"), ("Xi＇an", "xian"), ("xian", "xian"),
        ("XI AN", "xian"), ("Xi-an", "xian"), ("Xi'an Shi, Shaanxi", "xian"), ("Xian Yang", "xianyang"),
        ("Suzhou, Jiangsu", "suzhou-jiangsu"), ("Suzhou Anhui", "suzhou-anhui"), ("Anhui Suzhou", "suzhou-anhui"),
        ("江苏苏州", "suzhou-jiangsu"), ("江苏 Suzhou", "suzhou-jiangsu"), ("宿州 Suzhou", "suzhou-anhui"),
        ("Yúlín, Shǎnxī", "yulin-shaanxi"), ("Fuzhou, Fukien", "fuzhou-fujian"), ("Lüliang", "luliang"),
        ("Lvliang", "luliang"), ("Huhehaote", "hohhot"), ("Ha Er Bin", "harbin"), ("Daxing'anling", "daxinganling"),
        ("Da Xing An Ling", "daxinganling"), ("大兴安岭", "daxinganling"), ("延边州", "yanbian"), ("兴安盟", "hinggan"),
        ("Dali Bai Autonomous Prefecture", "dali"), ("Shennongjia Forestry District", "shennongjia"),
        ("Lingao Xian", "lingao"), ("Lingao County", "lingao"), ("Suzhou prefecture-level city, Anhui", "suzhou-anhui"),
    ])
    func `a name is understood as people type it`(text: String, slug: String) {
        #expect(one(text) == slug)
    }

    @Test(arguments: [
        ("Jin'an", "jinan"), ("Jin An", "jinan"), ("Xing'an County", "hinggan"), ("兴安县", "hinggan"),
        ("Jianshi", "jian"), ("Guangzhoushi", "guangzhou"), ("Xi'an, Shanxi", "xian"),
        ("Suzhou, Guangdong", "suzhou-jiangsu"),
        ("Guangzhou Shenzhen", "guangzhou"), ("Chaoyang, Beijing", "beijing"), ("北京市朝阳区", "beijing"),
        ("上海市浦东新区", "shanghai"), ("广州市天河区", "guangzhou"), ("I live in Guangzhou", "guangzhou"), ("广洲", "guangzhou"),
        ("广州 Shenzhen", "guangzhou"), ("guangz", "guangzhou"), ("Guangzhuo, Guangdong", "guangzhou"), ("呼和浩", "hohhot"),
        ("Guagnzhou", "guangzhou"), ("Beijng", "beijing"), ("Shenzen", "shenzhen"), ("乌鲁木斉", "urumqi"),
    ])
    func `a name that is nearly right gets a suggestion and no answer`(text: String, slug: String) {
        #expect(suggestions(text)?.first == slug)
    }

    @Test func `Xian is Xi'an although other names begin with it`() {
        #expect(one("Xian") == "xian")
        #expect(one("Xianning") == "xianning")
        #expect(suggestions("Xia")?.contains("xian") == true)
    }

    @Test func `a province narrows the suggestions to its own divisions`() {
        #expect(suggestions("Suzhuo")?.contains("suzhou-jiangsu") == true)
        let anhui = suggestions("Suzhuo, Anhui") ?? []
        #expect(anhui.first == "suzhou-anhui")
        #expect(anhui.allSatisfy { table.division(slug: $0)?.province.englishName == "Anhui" })
    }

    @Test(arguments: ["", "   ", "?!", "'", "x", "Atlantis", "伦敦", "市", "China", "中国", "123456", "\u{0}"])
    func `what names no place gets neither answer nor suggestion`(text: String) {
        #expect(finder.match(text) == .none(suggestions: []))
    }

    @Test func `an endless text is no name`() {
        #expect(finder.match(String(repeating: "Guangzhou ", count: 10_000)) == .none(suggestions: []))
        #expect(finder.match(String(repeating: "a ", count: 90)) == .none(suggestions: []))
        #expect(one(String(repeating: "e", count: 199)) == nil)
    }

    // MARK: Never another city

    @Test func `a slip in a name never answers with another division`() {
        let folded: (String) -> String = { $0.lowercased().filter(\.isLetter) }
        var owners: [String: Set<String>] = [:]
        for division in table.all {
            for name in [division.englishName, division.slug] {
                owners[folded(name), default: []].insert(division.slug)
            }
        }
        for other in finder.otherNames { owners[folded(other.name), default: []].insert(other.slug) }

        var generator = SeededGenerator(seed: 369)
        for division in table.all {
            for _ in 0..<12 {
                let typed = generator.misspelling(of: folded(division.englishName))
                // A slip may spell another name exactly: "Huainan" without its "u" is "Hainan".
                guard let answer = one(typed), owners[typed]?.contains(answer) != true else { continue }
                Issue.record("'\(typed)' was answered with \(answer)")
            }
        }
    }

    @Test func `suggestions are at most five different divisions, the same every time`() throws {
        var generator = SeededGenerator(seed: 7)
        let again = try DivisionFinder(.embedded, otherNames: finder.otherNames.reversed())
        for division in table.all {
            let typed = generator.misspelling(of: generator.misspelling(of: division.englishName.lowercased()))
            guard let suggestions = suggestions(typed) else { continue }
            #expect(suggestions.count <= 5)
            #expect(Set(suggestions).count == suggestions.count)
            #expect(slugs(again.match(typed)) == suggestions, "\(typed)")
        }
    }

    @Test func `a division whose name of eight letters or more has one slip is suggested`() {
        var generator = SeededGenerator(seed: 11)
        for division in table.all where division.englishName.count >= 8 {
            let typed = generator.misspelling(of: division.englishName.lowercased())
            #expect(slugs(finder.match(typed)).contains(division.slug), "\(typed) for \(division.slug)")
        }
    }

    // MARK: Districts, and places elsewhere

    @Test(arguments: ["Chaoyang", "chaoyang", "CHAO YANG", "朝阳", "朝陽"])
    func `the name of a city and of a well-known district of another is a question`(name: String) {
        #expect(slugs(finder.match(name)) == ["beijing", "chaoyang"])
        #expect(finder.divisions(withDistrict: name).map(\.slug) == ["beijing"])
    }

    @Test func `the kind or the province tells the city from the district`() {
        for name in ["Chaoyang City", "朝阳市", "Chaoyang, Liaoning", "辽宁朝阳", "211300"] {
            #expect(one(name) == "chaoyang", "\(name)")
        }
        for name in ["Chaoyang District", "朝阳区", "Chaoyang, Beijing", "北京朝阳", "北京市朝阳区"] {
            #expect(suggestions(name) == ["beijing"], "\(name)")
        }
    }

    @Test(arguments: [
        ("Pudong", "shanghai"), ("Pudong New Area", "shanghai"), ("浦东新区", "shanghai"), ("上海浦东", "shanghai"),
        ("Kunshan", "suzhou-jiangsu"), ("Kunshan City, Jiangsu", "suzhou-jiangsu"), ("江苏省苏州市昆山市", "suzhou-jiangsu"),
        ("Yiwu", "jinhua"), ("義烏", "jinhua"), ("Shunde, Foshan", "foshan"), ("Jing'an", "shanghai"),
        ("中国吉林延吉", "yanbian"),
    ])
    func `a district alone suggests the city it lies in and never answers`(name: String, slug: String) {
        #expect(suggestions(name) == [slug])
        #expect(finder.divisions(withDistrict: name).map(\.slug) == [slug])
    }

    @Test func `every district is a suggestion or a question, and its division is in the list`() {
        for district in OtherName.districts {
            #expect(table.division(slug: district.slug) != nil, "\(district.name)")
            #expect(one(district.name) == nil, "\(district.name)")
            #expect(slugs(finder.match(district.name)).contains(district.slug), "\(district.name)")
        }
    }

    @Test func `a city is no district of itself`() {
        #expect(finder.divisions(withDistrict: "Guangzhou").isEmpty)
        #expect(finder.divisions(withDistrict: "").isEmpty)
    }

    @Test(arguments: [
        ("廣州", "guangzhou"), ("廣東省廣州市", "guangzhou"), ("烏魯木齊", "urumqi"), ("瀋陽", "shenyang"), ("西寧", "xining"),
        ("齊齊哈爾", "qiqihar"), ("鄭州", "zhengzhou"), ("貴陽", "guiyang"), ("廈門", "xiamen"), ("蘇州", "suzhou-jiangsu"),
    ])
    func `traditional characters are read as simplified ones`(name: String, slug: String) {
        #expect(one(name) == slug)
    }

    @Test(arguments: [
        "Hong Kong", "hongkong", "香港", "Macau", "Macao, China", "澳門", "澳门", "Taipei", "Taipei City", "臺北市", "台北",
    ])
    func `a place that other authorities look after is known as one`(name: String) {
        #expect(finder.isElsewhere(name))
        #expect(one(name) == nil)
    }

    @Test func `no division is elsewhere`() {
        for division in table.all {
            for name in [division.slug, division.englishName, division.chineseName, division.shortChineseName] {
                #expect(!finder.isElsewhere(name), "\(name)")
            }
        }
    }

    // MARK: Other names

    @Test func `every former and pinyin name finds exactly its divisions`() {
        for (name, entries) in Dictionary(grouping: OtherName.former + OtherName.pinyin, by: \.name) {
            #expect(Set(slugs(finder.match(name))) == Set(entries.map(\.slug)), "\(name)")
            if entries.count == 1 { #expect(one(name) == entries[0].slug, "\(name)") }
        }
    }

    @Test func `no other name is the English name of a division or province`() {
        let current = Set(table.all.map(\.englishName) + table.provinces.map(\.englishName))
        #expect((OtherName.former + OtherName.pinyin).filter { current.contains($0.name) }.isEmpty)
    }

    @Test(arguments: [
        ("Canton", "guangzhou"), ("Peking", "beijing"), ("Tsingtao", "qingdao"), ("Nanking", "nanjing"),
        ("Chungking", "chongqing"), ("Tientsin", "tianjin"), ("Amoy", "xiamen"), ("Swatow", "shantou"),
        ("Foochow", "fuzhou-fujian"), ("Soochow", "suzhou-jiangsu"), ("Port Arthur", "dalian"),
        ("Canton, China", "guangzhou"),
    ])
    func `an old name is understood`(name: String, slug: String) {
        #expect(one(name) == slug)
    }

    @Test func `an old name of two places asks which is meant, and the province tells`() {
        #expect(slugs(finder.match("Changchow")) == ["changzhou", "zhangzhou"])
        #expect(one("Changchow, Fujian") == "zhangzhou")
    }

    @Test func `a division lists its other names`() {
        #expect(finder.otherNames(slug: "guangzhou") == ["Canton", "Kwangchow"])
    }

    @Test func `another name of no division is refused with its line`() {
        let names = [OtherName(name: "Canton", slug: "guangzhou"), OtherName(name: "Atlantis", slug: "atlantis")]
        let error = #expect(throws: TableError.self) { try DivisionFinder(.embedded, otherNames: names) }
        #expect(error?.line == 3)
        #expect(error?.problem == .unknownReference(column: "slug", value: "atlantis"))
    }

    @Test func `a list of other names with an empty field is refused with its line`() {
        let error = #expect(throws: TableError.self) { try OtherName.list(csv: Array("name,slug\nCanton,\n".utf8)) }
        #expect(error?.problem == .emptyField(column: "slug"))
    }
}
