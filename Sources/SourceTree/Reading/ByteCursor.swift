/// Turns libyaml's character positions into byte positions by walking along the text, mostly forwards.
struct ByteCursor {
    private let text: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    private let origin: Int
    private var character = 0
    private var byte: Int

    /// A cursor over valid UTF-8 whose first character begins at `origin`; not walked at all if it is known to be ASCII.
    init(_ text: UnsafeBufferPointer<UInt8>, from origin: Int, isASCII: Bool) {
        self.text = text
        self.isASCII = isASCII
        self.origin = origin
        byte = origin
    }

    /// The byte at which a character begins; the text's length for any character past its end.
    mutating func byte(of character: Int) -> Int {
        if isASCII { return min(origin + character, text.count) }
        if character > self.character {
            advance(to: character)
        } else {
            retreat(to: character)
        }
        return byte
    }

    /// Moves to where a character is known to begin.
    mutating func jump(to character: Int, at byte: Int) {
        self.character = character
        self.byte = byte
    }

    private mutating func advance(to target: Int) {
        guard let base = text.baseAddress else { return }
        var missing = target - character
        var byte = byte
        if missing < 8, byte + 8 <= text.count {
            // Mostly a colon and a space: see at one glance that all of it is ASCII.
            let word = UnsafeRawPointer(base + byte).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 & ((1 << UInt64(truncatingIfNeeded: missing * 8)) &- 1) == 0 {
                self.byte = byte + missing
                character = target
                return
            }
        }
        while missing >= 8, byte + 8 <= text.count {
            let word = UnsafeRawPointer(base + byte).loadUnaligned(as: UInt64.self)
            // A byte continues a character if its two highest bits are 1 and 0.
            let continuing = (word & ~(word &<< 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            missing -= 8 - continuing
            byte += 8
        }
        // The last word may have ended inside of a character, which is counted already.
        while byte < text.count, isContinuation(base[byte]) { byte += 1 }
        while missing > 0, byte < text.count {
            byte += 1
            while byte < text.count, isContinuation(base[byte]) { byte += 1 }
            missing -= 1
        }
        self.byte = byte
        character = target - missing
    }

    private mutating func retreat(to target: Int) {
        while character > target, byte > origin {
            byte -= 1
            while byte > origin, isContinuation(text[byte]) { byte -= 1 }
            character -= 1
        }
    }

    private func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0b1100_0000 == 0b1000_0000
    }
}
