/// A place with an exit-entry administration of its own: a city, prefecture or county directly below its province.
///
/// The four municipalities, such as Beijing, are divisions and provinces at once.
public struct Division: Hashable, Sendable {
    /// The six digits that the state gives the division: `440100`.
    public let code: String

    /// The name used in file names and addresses: `guangzhou`, `suzhou-jiangsu`.
    public let slug: String

    /// The full Chinese name: 广州市.
    public let chineseName: String

    /// The Chinese name without its kind: 广州.
    public let shortChineseName: String

    /// The name in English texts, with the apostrophe where one belongs: `Xi'an`.
    public let englishName: String

    /// The province it lies in; a municipality lies in itself.
    public let province: Province

    /// The full Chinese name after that of its province, where that is another: 广东广州市.
    public var nameWithProvince: String {
        isMunicipality ? chineseName : province.chineseName + chineseName
    }

    /// Whether the division is a municipality, and so its own province.
    public var isMunicipality: Bool { code == province.code }
}

/// A province, an autonomous region or a municipality.
public struct Province: Hashable, Sendable {
    /// The six digits that the state gives the province: `440000`.
    public let code: String

    /// The Chinese name without its kind: 广东.
    public let chineseName: String

    /// The name in English texts: `Guangdong`.
    public let englishName: String
}
