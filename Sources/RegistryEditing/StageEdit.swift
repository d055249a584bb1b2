public import CityRegistry
public import CivilTime
public import Diagnostics
import SourceTree
public import Vocabulary

/// A decision about a channel: from a day on it is at a stage.
public struct StageEdit: Sendable {
    private let channel: String
    private let stage: RolloutStage
    private let day: CivilDate
    private let replacesLater: Bool

    /// Takes a channel to a stage; `replacesLater` takes back what was written for that day and later ones.
    public init(_ channel: String, to stage: RolloutStage, from day: CivilDate, replacingLater: Bool = false) {
        self.channel = channel
        self.stage = stage
        self.day = day
        self.replacesLater = replacingLater
    }

    /// The stage at which a channel was before it was paused, where it is.
    public static func beforePause(_ channel: String, in city: City, on day: CivilDate) -> RolloutStage? {
        guard let timeline = city.rollouts.first(where: { $0.channel.value == channel })?.stage,
            timeline.value(on: day)?.value == .paused
        else { return nil }
        let earlier = timeline.changes.filter { $0.date <= day }.map(\.value.value)
        return ([timeline.undated?.value].compactMap(\.self) + earlier).last { $0.kind.takesMoney }
    }

    /// The file of a city with that decision, if the stages allow it; `today` parts what is history from what is to come.
    public func applied(to source: SourceFile, of city: City, today: CivilDate) throws(EditRefusal) -> SourceFile {
        let rollout = city.rollouts.first { $0.channel.value == channel }
        try check(rollout?.stage, in: city, today)
        let file = try FileEditing(source)
        if let (_, value) = file.entry("rollout", channel, "stage") {
            return try file.applying(file.changing(value, to: stage.yaml, from: day, insteadOf: "none"))
        }
        guard let owner = file.entry("rollout") else {
            throw EditRefusal("\(source.path) has no 'rollout'", "\(source.path) 缺少“rollout”")
        }
        let record = "stage: {\(day): \(stage.yaml)}"
        return try file.applying(
            [file.addingEntry(["\(channel):", "  \(record)"], flow: "\(channel): {\(record)}", to: owner)]
        )
    }

    /// Throws where the day has gone by, or no legal move leads there.
    private func check(
        _ timeline: Timeline<Located<RolloutStage>>?,
        in city: City,
        _ today: CivilDate
    ) throws(EditRefusal) {
        guard city.channels.contains(where: { $0.id.value == channel }) else {
            let known = city.channels.map(\.id.value).joined(separator: ", ")
            throw EditRefusal(
                "\(city.slug.value) has no channel '\(channel)': its channels are \(known)",
                "\(city.slug.value) 没有缴费渠道“\(channel)”：已有 \(known)"
            )
        }
        guard day >= today else {
            throw EditRefusal(
                "\(day) has gone by, and history is not rewritten: name today (\(today)) or a later day",
                "\(day) 已经过去，历史不能改写：请写今天（\(today)）或以后的日期"
            )
        }
        let current =
            day.adding(days: -1).flatMap { timeline?.value(on: $0)?.value } ?? timeline?.undated?.value ?? .none
        let later = (timeline?.changes ?? []).filter { $0.date >= day }
        if !later.isEmpty, !replacesLater {
            let words = later.map { "\($0.date): \($0.value.value.yaml)" }.joined(separator: ", ")
            throw EditRefusal(
                "there are already decisions for \(day) and later (\(words)): add --replace-later to take them back",
                "\(day) 及以后已有安排（\(words)）：如要取消，请加 --replace-later"
            )
        }
        guard current != stage else {
            throw EditRefusal(
                "\(channel) is at '\(stage.yaml)' already then",
                "届时 \(channel) 已经处于“\(stage.yaml)”阶段"
            )
        }
        guard current.kind.successors.contains(stage.kind) else {
            let legal = current.kind.successors.map(\.rawValue).joined(separator: ", ")
            throw EditRefusal(
                "'\(stage.kind.rawValue)' cannot follow '\(current.kind.rawValue)': what can is \(legal)",
                "“\(stage.kind.rawValue)”不能接在“\(current.kind.rawValue)”之后：可以接的有 \(legal)"
            )
        }
    }
}

extension RolloutStage {
    /// The stage as a registry writes it.
    var yaml: String {
        if case .pilot(let percent) = self { "{pilot: \(percent)%}" } else { kind.rawValue }
    }
}
