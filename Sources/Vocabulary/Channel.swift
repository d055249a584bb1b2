/// What a bureau does about a channel: a fact about the world, never a decision of this program.
public enum ChannelStatus: String, CaseIterable, Sendable {
    /// A source says that the bureau runs it.
    case offered
    /// A source says that the bureau does not.
    case notOffered = "not-offered"
    /// The bureau ran it once and has stopped.
    case withdrawn
    /// No source says. It never means "no".
    case unknown
}

/// From where a channel can be used.
public enum ChannelReach: String, CaseIterable, Sendable {
    /// From anywhere, at home too.
    case home
    /// With the receipt in hand; no source says how far from the counter.
    case receipt
    /// At the bureau only.
    case bureau
}

/// What a screen or a desk asks for, shows, or has the applicant do before a button is pressed.
public enum ScreenElement: String, CaseIterable, Sendable {
    case receiptNumber = "receipt-number"
    case verificationCode = "verification-code"
    case terms
    case bill
    case method
    case name
    case amount
    case feeName = "fee-name"
    case paymentStatus = "payment-status"

    /// What the screen asks the applicant to type.
    public static let typed: [ScreenElement] = [.receiptNumber, .verificationCode]
    /// What the bill shows.
    public static let shown: [ScreenElement] = [.name, .amount, .feeName, .paymentStatus]
    /// What has happened before a button is pressed.
    public static let passed: [ScreenElement] = [.terms, .receiptNumber, .verificationCode, .bill, .method]
}

/// Where a refund goes.
public enum RefundRule: String, CaseIterable, Sendable {
    /// Back to what it was paid with: balance to balance, card to card.
    case originalMethod = "original-method"
    /// At the counter.
    case counter
    /// The bureau gives none.
    case none
}

/// When a channel begins to take a payment.
public enum WindowOpening: String, CaseIterable, Sendable {
    /// As soon as the receipt is issued.
    case receiptIssued = "receipt-issued"
    /// Once the application has been approved.
    case applicationApproved = "application-approved"
}

/// When a channel stops taking a payment.
public enum WindowClosing: String, CaseIterable, Sendable {
    /// At the end of the day on which it opened.
    case endOfDay = "end-of-day"
    /// When the document is handed out.
    case collection
}

/// Where one pays once a channel has closed.
public enum WindowFallback: String, CaseIterable, Sendable {
    /// At the bureau's counter.
    case counter
}
