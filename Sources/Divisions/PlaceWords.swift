/// The kind of place that a word such as `City` or 县 names.
enum PlaceKind: Hashable {
    case city
    case prefecture
    case county
    case forestryDistrict
}

/// The words around a name that say what kind of place it is and where it lies.
enum PlaceWords {
    /// English and pinyin words that follow a name.
    static let kinds: [String: PlaceKind] = [
        "city": .city, "shi": .city, "municipality": .city,
        "prefecture": .prefecture, "diqu": .prefecture, "league": .prefecture, "meng": .prefecture,
        "zizhizhou": .prefecture,
        "county": .county, "xian": .county, "zizhixian": .county,
        "linqu": .forestryDistrict,
    ]

    /// The peoples that autonomous prefectures and counties are named for.
    static let peoples: Set<String> = [
        "bai", "bouyei", "buyei", "dai", "dong", "hani", "hui", "jingpo", "kazak", "kazakh", "kirgiz", "korean",
        "kyrgyz", "li", "lisu", "miao", "mongol", "mongolian", "qiang", "tibetan", "tujia", "yi", "zhuang",
    ]

    /// Words for a city, which also follow the name of a province that is one.
    static let cityWords: Set<String> = ["city", "shi", "municipality"]

    /// Words that follow the name of a province.
    static let provinceWords: Set<String> = cityWords.union([
        "province", "sheng", "autonomous", "region", "zizhiqu", "zhuang", "hui", "uygur", "uyghur",
    ])

    /// Further Latin names of provinces, by code: pinyin, and the romanisations of the post office.
    static let otherProvinceNames = [
        "anhwei": "340000", "chekiang": "330000", "fukien": "350000", "heilungkiang": "230000", "honan": "410000",
        "hopeh": "130000", "hupeh": "420000", "kansu": "620000", "kiangsi": "360000", "kiangsu": "320000",
        "kirin": "220000", "kwangsi": "450000", "kwangtung": "440000", "kweichow": "520000", "neimenggu": "150000",
        "neimongol": "150000", "shansi": "140000", "shantung": "370000", "shensi": "610000", "szechuan": "510000",
        "szechwan": "510000", "xizang": "540000",
    ]

    /// The country, which may follow or precede everything else.
    static let countries: Set<String> = ["china", "prc", "prchina", "peoplesrepublicofchina"]

    /// The country in Chinese, longest first.
    static let chineseCountries = ["中华人民共和国", "中国"]

    /// Places whose exit and entry other authorities look after, in Latin letters and in Chinese.
    static let elsewhere: Set<String> = [
        "hongkong", "hongkongsar", "hk", "xianggang", "macau", "macao", "macausar", "macaosar", "aomen",
        "taiwan", "taipei", "taibei", "kaohsiung", "gaoxiong", "taichung", "tainan",
        "香港", "香港特别行政区", "澳门", "澳门特别行政区", "台湾", "台湾省", "台北", "台北市", "高雄", "高雄市", "台中", "台中市", "台南", "台南市",
    ]

    /// Endings of Chinese names, longer ones before those that end them.
    static let chineseKinds: [(ending: String, kind: PlaceKind)] = [
        ("自治州", .prefecture), ("地区", .prefecture), ("州", .prefecture), ("盟", .prefecture),
        ("自治县", .county), ("县", .county), ("林区", .forestryDistrict), ("市", .city),
    ]

    /// Endings of the Chinese names of provinces, longer ones before those that begin them.
    static let chineseProvinceKinds = ["维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", ""]
}

extension Division {
    /// Whether a person may call this division by its name and a word of this kind.
    ///
    /// People call a prefecture a city and the reverse, but a county of the same name is another place.
    func isCalled(_ kind: PlaceKind, provinceNames: Set<String>) -> Bool {
        let isCounty = chineseName.hasSuffix("县")
        let isForestryDistrict = chineseName.hasSuffix("林区")
        switch kind {
        case .county: return isCounty
        case .forestryDistrict: return isForestryDistrict
        case .prefecture: return !isCounty && !isForestryDistrict
        case .city:
            // "Hainan City" may mean any city of that province as well as the prefecture.
            return chineseName.hasSuffix("市")
                || (!isCounty && !isForestryDistrict && !provinceNames.contains(shortChineseName))
        }
    }
}
