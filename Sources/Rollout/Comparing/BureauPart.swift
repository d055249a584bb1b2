import ServiceConfig
import Vocabulary

/// The parts of a bureau's record that a change is named by.
enum BureauPart: CaseIterable {
    case phones, addresses, hours, online, rest

    /// What it is called; nothing where the bureau itself says enough.
    var name: LocalizedText {
        switch self {
        case .phones: LocalizedText("phones", "电话")
        case .addresses: LocalizedText("addresses", "地址")
        case .hours: LocalizedText("hours", "办公时间")
        case .online: LocalizedText("online services", "网上服务")
        case .rest: LocalizedText("names, districts or where it is known from", "名称、分局或依据")
        }
    }

    /// Whether it differs between two bureaus; nothing stands for one that is not known.
    func differs(_ old: Bureau?, _ new: Bureau?) -> Bool {
        switch self {
        case .phones: old.map(Self.phones(of:)) ?? [] != new.map(Self.phones(of:)) ?? []
        case .addresses: old?.offices.map(\.address) ?? [] != new?.offices.map(\.address) ?? []
        case .hours:
            old?.hours ?? [] != new?.hours ?? [] || old?.offices.map(\.hours) ?? [] != new?.offices.map(\.hours) ?? []
        case .online: old?.online ?? [] != new?.online ?? []
        case .rest: old != new && !BureauPart.allCases.contains { $0 != .rest && $0.differs(old, new) }
        }
    }

    static func phones(of bureau: Bureau) -> [String] {
        (bureau.phones + bureau.offices.flatMap(\.phones)).map(\.number)
    }
}

extension Bureau {
    /// A part in words, where it has words: telephone numbers and addresses; what is empty is unknown.
    func words(of part: BureauPart) -> LocalizedText? {
        switch part {
        case .phones:
            let numbers = BureauPart.phones(of: self)
            return numbers.isEmpty ? nil : FactWords.same(numbers.joined(separator: "; "))
        case .addresses:
            let addresses = offices.compactMap(\.address)
            return addresses.isEmpty ? nil : FactWords.list(addresses)
        case .hours, .online, .rest: return nil
        }
    }
}
