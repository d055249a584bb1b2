/// Groups and lists that are written line by line, and told apart by their columns.
extension DirectReader {
    /// Reads the whole text.
    mutating func readBlocks() throws(Unusual) {
        while let column = nextLine() {
            try closeBlocks(forColumn: column)
            try readLine(column)
        }
        while innermost.node >= 0 { try closeInnermost() }
        guard nodes.count > 0 else { throw Unusual() }
    }

    /// Goes to the first character of the next line that holds more than a comment, and tells its column.
    private mutating func nextLine() -> Int? {
        var line = position
        var place = position
        while place < end {
            switch text[place] {
            case UInt8(ascii: " "):
                place += 1
            case UInt8(ascii: "\n"):
                place += 1
                line = place
            case UInt8(ascii: "#"):
                place = endOfLine(from: place)
            default:
                position = place
                return place - line
            }
        }
        position = end
        return nil
    }

    /// Ends what a line that begins in this column is no part of.
    private mutating func closeBlocks(forColumn column: Int) throws(Unusual) {
        while column <= innermost.column {
            if column == innermost.column, innermost.isMapping || isHyphen { return }
            try closeInnermost()
        }
        // Deeper than all that is open stands only a value that is awaited.
        guard innermost.awaitsValue else { throw Unusual() }
    }

    private mutating func closeInnermost() throws(Unusual) {
        guard !innermost.awaitsValue, let surrounding = outer.pop() else { throw Unusual() }
        if innermost.isMapping { try forgetKeys(from: innermost.firstKey) }
        close(innermost.node, children: innermost.children, at: lastEnd)
        innermost = surrounding
    }

    private mutating func open(_ style: NodeRecord.Style, column: Int, at start: Int) throws(Unusual) {
        innermost.awaitsValue = false
        let node = try begin(style, at: start, depth: outer.count)
        outer.push(innermost)
        innermost = Block(node: node, column: column, isMapping: style == .mapping, firstKey: keys.count)
    }

    /// Whether a list item's hyphen stands here.
    private var isHyphen: Bool {
        text[position] == UInt8(ascii: "-") && isBlank(at: position + 1)
    }

    /// Reads a line from its first character on, and whatever brackets opened in it take up of the next ones.
    private mutating func readLine(_ lineColumn: Int) throws(Unusual) {
        var column = lineColumn
        while isHyphen {
            try readHyphen(column)
            let hyphen = position
            position += 1
            if try isLineEnd() { return }
            column += position - hyphen
        }
        // A value that is missing would be found out by the next key standing in its place.
        if innermost.awaitsValue, column == innermost.column { throw Unusual() }
        if isBracket { return try readValue() }
        let start = position
        let scalar = try readScalar(inBrackets: false)
        guard try takeColon(after: start) else { return try finish(scalar) }
        if innermost.awaitsValue { try open(.mapping, column: column, at: start) }
        guard innermost.isMapping else { throw Unusual() }
        try addKey(scalar)
        innermost.awaitsValue = true
        innermost.children += 1
        if try !isLineEnd() { try readValue() }
    }

    /// Makes room for a list's item, in the list that is open or in one that begins here.
    private mutating func readHyphen(_ column: Int) throws(Unusual) {
        if innermost.awaitsValue {
            // Lists may stand in the column of the key they belong to.
            guard innermost.isMapping || column > innermost.column else { throw Unusual() }
            try open(.sequence, column: column, at: position)
        }
        guard !innermost.isMapping else { throw Unusual() }
        innermost.awaitsValue = true
        innermost.children += 1
    }

    /// Reads the value that is awaited, up to the end of its line.
    private mutating func readValue() throws(Unusual) {
        guard isBracket else { return try finish(readScalar(inBrackets: false)) }
        guard innermost.awaitsValue, innermost.node >= 0 else { throw Unusual() }
        innermost.awaitsValue = false
        try readBrackets(depth: outer.count)
        try endLine()
    }

    private mutating func finish(_ value: Scalar) throws(Unusual) {
        guard innermost.awaitsValue, innermost.node >= 0 else { throw Unusual() }
        innermost.awaitsValue = false
        try add(value)
        try endLine()
    }
}
