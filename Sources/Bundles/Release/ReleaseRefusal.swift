import ServiceConfig
public import Vocabulary

/// Why a release, or something signed beside it, is not accepted.
///
/// Nothing of it is used then; what was in use stays in use.
public struct ReleaseRefusal: Error, Hashable, Sendable {
    /// The kind of refusal.
    public enum Reason: String, CaseIterable, Sendable {
        /// A file is not what its format says: truncated, edited, damaged, or of another version.
        case unreadable
        /// A signature is not by the key it names.
        case signatureFalse = "signature-false"
        /// Not enough keys that count have signed.
        case tooFewSignatures = "too-few-signatures"
        /// The key ring does not follow from the one that is trusted.
        case otherKeys = "other-keys"
        /// It begins to hold later.
        case notYet = "not-yet"
        /// It has run out.
        case expired
        /// A later one has been seen already, or another one of the same number.
        case rolledBack = "rolled-back"
        /// It was made for other versions of the engine.
        case otherEngine = "other-engine"
        /// Its files are not those that were signed.
        case contentDiffers = "content-differs"
        /// The proof does not lead from the city's file to the release.
        case notIncluded = "not-included"
        /// Something else was published meanwhile.
        case overtaken
    }

    /// The kind.
    public let reason: Reason
    /// What is wrong, in words.
    public let explanation: String

    init(_ reason: Reason, _ explanation: String) {
        self.reason = reason
        self.explanation = explanation
    }

    init(_ refusal: DocumentRefusal) {
        self.init(.unreadable, "\(refusal.format): \(refusal.explanation)")
    }

    init(_ refusal: ConfigRefusal) {
        let clause = [refusal.file, refusal.path, refusal.explanation].compactMap { $0 }.joined(separator: ": ")
        self.init(.contentDiffers, clause)
    }
}

extension ReleaseRefusal: CustomStringConvertible {
    /// The kind, what is wrong and what to do about it.
    public var description: String {
        "\(reason.rawValue): \(explanation); \(reason.advice.text(in: .english))"
    }
}

extension ReleaseRefusal.Reason {
    /// What whoever runs the engine, or publishes, does next.
    public var advice: LocalizedText {
        switch self {
        case .unreadable:
            LocalizedText("copy the release again from where it was published", "请从发布处重新复制该版本")
        case .signatureFalse:
            LocalizedText(
                "somebody or something changed it: do not use it, copy it again, and find out who did",
                "内容已被改动：请勿使用，重新复制，并查明原因"
            )
        case .tooFewSignatures:
            LocalizedText(
                "have it signed by further keys: visafee release sign",
                "请由更多密钥签名：visafee release sign"
            )
        case .otherKeys:
            LocalizedText(
                "fetch the rings between, each signed by the one before it, or a new trust anchor from a person you trust",
                "请获取中间各期密钥表（每期由上一期签名），或向可信的人索取新的信任起点"
            )
        case .notYet:
            LocalizedText("wait, or correct the clock of this machine", "请等待，或校正本机时钟")
        case .expired:
            LocalizedText(
                "publish the content anew: visafee release publish",
                "请重新发布：visafee release publish"
            )
        case .rolledBack:
            LocalizedText(
                "to go back on purpose, publish a rollback: visafee release rollback",
                "如确需回退，请发布回退版本：visafee release rollback"
            )
        case .otherEngine:
            LocalizedText(
                "upgrade the engine, or publish with the version that it has",
                "请升级引擎，或用引擎所支持的版本发布"
            )
        case .contentDiffers:
            LocalizedText(
                "copy the release again; if it is refused again, publish anew",
                "请重新复制该版本；如仍被拒绝，请重新发布"
            )
        case .notIncluded:
            LocalizedText(
                "get the city's file and its proof from the same release: visafee release proof",
                "请从同一版本获取该城市的文件及其证明：visafee release proof"
            )
        case .overtaken:
            LocalizedText(
                "look at what was published, make the plan again, and publish again",
                "请查看已发布的内容，重新生成计划后再发布"
            )
        }
    }
}
