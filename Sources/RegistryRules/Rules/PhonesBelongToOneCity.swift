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
        var owners: [String: (city: CityOutline, phone: Located<String>)] = [:]
        for city in world.cities {
            for phone in city.phones where phone.value.hasPrefix("0") {
                guard let owner = owners[phone.value] else {
                    owners[phone.value] = (city, phone)
                    continue
                }
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
