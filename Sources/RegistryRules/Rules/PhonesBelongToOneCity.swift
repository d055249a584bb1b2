import CityRegistry
public import Diagnostics
import SourceTree
import Vocabulary

/// No two cities' bureaus share a phone.
public enum PhonesBelongToOneCity: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "phone-in-two-cities",
        severity: .warning,
        summary: LocalizedText(
            """
            A number with an area code is the phone of one city's bureau only.
            """,
            "带区号的号码只能是一个城市办理机构的电话。"
        ),
        why: LocalizedText(
            """
            One of the two was copied from the other's file, and its applicants call a bureau that cannot help them.
            """,
            "其中一个多半是从另一个文件复制来的，申请人会打到帮不上忙的机构。"
        ),
        remedy: LocalizedText(
            """
            Look the number up in the sources of both cities, and keep it where it belongs.
            """,
            "请对照两个城市的来源查证号码，只保留在所属的城市。"
        ),
        rejected: [],
        accepted: []
    )

    /// One city's phone is a finding in another.
    public static let comparesCities = true

    /// Compares all cities.
    public static func check(_ world: World, _ findings: inout Findings) {
        // By position, which is small: this runs after each letter that somebody types.
        var owners: [String: (city: Int, phone: Int)] = [:]
        owners.reserveCapacity(world.cities.reduce(0) { $0 + $1.phones.count })
        for (position, city) in world.cities.enumerated() {
            for (number, phone) in city.phones.enumerated() where phone.value.utf8.first == UInt8(ascii: "0") {
                guard let place = owners.updateValue((position, number), forKey: phone.value) else { continue }
                owners[phone.value] = place
                let owner = (city: world.cities[place.city], phone: world.cities[place.city].phones[place.phone])
                guard owner.city.file != city.file else { continue }
                findings.report(
                    rule,
                    LocalizedText(
                        "\(Excerpt(phone.value)) is the phone of '\(owner.city.slug.value)' too",
                        "“\(Excerpt(phone.value).text)”同时是“\(owner.city.slug.value)”的电话"
                    ),
                    at: phone.range,
                    notes: [Note(LocalizedText("it stands here as well", "此处也有"), at: owner.phone.range)]
                )
            }
        }
    }
}
