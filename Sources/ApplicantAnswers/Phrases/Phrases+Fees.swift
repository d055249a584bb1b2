public import Money
public import Vocabulary

extension Phrases {
    /// What a fee is, in a few words.
    public static func fee(_ fee: Fee) -> LocalizedText {
        switch fee {
        case .amount(.zero): LocalizedText("free of charge", "免费")
        case .amount(let amount): Phrases.amount(amount)
        case .setByBill: LocalizedText("set by the bill", "以缴费单为准")
        case .notOffered: LocalizedText("not offered", "不办理")
        case .unknown: LocalizedText("unknown so far", "尚不清楚")
        }
    }

    /// An amount of money.
    public static func amount(_ amount: Amount) -> LocalizedText {
        LocalizedText("CNY \(amount.yuan)", "人民币\(amount.yuan)元")
    }

    /// What a fee is charged for each of.
    public static func unit(_ unit: FeeUnit) -> LocalizedText {
        switch unit {
        case .person: LocalizedText("per person", "每人")
        case .time: LocalizedText("each time", "每次")
        }
    }

    /// What an answer that is not an amount means, in a sentence; for `unknown` also whom to ask.
    public static func explanation(_ fee: Fee, hotline: String) -> LocalizedText? {
        switch fee {
        case .amount:
            nil
        case .setByBill:
            LocalizedText(
                "The amount is whatever the bureau's bill says; no schedule gives it.",
                "金额以办理机构开出的缴费单为准，收费标准中没有列出。"
            )
        case .notOffered:
            LocalizedText(
                "A source says that the bureau does not provide this.",
                "据资料，办理机构不办理这一项目。"
            )
        case .unknown:
            LocalizedText(
                "Nobody has found out yet what this costs. That does not mean that it is free. "
                    + "Ask the bureau, or call \(hotline).",
                "这一项目的收费还没有人查明，并不表示免费。请咨询办理机构，或拨打\(hotline)。"
            )
        }
    }

    /// An answer for those whom no list of countries names.
    public static let restsOnNoList = LocalizedText(
        "It holds only if no reciprocal or other special rate applies to your nationality; the bureau's bill decides.",
        "仅适用于不按对等原则收费、也没有其他特别标准的国籍；请以办理机构的缴费单为准。"
    )

    /// An answer that rests on a list of countries.
    public static func restsOnList(_ group: LocalizedText) -> LocalizedText {
        LocalizedText(
            "It rests on a list of \(group.text(in: .english)), which may have changed; the bureau knows.",
            "依据的是“\(group.text(in: .chinese))”名单，名单可能已有变化，请向办理机构核实。"
        )
    }

    /// A price that policy does not call likely.
    public static let notLikely = LocalizedText(
        "This price is not well founded: take it as a hint only.",
        "此价格依据不足，仅可作为线索。"
    )

    /// The city's own table says so, not the national schedule.
    public static let local = LocalizedText("from the city's own table", "依据当地收费标准")

    /// The same for every nationality.
    public static let everybody = LocalizedText("everybody, whatever the nationality", "所有国籍相同")

    /// The same whatever is asked for.
    public static let whatever = LocalizedText("whatever you ask for", "所有项目")

    /// A group of nationalities with who is in it; `isContested` where sources disagree on whether these are.
    public static func group(
        _ name: LocalizedText?,
        _ members: LocalizedText,
        isContested: Bool = false
    ) -> LocalizedText {
        // Without a name of its own the list says it all.
        guard let name else { return members }
        let (english, chinese) = isContested ? (", on whom sources disagree", "，资料说法不一") : ("", "")
        return LocalizedText(
            "\(name.text(in: .english))\(english) (\(members.text(in: .english)))",
            "\(name.text(in: .chinese))\(chinese)（\(members.text(in: .chinese))）"
        )
    }

    /// So many nationalities.
    public static func nationalities(_ count: Int) -> LocalizedText {
        LocalizedText("\(count) nationalities", "\(count)个国籍")
    }

    /// What exactly so many months count as, at the edge of two classes: the class with its fee, and the class beyond.
    public static func exactly(
        months: Int,
        countsAs inside: LocalizedText,
        lowerEdge: Bool,
        beyond: LocalizedText
    ) -> LocalizedText {
        let length = Phrases.length(months: months)
        let (english, chinese) = lowerEdge ? ("less", "少") : ("more", "多")
        return LocalizedText(
            "Exactly \(length.text(in: .english)) counts as \(inside.text(in: .english)). "
                + "Even one day \(english) counts as \(beyond.text(in: .english)).",
            "正好\(length.text(in: .chinese))属于\(inside.text(in: .chinese))。"
                + "哪怕\(chinese)一天，也属于\(beyond.text(in: .chinese))。"
        )
    }

    /// What exactly so many months count as, where nothing is known beyond.
    public static func exactly(months: Int, countsAs inside: LocalizedText, lowerEdge: Bool) -> LocalizedText {
        let length = Phrases.length(months: months)
        return LocalizedText(
            "Exactly \(length.text(in: .english)) still counts as \(inside.text(in: .english)); "
                + "the schedule has nothing \(lowerEdge ? "shorter" : "longer").",
            "正好\(length.text(in: .chinese))仍属于\(inside.text(in: .chinese))；"
                + "收费标准没有更\(lowerEdge ? "短" : "长")的档次。"
        )
    }

    /// So many months belong to no class.
    public static func outside(months: Int, longest: Int) -> LocalizedText {
        let length = Phrases.length(months: months)
        let limit = Phrases.length(months: longest)
        return LocalizedText(
            "The schedule goes up to \(limit.text(in: .english)) and says nothing of "
                + "\(length.text(in: .english)). Ask the bureau.",
            "收费标准最长到\(limit.text(in: .chinese))，没有\(length.text(in: .chinese))的档次。请咨询办理机构。"
        )
    }
}

extension Phrases {
    /// These fees are not the same for every nationality.
    public static func dependsOnNationality(_ services: LocalizedText) -> LocalizedText {
        LocalizedText(
            "\(services.text(in: .english)): depends on your nationality and on what you ask for.",
            "\(services.text(in: .chinese))：因国籍和申请项目而异。"
        )
    }

    /// The command that answers every question about fees.
    public static func askForFees(city: String, service: String?) -> LocalizedText {
        let command = "visafee fee quote --city \(city)" + (service.map { " --service \($0)" } ?? "")
        return LocalizedText("To ask for any price: \(command)", "查询各项费用：\(command)")
    }

    /// Something with what distinguishes it.
    public static func qualified(_ name: LocalizedText, _ detail: LocalizedText) -> LocalizedText {
        LocalizedText(
            "\(name.text(in: .english)): \(detail.text(in: .english))",
            "\(name.text(in: .chinese))：\(detail.text(in: .chinese))"
        )
    }
}

extension Phrases {
    /// The name of a class, as such.
    public static func quoted(_ name: LocalizedText) -> LocalizedText {
        LocalizedText("“\(name.text(in: .english))”", "“\(name.text(in: .chinese))”")
    }

    /// A flag also takes a number of months.
    public static let orMonths = LocalizedText("or a number of months", "或月数")

    /// What the flag for a nationality takes.
    public static let nationalityFlag = LocalizedText("a country's name or code, such as FRA", "国家名称或代码，例如 FRA")
}
