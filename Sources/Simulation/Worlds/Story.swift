import PaymentEngine
public import Vocabulary

/// What happened, one line for each thing.
public struct Story: Hashable, Sendable {
    /// A line: when, in words of Shanghai's time, and what.
    public struct Line: Hashable, Sendable {
        /// When: `2030-01-01 09:05:10`.
        public var when: String
        /// What.
        public var what: LocalizedText
    }

    /// The lines, first to last.
    public private(set) var lines: [Line] = []

    /// The only applicant it tells of; all where nothing is given.
    let hero: Int?

    /// An empty story.
    init(of hero: Int? = nil) {
        self.hero = hero
    }

    mutating func add(_ what: LocalizedText, at moment: Moment) {
        let second = (moment.milliseconds / 1000) % 60
        let (hour, minute) = moment.minuteOfDay.quotientAndRemainder(dividingBy: 60)
        let time = [hour, minute, Int(second)].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        lines.append(Line(when: "\(moment.day) \(time)", what: what))
    }
}

extension World {
    /// Tells what happens, where anybody listens.
    func tell(_ what: @autoclosure () -> LocalizedText) {
        guard let story, story.hero == nil || story.hero == subject else { return }
        self.story?.add(what(), at: now)
    }
}
