public import Vocabulary

/// Why a document is not read, before anybody's signature on it counts.
public struct DocumentRefusal: Error, Hashable, Sendable {
    /// The kind of refusal.
    public enum Reason: String, CaseIterable, Sendable {
        /// The bytes are not the canonical JSON this program writes: truncated, edited or damaged.
        case notCanonical = "not-canonical"
        /// The document is of another format, or another version of it.
        case otherFormat = "other-format"
        /// A value is missing, unknown or of the wrong type.
        case malformed
    }

    /// The kind.
    public let reason: Reason
    /// What kind of document it was to be, such as `visafee.release/1`.
    public let format: String
    /// What is wrong, in words.
    public let explanation: String

    init(_ reason: Reason, _ format: String, _ explanation: String) {
        self.reason = reason
        self.format = format
        self.explanation = explanation
    }
}

extension DocumentRefusal: CustomStringConvertible {
    /// The format, what is wrong and what to do about it.
    public var description: String {
        "\(format): \(explanation); \(reason.advice.text(in: .english))"
    }
}

extension DocumentRefusal.Reason {
    /// What whoever holds the document does next.
    public var advice: LocalizedText {
        switch self {
        case .notCanonical, .malformed:
            LocalizedText(
                "it is not edited by hand: fetch it again, or have it made again by the command that makes it",
                "该文件请勿手工修改，请重新获取，或用生成它的命令重新生成"
            )
        case .otherFormat:
            LocalizedText(
                "use the version of the program that it was made for, or have it made anew by this one",
                "请使用与其对应版本的程序，或用本版本重新生成"
            )
        }
    }
}
