/// Draws a comparison with its values below it, each hanging from the term it belongs to.
struct ComparisonDrawing {
    /// What hangs at a column.
    private struct Value {
        let column: Int
        let text: String
    }

    /// The comparison, and below it the values, row by row.
    let rows: [String]

    /// Draws a comparison whose outcome reads `verdict`.
    init(
        found: (expression: String, value: String),
        symbol: String,
        verdict: String,
        expected: (expression: String, value: String)
    ) {
        let middle = DisplayWidth.columns(of: found.expression) + 1
        let right = middle + DisplayWidth.columns(of: symbol) + 1
        var hanging = [
            Value(column: 0, text: found.value), Value(column: middle, text: verdict),
            Value(column: right, text: expected.value),
        ]
        var rows = [
            "\(found.expression) \(symbol) \(expected.expression)",
            Self.row(hanging.map { Value(column: $0.column, text: "|") }),
        ]
        while !hanging.isEmpty {
            // From the right: a value is written where it leaves a blank before whatever stands to its right.
            var free = Int.max
            var (row, left): ([Value], [Value]) = ([], [])
            for value in hanging.reversed() {
                let fits = value.column + DisplayWidth.columns(of: value.text) < free
                row.append(fits ? value : Value(column: value.column, text: "|"))
                if !fits { left.append(value) }
                free = value.column
            }
            rows.append(Self.row(row.reversed()))
            hanging = left.reversed()
        }
        self.rows = rows
    }

    private static func row(_ values: [Value]) -> String {
        values.reduce(into: "") { row, value in
            row += String(repeating: " ", count: max(0, value.column - DisplayWidth.columns(of: row))) + value.text
        }
    }
}
