/// Where bills are looked up at the bureau.
///
/// A lost answer is `unknown`. It answers by the deadline it is given, with `unknown` if need be.
public protocol BillDesk: Sendable {
    /// Looks for a bill by what the payer typed.
    func find(_ receipt: ReceiptNumber, _ code: VerificationCode, in city: String, by deadline: Moment) async
        -> BillFind
}

/// What the payer typed to show that the receipt is theirs.
///
/// Printing it prints nothing, and nobody keeps it.
public struct VerificationCode: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The characters.
    public let text: String

    /// A code as it was typed.
    public init(_ text: String) {
        self.text = text
    }

    /// A mask.
    public var description: String { "<verification code>" }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the bureau says to a receipt number and a code.
public enum BillFind: Hashable, Sendable {
    /// The bill.
    case found(BureauBill)
    /// It knows no such receipt.
    case noSuchReceipt
    /// It knows the receipt, and the code is another.
    case wrongCode
    /// No answer, or one that says nothing.
    case unknown
}
