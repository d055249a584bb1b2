public import Vocabulary

/// Why an edit is not made; nothing has been changed then.
public struct EditRefusal: Error, Hashable, CustomStringConvertible {
    /// What stands in the way, and what to do.
    public let reason: LocalizedText

    /// A refusal in both languages.
    public init(_ english: String, _ chinese: String) {
        reason = LocalizedText(english, chinese)
    }

    /// The reason in English.
    public var description: String { reason.text(in: .english) }
}
