import Diagnostics
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        (text: "", columns: 0), (text: "city", columns: 4), (text: "城市", columns: 4), (text: "é", columns: 1),
        (text: "e\u{301}", columns: 1), (text: "\u{200B}\u{200D}\u{FEFF}", columns: 0), (text: "１２", columns: 4),
        (text: "，。（）", columns: 8), (text: "한국", columns: 4), (text: "日本カナ", columns: 8), (text: "ｶﾅ", columns: 2),
        (text: "𠀀", columns: 2), (text: "🇨🇳", columns: 2), (text: "😀", columns: 2), (text: "…·—", columns: 3),
        (text: "Ω я", columns: 3), (text: "\u{FFFD}", columns: 1), (text: "\u{1100}\u{1161}\u{11A8}", columns: 2),
    ])
    func `text takes the columns a terminal gives it`(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test func `every common Chinese character is two columns wide`() {
        for value in UInt32(0x4E00)...0x9FFF {
            #expect(Unicode.Scalar(value).map { DisplayWidth.columns(of: $0) } == 2)
        }
    }
}
