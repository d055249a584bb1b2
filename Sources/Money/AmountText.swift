extension Amount {
    /// The amount in yuan as it is written: `168`, or `168.50` with both digits of fen.
    public var yuan: String {
        let (whole, rest) = fen.quotientAndRemainder(dividingBy: Self.fenPerYuan)
        return rest == 0 ? "\(whole)" : "\(whole).\(rest / 10)\(rest % 10)"
    }

    /// The amount a text says in yuan, as `168` or `168.50`, or why it says none.
    public static func parse(yuan text: some StringProtocol) -> Result<Amount, AmountRefusal> {
        parse(yuanUTF8: text.utf8)
    }

    /// The amount some bytes say in yuan, as `168` or `168.50`, or why they say none.
    public static func parse(yuanUTF8 bytes: some Collection<UInt8>) -> Result<Amount, AmountRefusal> {
        bytes.withContiguousStorageIfAvailable { parse(text: $0[...]) }
            ?? Array(bytes).withUnsafeBufferPointer { parse(text: $0[...]) }
    }
}

extension Amount: CustomStringConvertible {
    /// The amount with its currency: "CNY 168.50".
    public var description: String {
        "CNY \(yuan)"
    }
}

// MARK: - Reading

extension Amount {
    private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    private static func parse(text: Text) -> Result<Amount, AmountRefusal> {
        guard let first = text.first else { return .failure(.empty) }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            guard startsWithDigit(text.dropFirst()) else { return .failure(.notANumber) }
            return .failure(first == UInt8(ascii: "-") ? .negative : .signed)
        }

        let whole = text.prefix(while: isDigit)
        let rest = text[whole.endIndex...]
        guard !whole.isEmpty else { return .failure(.notANumber) }
        guard !rest.isEmpty else { return amount(whole: whole, fen: 0) }
        guard rest.first == UInt8(ascii: ".") else { return .failure(refusal(ofTail: rest)) }

        let decimals = rest.dropFirst().prefix(while: isDigit)
        let tail = text[decimals.endIndex...]
        guard tail.isEmpty else { return .failure(decimals.isEmpty ? .notANumber : refusal(ofTail: tail)) }
        switch decimals.count {
        case 0: return .failure(.notANumber)
        case 1: return amount(whole: whole, fen: 10 * number(decimals)).flatMap { .failure(.oneDecimal(meant: $0)) }
        case 2: return amount(whole: whole, fen: number(decimals))
        default: return .failure(.tooManyDecimals)
        }
    }

    /// Digits of yuan and a number of fen below 100.
    private static func amount(whole: Text, fen: Int64) -> Result<Amount, AmountRefusal> {
        guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { return .failure(.leadingZero) }
        // Nine digits are above the cap and far from the largest integer.
        guard whole.count < 9, let amount = Amount(fen: number(whole) * fenPerYuan + fen) else {
            return .failure(.aboveCap)
        }
        return .success(amount)
    }

    /// Why digits must not be followed by this.
    private static func refusal(ofTail tail: Text) -> AmountRefusal {
        switch tail.first {
        case UInt8(ascii: ","), UInt8(ascii: "_"):
            return startsWithDigit(tail.dropFirst()) ? .separator : .notANumber
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            var exponent = tail.dropFirst()
            if exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-") { exponent.removeFirst() }
            return !exponent.isEmpty && exponent.allSatisfy(isDigit) ? .exponent : .notANumber
        default:
            return .notANumber
        }
    }

    private static func startsWithDigit(_ text: Text) -> Bool {
        text.first.map(isDigit) ?? false
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    private static func number(_ digits: Text) -> Int64 {
        digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
}
