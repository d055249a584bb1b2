import SeededRandomness
import Money
import Testing

struct AmountTextTests {
    @Test func `every amount up to two thousand yuan reads back as it is written`() {
        let lost = (0...200_000).compactMap(Amount.init(fen:)).filter { Amount.parse(yuan: $0.yuan) != .success($0) }
        #expect(lost == [])
    }

    @Test func `any amount reads back as it is written`() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<20_000 {
            let amount = try #require(Amount(fen: .random(in: 0...Amount.cap.fen, using: &generator)))
            #expect(Amount.parse(yuan: amount.yuan) == .success(amount))
        }
    }

    @Test(
        arguments: [
            (0, "0"), (1, "0.01"), (10, "0.10"), (100, "1"), (16_000, "160"), (16_850, "168.50"), (16_805, "168.05"),
            (10_000_000, "100000"),
        ]
    )
    func `whole yuan are written without fen, others with both digits`(fen: Int64, text: String) throws {
        let amount = try #require(Amount(fen: fen))
        #expect(amount.yuan == text)
        #expect(amount.description == "CNY \(text)")
    }

    @Test(arguments: [("0.00", 0), ("168.00", 16_800), ("0.50", 50), ("100000.00", 10_000_000)])
    func `two zeros of fen may be written`(text: String, fen: Int64) {
        #expect(Amount.parse(yuan: text).map(\.fen) == .success(fen))
    }

    @Test(
        arguments: [
            ("", AmountRefusal.empty),
            ("free", .notANumber), (" 168", .notANumber), ("168 ", .notANumber), ("¥168", .notANumber),
            ("168元", .notANumber), ("１６８", .notANumber), (".50", .notANumber), ("168.", .notANumber),
            ("168..50", .notANumber), ("1.6.8", .notANumber), ("0x10", .notANumber), ("-", .notANumber),
            ("+", .notANumber), ("--1", .notANumber), ("-x", .notANumber), ("1e", .notANumber), ("1e+", .notANumber),
            ("168,", .notANumber), ("nan", .notANumber), ("1-2", .notANumber), ("168\u{0}", .notANumber),
            ("-168", .negative), ("-0", .negative),
            ("+168", .signed),
            ("0168", .leadingZero), ("00", .leadingZero), ("00.50", .leadingZero),
            ("1e3", .exponent), ("1E3", .exponent), ("1.68e+2", .exponent), ("168e-2", .exponent),
            ("168.500", .tooManyDecimals), ("0.001", .tooManyDecimals),
            ("1,680", .separator), ("168,50", .separator), ("1_680", .separator), ("1,680.50", .separator),
            ("100000.01", .aboveCap), ("100001", .aboveCap), ("1000000", .aboveCap), ("123456789", .aboveCap),
            ("99999999999999999999999999", .aboveCap),
        ]
    )
    func `every other spelling is refused by its name`(text: String, refusal: AmountRefusal) {
        #expect(Amount.parse(yuan: text) == .failure(refusal))
    }

    @Test func `one decimal is refused with the amount it was meant to be`() throws {
        let meant = try #require(Amount(fen: 16_850))
        #expect(Amount.parse(yuan: "168.5") == .failure(.oneDecimal(meant: meant)))
        #expect(AmountRefusal.oneDecimal(meant: meant).advice == "write 168.50")
        #expect(Amount.parse(yuan: "168.0") == .failure(.oneDecimal(meant: try #require(Amount(fen: 16_800)))))
        #expect(AmountRefusal.oneDecimal(meant: try #require(Amount(fen: 16_800))).advice == "write 168.00")
        #expect(Amount.parse(yuan: "100000.1") == .failure(.aboveCap))
        #expect(Amount.parse(yuan: "01.5") == .failure(.leadingZero))
    }

    @Test(
        arguments: [
            AmountRefusal.empty, .notANumber, .negative, .signed, .leadingZero, .exponent, .tooManyDecimals, .separator,
            .aboveCap,
        ]
    )
    func `each advice says what to write`(refusal: AmountRefusal) {
        #expect(refusal.advice.hasPrefix("write "))
    }

    @Test func `the advice on an amount above the cap names the cap`() {
        #expect(AmountRefusal.aboveCap.advice.contains("at most 100000 yuan"))
    }

    @Test func `whatever is read, is written as it stood, but for two zeros of fen`() throws {
        let alphabet = Array("0123456789.,_-+eE x".utf8)
        var generator = SeededGenerator(seed: 3)
        var read = 0
        for _ in 0..<50_000 {
            let length = Int.random(in: 0...9, using: &generator)
            let bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
            guard case .success(let amount) = Amount.parse(yuanUTF8: bytes) else { continue }
            read += 1
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(amount.yuan == text || amount.yuan + ".00" == text)
        }
        #expect(read > 1000)
    }

    @Test func `an amount reads the same from any kind of text`() {
        #expect(Amount.parse(yuan: "fee 168.50".dropFirst(4)).map(\.fen) == .success(16_850))
        #expect(Amount.parse(yuanUTF8: "168.50".utf8.lazy.map { $0 }).map(\.fen) == .success(16_850))
    }
}
