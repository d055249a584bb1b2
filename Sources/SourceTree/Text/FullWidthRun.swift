/// Full-width digits and letters that stand side by side.
struct FullWidthRun: Equatable {
    /// Where they stand, in bytes of the text.
    let offsets: Range<Int>
    /// The characters themselves.
    let text: String
    /// The ordinary characters for them.
    let ordinary: String

    /// All such runs of a text.
    static func all(in string: String) -> [FullWidthRun] {
        var runs: [FullWidthRun] = []
        let scalars = string.unicodeScalars
        var position = scalars.startIndex
        while let start = scalars[position...].firstIndex(where: \.isFullWidth) {
            let end = scalars[start...].firstIndex { !$0.isFullWidth } ?? scalars.endIndex
            let offset = string.utf8.distance(from: string.utf8.startIndex, to: start)
            let text = String(scalars[start..<end])
            var ordinary = ""
            ordinary.unicodeScalars.append(contentsOf: scalars[start..<end].map(\.halfWidth))
            runs.append(FullWidthRun(offsets: offset..<offset + text.utf8.count, text: text, ordinary: ordinary))
            position = end
        }
        return runs
    }
}
