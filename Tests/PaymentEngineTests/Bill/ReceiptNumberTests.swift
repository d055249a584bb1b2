import PaymentEngine
import Testing
import Vocabulary

struct ReceiptNumberTests {
    private let digits = ReceiptFormat(length: 4...6, alphabet: .digits)
    private let letters = ReceiptFormat(length: 4...6, alphabet: .alphanumeric)

    @Test func `what a keyboard or a copy adds is taken away under a rule`() throws {
        let typed = [
            "MIST42", "mist42", " MIST 42 ", "MIST-42", "ＭＩＳＴ４２", "MIST\u{2013}42\u{200B}",
            "\u{FEFF}mist\u{3000}42",
        ]
        for text in typed { #expect(try ReceiptNumber(text, format: letters).text == "MIST42", "\(text)") }
    }

    @Test func `nothing is replaced by what it resembles`() {
        #expect(throws: ReceiptNumber.Refusal.characters(.digits)) { try ReceiptNumber("O000", format: digits) }
        #expect(throws: ReceiptNumber.Refusal.characters(.digits)) { try ReceiptNumber("l234", format: digits) }
        #expect(throws: ReceiptNumber.Refusal.characters(.alphanumeric)) { try ReceiptNumber("МIST", format: letters) }
    }

    @Test func `a number of another length is refused with the lengths there are`() {
        #expect(throws: ReceiptNumber.Refusal.length(4...6)) { try ReceiptNumber("123", format: digits) }
        #expect(throws: ReceiptNumber.Refusal.length(4...6)) { try ReceiptNumber("1234567", format: digits) }
        #expect(throws: ReceiptNumber.Refusal.empty) { try ReceiptNumber(" - ", format: digits) }
    }

    @Test func `without a rule everything is accepted, and only the ends are trimmed`() throws {
        #expect(try ReceiptNumber(" ab-12/3 号 ", format: nil).text == "AB-12/3 号")
        #expect(throws: ReceiptNumber.Refusal.empty) { try ReceiptNumber(" \u{200B}", format: nil) }
        #expect(throws: ReceiptNumber.Refusal.tooLong) {
            try ReceiptNumber(String(repeating: "1", count: 65), format: nil)
        }
    }

    @Test func `reading a number again changes nothing`() throws {
        for text in ["mist 42", "ＡＢ１２", "a-b-1-2", "0000", "号 1"] {
            for format in [nil, digits, letters] {
                guard let once = try? ReceiptNumber(text, format: format) else { continue }
                #expect(try ReceiptNumber(once.text, format: format) == once)
            }
        }
    }

    @Test func `printing a number prints none`() throws {
        let number = try ReceiptNumber("MIST42", format: letters)
        var dumped = ""
        dump(number, to: &dumped)
        for text in ["\(number)", String(reflecting: number), dumped] { #expect(!text.contains("MIST42")) }
    }
}
