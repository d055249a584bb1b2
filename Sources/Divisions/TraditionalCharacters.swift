/// Simplified forms of the traditional characters that occur in names of places and countries: 廣州 is 广州.
///
/// Only characters that the tables of this module hold in their simplified form are here, so no name changes its meaning.
enum TraditionalCharacters {
    private static let traditional = """
        亞佈來倉倫內則剛勞區吳呂喬國圖壩壯婁寧岡島峽崑崗嶗嶺嶽幹幾庫廈廣張彥愛慶懷揚撫撾晉東棗棲楊楡樂樹欽涼\
        溫滄滿漢潛澤濛濟濰濱瀋瀘灣烏無營爾獅琿瑪瓊畢盤矇紅納紐紹綏維綿緬縣羅義聖聯肅臨臺興莊華萊萬蕪蕭薩蘆蘇\
        蘭衛裏裡許諸諾豐貝貢貴買賀資賓贊贛農連運達遠遷遼邊鄉鄭鄲銀銅錦錫鎮鐵長門開閔關陝陰陽隨隴雙雞雲靜韓頂\
        順頓頗餘饒馬駐魯鮮鴨鶴鷄鷹鹽麗黃齊龍
        """
    private static let simplified = """
        亚布来仓伦内则刚劳区吴吕乔国图坝壮娄宁冈岛峡昆岗崂岭岳干几库厦广张彦爱庆怀扬抚挝晋东枣栖杨榆乐树钦凉\
        温沧满汉潜泽蒙济潍滨沈泸湾乌无营尔狮珲玛琼毕盘蒙红纳纽绍绥维绵缅县罗义圣联肃临台兴庄华莱万芜萧萨芦苏\
        兰卫里里许诸诺丰贝贡贵买贺资宾赞赣农连运达远迁辽边乡郑郸银铜锦锡镇铁长门开闵关陕阴阳随陇双鸡云静韩顶\
        顺顿颇余饶马驻鲁鲜鸭鹤鸡鹰盐丽黄齐龙
        """

    private static let simplifiedForms = Dictionary(
        zip(traditional.unicodeScalars, simplified.unicodeScalars)
    ) { first, _ in first }

    /// The simplified form of a character; any other character is its own.
    static func simplified(_ character: Unicode.Scalar) -> Unicode.Scalar {
        simplifiedForms[character] ?? character
    }
}
