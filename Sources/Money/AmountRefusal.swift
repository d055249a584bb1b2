/// Why a text is not an amount in yuan.
public enum AmountRefusal: Error, Hashable, Sendable {
    /// There is nothing.
    case empty
    /// The text is something else than a number in ASCII digits.
    case notANumber
    /// A minus sign stands before the number.
    case negative
    /// A plus sign stands before the number.
    case signed
    /// The number begins with a zero it does not need.
    case leadingZero
    /// The number is written with a power of ten, such as `1e3`.
    case exponent
    /// There are more than the two digits of fen.
    case tooManyDecimals
    /// There is one digit after the point; read as tenths of a yuan, `meant` is the amount.
    case oneDecimal(meant: Amount)
    /// A comma or an underscore stands between digits, where it may be meant for groups or for a decimal point.
    case separator
    /// The amount is above ``Amount/cap``.
    case aboveCap

    /// What to write instead.
    public var advice: String {
        switch self {
        case .empty, .notANumber:
            "write the yuan in digits, such as 168 or 168.50"
        case .negative:
            "write the amount without '-'; a fee is never negative"
        case .signed:
            "write the amount without '+'"
        case .leadingZero:
            "write the amount without leading zeros, such as 168"
        case .exponent:
            "write all digits of the amount, such as 1000 for 1e3"
        case .tooManyDecimals:
            "write two digits after the point, such as 168.50; there is nothing smaller than a fen"
        case .oneDecimal(let meant):
            "write \(meant.yuanAndFen)"
        case .separator:
            "write digits without ',' or '_', such as 1680, and a point before the fen, such as 168.50"
        case .aboveCap:
            "write at most \(Amount.cap.yuan) yuan; no exit-entry fee is near that, so check whether the amount is in fen"
        }
    }
}

extension Amount {
    /// The amount in yuan with both digits of fen, even if they are zeros.
    public var yuanAndFen: String {
        fen % Self.fenPerYuan == 0 ? "\(yuan).00" : yuan
    }
}
