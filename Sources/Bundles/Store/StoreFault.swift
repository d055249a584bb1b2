public import Vocabulary

/// Why a store of releases could not do what it was asked; whatever it held before, it holds still.
public struct StoreFault: Error, Hashable, Sendable {
    /// The kind of fault.
    public enum Reason: String, CaseIterable, Sendable {
        /// The store cannot be reached or read.
        case unreachable
        /// There is no room for what was to be written.
        case full
        /// What was asked for is not there.
        case missing
        /// Somebody else has published meanwhile.
        case overtaken
        /// Somebody else is writing at this moment.
        case busy
    }

    /// The kind.
    public let reason: Reason
    /// What is wrong, in words.
    public let explanation: String

    /// A fault.
    public init(_ reason: Reason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }
}

extension StoreFault: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        "\(explanation); \(reason.advice.text(in: .english))"
    }
}

extension StoreFault.Reason {
    /// What whoever publishes does next.
    public var advice: LocalizedText {
        switch self {
        case .unreachable:
            LocalizedText(
                "see that the store is there and may be read and written; the release in use stays in use",
                "请确认发布库存在且可读写；正在使用的版本继续有效"
            )
        case .full:
            LocalizedText(
                "make room and run the command again; nothing was published, and the release in use stays in use",
                "请腾出空间后重新运行；本次未发布，正在使用的版本继续有效"
            )
        case .missing:
            LocalizedText("see what there is: visafee release list", "请查看现有版本：visafee release list")
        case .overtaken:
            LocalizedText(
                "look at what was published, make the plan again, and publish again",
                "请查看已发布的内容，重新生成计划后再发布"
            )
        case .busy:
            LocalizedText("run the command again in a moment", "请稍后重新运行")
        }
    }
}
