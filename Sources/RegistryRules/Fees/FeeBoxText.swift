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
    func description(of box: FeeBox, in language: Language) -> String {
        let words = FeeBoxWords(language)
        return words.box(leaves(box, words), nationalities(box, words), words.days(box.days))
    }

    /// One applicant in the box, so that a person can try it out.
    func applicant(in box: FeeBox) -> LocalizedText {
        let leaf = world.domain.leaves.indices.first(where: box.leaves.contains).map { world.domain.leaves[$0].path }
        let code = world.domain.nationalities.indices.first(where: box.nationalities.contains)
            .map { world.domain.nationalities[$0] }
        let country = code.flatMap { world.nationalities[$0] }
        let passport = [country?.englishName, code.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        let nationality = country?.chineseName.map { "\($0)（\(code?.description ?? "")）" } ?? code?.description ?? ""
        return LocalizedText(
            "for example an applicant from \(passport) who asks for '\(leaf ?? "")' on \(box.days.start)",
            "例如：国籍为\(nationality)的申请人于\(box.days.start)办理“\(leaf ?? "")”"
        )
    }

    /// The box's nationalities: "every nationality", a group of the schedule, or codes.
    private func nationalities(_ box: FeeBox, _ words: FeeBoxWords) -> String {
        if box.nationalities == world.domain.everyone { return words.everyNationality }
        let codes = world.domain.nationalities.indices.filter(box.nationalities.contains)
            .map { world.domain.nationalities[$0].description }
        for group in file.schedule.groups {
            let members = file.memberships.nationalities([group.id], on: box.days.start)
            if members == box.nationalities { return words.nationalities(codes.count, of: group.id.value) }
        }
        return words.nationalities(codes)
    }

    private func leaves(_ box: FeeBox, _ words: FeeBoxWords) -> String {
        let leaves = world.domain.leaves.indices.filter(box.leaves.contains).map { world.domain.leaves[$0] }
        if leaves.count > 1, let service = leaves.first?.service, world.domain.leaves(of: service).all == box.leaves {
            return words.allPaths(leaves.count, of: service)
        }
        return words.paths(leaves.map(\.path))
    }
}

extension FeeBoxText {
    /// The most boxes that one rule reports of one table: whoever has more has one cause to mend first.
    static let mostFindings = 10

    /// A remark that there is more of the same, if there is.
    func more(_ count: Int) -> [Note] {
        count > 0
            ? [Note(LocalizedText("and \(count) more boxes like this one in the same table", "同一收费表中还有\(count)处类似情况"))]
            : []
    }
}
