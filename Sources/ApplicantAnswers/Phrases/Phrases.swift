public import Vocabulary

/// Every wording applicants read, in English and in Chinese, each written once.
///
/// `unknown` never reads as "no": it says that nobody has found out, and whom to ask.
public enum Phrases {
    /// What every answer ends with.
    public static let caution = LocalizedText(
        "For reference only. The exit-entry bureau alone has the final word.",
        "以上信息仅供参考，一切以出入境管理部门的答复为准。"
    )

    /// What every answer about fees ends with.
    public static let billDecides = LocalizedText(
        "The bureau's own bill decides what is paid.",
        "实际收费以办理机构开出的缴费单为准。"
    )

    /// The question that every answer about a city begins with.
    public static let homeQuestion = LocalizedText(
        "Can a foreign national pay the exit-entry fee at home?",
        "外国人可以在家缴纳出入境证件费用吗？"
    )

    /// Whom to call in every case.
    public static func callHotline(_ number: String) -> LocalizedText {
        LocalizedText(
            "In doubt, call the immigration hotline \(number); it answers at any hour.",
            "如有疑问，请拨打\(number)，24小时接听。"
        )
    }

    /// What a language is called.
    public static func language(_ language: Language) -> LocalizedText {
        switch language {
        case .english: LocalizedText("English", "英文")
        case .chinese: LocalizedText("Chinese", "中文")
        }
    }

    /// How sure a fact is.
    public static func confidence(_ confidence: Confidence) -> LocalizedText {
        switch confidence {
        case .low: LocalizedText("low confidence", "可信度低")
        case .medium: LocalizedText("medium confidence", "可信度中等")
        case .high: LocalizedText("high confidence", "可信度高")
        }
    }

    /// Another source says otherwise.
    public static let contested = LocalizedText("another source says otherwise", "另有来源说法不同")

    /// A source, by the number it is referred to by, says otherwise.
    public static func saysOtherwise(_ number: String) -> LocalizedText {
        LocalizedText(" (\(number) says otherwise)", "（\(number)说法不同）")
    }

    /// Nobody has found out.
    public static let nobodyFoundOut = LocalizedText("nobody has found out yet", "尚未查明")

    /// How the copy that was read differs from the original; a word without a wording of its own stands as it is.
    public static func copy(_ word: String) -> LocalizedText {
        switch word {
        case "repost": LocalizedText("read in a repost", "据转载")
        case "mirror": LocalizedText("read on a mirror site", "据镜像网站")
        case "machine-translated": LocalizedText("read in a machine translation", "据机器翻译")
        default: LocalizedText(word, word)
        }
    }
}

extension Language {
    /// What stands between the items of a list.
    var listSeparator: String { self == .english ? ", " : "、" }
    /// What stands between two things said of one.
    var comma: String { self == .english ? ", " : "，" }
    /// What stands between the clauses of a remark.
    var clauseSeparator: String { self == .english ? "; " : "；" }
    /// What stands between two sentences.
    var sentenceSeparator: String { self == .english ? " " : "" }
    /// What follows a term that is explained.
    var colon: String { self == .english ? ": " : "：" }

    /// A text in brackets, after another one.
    func bracketed(_ text: String) -> String {
        self == .english ? " (\(text))" : "（\(text)）"
    }
}
