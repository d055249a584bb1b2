import Foundation

/// What the command line says, by option.
struct Options {
    /// Whether an option is followed by a value.
    enum Kind {
        case flag
        case value
    }

    private var values: [String: String] = [:]

    /// Reads `--option value` and `--flag`; anything else is refused.
    init(_ arguments: ArraySlice<String>, known: [String: Kind]) throws(UsageError) {
        var rest = arguments
        while let option = rest.popFirst() {
            switch known[option] {
            case nil: throw UsageError("there is no option '\(option)'")
            case .flag: values[option] = ""
            case .value:
                guard let value = rest.popFirst() else { throw UsageError("'\(option)' needs a value") }
                values[option] = value
            }
        }
    }

    /// Whether the option was given.
    func has(_ option: String) -> Bool {
        values[option] != nil
    }

    /// The option's value, if it was given.
    func text(_ option: String) -> String? {
        values[option]
    }

    /// The option's value, which must have been given.
    func required(_ option: String) throws(UsageError) -> String {
        guard let value = values[option] else { throw UsageError("'\(option)' is missing") }
        return value
    }

    /// A path, relative to where the user works.
    func path(_ option: String, or usual: URL) -> URL {
        values[option].map { URL(fileURLWithPath: $0) } ?? usual
    }

    /// A seed: any number; the same one gives the same bytes.
    func seed() throws(UsageError) -> UInt64 {
        guard let text = values["--seed"] else { return 1 }
        guard let seed = UInt64(text) else { throw UsageError("'\(text)' is no seed: write a whole number") }
        return seed
    }

    /// Whole numbers in a range, between commas.
    func counts(_ option: String, or usual: [Int], in range: ClosedRange<Int>) throws(UsageError) -> [Int] {
        guard let text = values[option] else { return usual }
        var counts: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let count = Int(part), range.contains(count) else {
                throw UsageError(
                    "'\(part)' after '\(option)' is no whole number from \(range.lowerBound) to \(range.upperBound)"
                )
            }
            counts.append(count)
        }
        return counts
    }
}

/// A command line that says nothing this program can do.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Something that could not be done, and what to do about it.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
