import CityRegistry
import CivilTime
import Divisions
import Vocabulary

/// Says which applicants a box of the fee domain is about.
struct FeeBoxText {
    private let world: World
    private let groups: [NationalityGroup]
    private let memberships: Memberships

    init(_ schedule: Schedule, in world: World) {
        self.world = world
        self.groups = schedule.groups
        self.memberships =
            world.memberships[schedule.id.value] ?? Memberships(groups: schedule.groups, in: world.domain)
    }

    /// The whole box: "visa/issue/zero for every nationality from 2027-03-01 on".
    func description(of box: FeeBox) -> String {
        "\(leaves(box)) for \(nationalities(box)) \(days(box.days))"
    }

    /// One applicant in the box, by name.
    func applicant(in box: FeeBox) -> String {
        let leaf =
            world.domain.leaves.indices.first { box.leaves.contains($0) }.map { world.domain.leaves[$0].path } ?? ""
        let code = world.domain.nationalities.indices.first { box.nationalities.contains($0) }
            .map { world.domain.nationalities[$0] }
        let country = code.map { world.nationalities[$0]?.englishName ?? $0.description } ?? ""
        let name = code.map { "\(country) (\($0))" } ?? "no nationality"
        return "for example a national of \(name) asking for \(leaf) on \(box.days.start)"
    }

    private func leaves(_ box: FeeBox) -> String {
        let numbers = world.domain.leaves.indices.filter { box.leaves.contains($0) }
        let paths = numbers.map { world.domain.leaves[$0].path }
        let services = Set(numbers.map { world.domain.leaves[$0].service })
        if services.count == 1, let service = services.first, world.domain.leaves(of: service) == box.leaves {
            return "'\(service)'" + (paths.count > 1 ? " (all \(paths.count) paths)" : "")
        }
        return listed(paths.map { "'\($0)'" }, most: 4)
    }

    private func nationalities(_ box: FeeBox) -> String {
        if box.nationalities == world.domain.everyone { return "every nationality" }
        let codes = world.domain.nationalities.indices.filter { box.nationalities.contains($0) }
            .map { world.domain.nationalities[$0].description }
        for group in groups
        where memberships.nationalities([group.id], on: box.days.start) == box.nationalities {
            return "the \(codes.count) nationalities of group '\(group.id.value)'"
        }
        return listed(codes, most: 8)
    }

    private func days(_ days: DateInterval) -> String {
        guard let end = days.end, let last = end.previous else { return "from \(days.start) on" }
        let count = days.start.days(to: end)
        return count == 1 ? "on \(days.start)" : "from \(days.start) to \(last) (\(count) days)"
    }

    private func listed(_ words: [String], most: Int) -> String {
        guard words.count > most else { return words.joined(separator: ", ") }
        return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
    }
}
