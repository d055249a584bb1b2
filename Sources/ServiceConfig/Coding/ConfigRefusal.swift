public import Vocabulary

/// Why a generated file is not accepted.
///
/// Nothing of it is used then: all or nothing.
public struct ConfigRefusal: Error, Hashable, Sendable {
    /// The kind of refusal.
    public enum Reason: String, CaseIterable, Sendable {
        /// The bytes are not the canonical JSON a generator writes.
        case notCanonical = "not-canonical"
        /// The file is of another format, or another version of it.
        case otherFormat = "other-format"
        /// A value is missing, unknown, of the wrong type, or at odds with another one.
        case malformed
        /// The look-up answers a question of the self-test otherwise than the registry does, or is not asked enough.
        case selfTestFailed = "self-test-failed"
        /// A digest does not match, or a file is missing or unlisted.
        case digestDiffers = "digest-differs"
    }

    /// The kind.
    public let reason: Reason
    /// The file below the output folder; nothing where the bytes came without a name.
    public let file: String?
    /// The value, as the keys and positions that lead to it: `/channels/0/status`; nothing where it is about the whole.
    public let path: String?
    /// What is wrong, in words.
    public let explanation: String

    /// A refusal.
    public init(_ reason: Reason, _ explanation: String, file: String? = nil, path: String? = nil) {
        self.reason = reason
        self.file = file
        self.path = path
        self.explanation = explanation
    }

    /// The same refusal, with the file it is about.
    func naming(_ file: String) -> ConfigRefusal {
        ConfigRefusal(reason, explanation, file: file, path: path)
    }
}

extension ConfigRefusal: CustomStringConvertible {
    /// The kind, the place, what is wrong and what to do about it.
    public var description: String {
        let clause = [reason.rawValue, file, path, explanation].compactMap { $0 }.joined(separator: ": ")
        return "\(clause); \(reason.advice.text(in: .english))"
    }
}

extension ConfigRefusal.Reason {
    /// What whoever runs the engine does next.
    public var advice: LocalizedText {
        switch self {
        case .notCanonical, .malformed:
            LocalizedText(
                "generated files are not edited by hand: generate them again",
                "生成的文件请勿手工修改，请重新生成"
            )
        case .otherFormat:
            LocalizedText(
                "generate the files with the version that will read them",
                "请用读取这些文件的同一版本重新生成"
            )
        case .selfTestFailed:
            LocalizedText(
                "keep the files in use now, generate again, and report it if it happens again",
                "请继续使用现有文件并重新生成；如再次出现，请报告"
            )
        case .digestDiffers:
            LocalizedText("copy the whole folder again, or generate it again", "请重新复制或重新生成整个文件夹")
        }
    }
}
