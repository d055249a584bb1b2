import CityRegistry
import CivilTime
import Diagnostics
import Divisions
import Vocabulary

/// Says which applicants a box of the fee domain is about.
struct FeeBoxText {
    private let world: World
    private let file: ScheduleFile

    /// Speaks of groups as this schedule does.
    init(_ file: ScheduleFile, in world: World) {
        self.world = world
        self.file = file
    }

    /// The whole box: "'visa/issue/zero' for every nationality from 2027-03-01 on".
    func description(of box: FeeBox) -> String {
        "\(leaves(box)) for \(nationalities(box)) \(days(box.days))"
    }

    /// One applicant in the box, so that a person can try it out.
    func applicant(in box: FeeBox) -> String {
        let leaf = world.domain.leaves.indices.first(where: box.leaves.contains).map { world.domain.leaves[$0].path }
        let code = world.domain.nationalities.indices.first(where: box.nationalities.contains)
            .map { world.domain.nationalities[$0] }
        let country = code.flatMap { world.nationalities[$0]?.englishName }
        let passport = [country, code.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        return "for example an applicant from \(passport) who asks for '\(leaf ?? "")' on \(box.days.start)"
    }

    /// The box's nationalities: "every nationality", a group of the schedule, or codes.
    private func nationalities(_ box: FeeBox) -> String {
        if box.nationalities == world.domain.everyone { return "every nationality" }
        let codes = world.domain.nationalities.indices.filter(box.nationalities.contains)
            .map { world.domain.nationalities[$0].description }
        for group in file.schedule.groups {
            let members = file.memberships.nationalities([group.id], on: box.days.start)
            if members == box.nationalities { return "the \(counted(codes.count)) of group '\(group.id.value)'" }
        }
        return listed(codes, most: 8)
    }

    private func leaves(_ box: FeeBox) -> String {
        let leaves = world.domain.leaves.indices.filter(box.leaves.contains).map { world.domain.leaves[$0] }
        if leaves.count > 1, let service = leaves.first?.service, world.domain.leaves(of: service).all == box.leaves {
            return "'\(service)' (all \(leaves.count) paths)"
        }
        return listed(leaves.map { "'\($0.path)'" }, most: 4)
    }

    private func days(_ days: DateInterval) -> String {
        guard let end = days.end, let last = end.previous else { return "from \(days.start) on" }
        let count = days.start.days(to: end)
        return count == 1 ? "on \(days.start)" : "from \(days.start) to \(last) (\(count) days)"
    }

    private func counted(_ count: Int) -> String {
        count == 1 ? "one nationality" : "\(count) nationalities"
    }

    private func listed(_ words: [String], most: Int) -> String {
        guard words.count > most else { return words.joined(separator: ", ") }
        return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
    }
}

extension FeeBoxText {
    /// The most boxes that one rule reports of one table: whoever has more has one cause to mend first.
    static let mostFindings = 10

    /// A remark that there is more of the same, if there is.
    func more(_ count: Int) -> [Note] {
        count > 0 ? [Note("and \(count) more boxes like this one in the same table")] : []
    }
}
