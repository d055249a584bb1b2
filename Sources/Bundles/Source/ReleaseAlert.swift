public import CivilTime
public import Vocabulary

/// Something about releases that a person must look at; it stands until it is mended.
public enum ReleaseAlert: Hashable, Sendable {
    /// The release in use in the store is not accepted; the last good one is served.
    case refused(number: Int, ReleaseRefusal)
    /// The store cannot be reached; the last good release is served.
    case storeUnreachable(StoreFault)
    /// A key ring in the store is not accepted.
    case keysRefused(ReleaseRefusal)
    /// The kill switch cannot be read; every stop seen before holds on.
    case killSwitchUnreadable(String)
    /// An order to stop is not accepted.
    case stopRefused(ReleaseRefusal)
    /// What was accepted could not be kept for the next start.
    case memoryFailed(StoreFault)
    /// The release served has run out: it answers, and takes no new payments.
    case expired(number: Int, since: Instant)
    /// The release served runs out within a day.
    case expiresSoon(number: Int, at: Instant)
}

extension ReleaseAlert {
    /// The alert in words, with what to do.
    public var text: LocalizedText {
        switch self {
        case .refused(let number, let refusal):
            LocalizedText(
                "release \(number) is not accepted, and the last good one is served: \(refusal)",
                "版本\(number)未被接受，继续使用上一有效版本：\(refusal.explanation)；\(refusal.reason.advice.text(in: .chinese))。"
            )
        case .storeUnreachable(let fault):
            LocalizedText(
                "the release store cannot be used, and the last good release is served: \(fault)",
                "发布库无法使用，继续使用上一有效版本：\(fault.explanation)；\(fault.reason.advice.text(in: .chinese))。"
            )
        case .keysRefused(let refusal):
            LocalizedText(
                "the new key ring is not accepted: \(refusal)",
                "新的密钥表未被接受：\(refusal.explanation)；\(refusal.reason.advice.text(in: .chinese))。"
            )
        case .killSwitchUnreadable(let explanation):
            LocalizedText(
                "the kill switch cannot be read, and every stop seen before holds on: \(explanation); "
                    + "repeat the last stop: visafee release stop",
                "停用清单无法读取，此前的停用仍然有效：\(explanation)；请重新执行停用：visafee release stop。"
            )
        case .stopRefused(let refusal):
            LocalizedText(
                "a stop is not accepted: \(refusal)",
                "一项停用未被接受：\(refusal.explanation)；\(refusal.reason.advice.text(in: .chinese))。"
            )
        case .memoryFailed(let fault):
            LocalizedText(
                "what was accepted could not be kept for the next start: \(fault)",
                "已接受的版本未能保存，重启后可能丢失：\(fault.explanation)；\(fault.reason.advice.text(in: .chinese))。"
            )
        case .expired(let number, let since):
            LocalizedText(
                "release \(number) ran out on \(since): it answers, and takes no new payments; "
                    + "publish anew: visafee release publish",
                "版本\(number)已于\(since)到期：仍可查询，不再接受新的缴费；请重新发布：visafee release publish。"
            )
        case .expiresSoon(let number, let end):
            LocalizedText(
                "release \(number) runs out on \(end); publish anew before: visafee release publish",
                "版本\(number)将于\(end)到期，请在此之前重新发布：visafee release publish。"
            )
        }
    }
}
