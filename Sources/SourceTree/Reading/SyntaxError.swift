internal import Diagnostics

/// A place where a file stops being YAML, in words that help to mend it.
struct SyntaxError {
    /// Where a finding points.
    let place: Int
    /// Whether libyaml could not make sense of a directive.
    let isAboutDirective: Bool
    private let message: String
    private let help: String

    /// Rewords libyaml's complaint, whose marks have been turned into bytes.
    init(_ failure: SyntaxFailure, problem: Int, context: Int?, isAfterQuote: Bool) {
        isAboutDirective = failure.context.contains("directive") || failure.problem.contains("incompatible")
        let wording = Self.wordings.first { wording in
            failure.problem.hasPrefix(wording.problem) && failure.context.hasPrefix(wording.context)
                && (isAfterQuote || !wording.isAfterQuote)
        }
        message = wording?.message ?? "this is not YAML: \(failure.problem)"
        help = wording?.help ?? "check quotes, brackets and indentation here and in the line before"
        let isAtStart = isAboutDirective || wording?.pointsAtStart ?? false
        place = isAtStart ? context ?? problem : problem
    }

    func diagnostic(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax,
            message,
            at: range,
            notes: [Note("the rest of the file has not been read")],
            help: help
        )
    }

    private struct Wording {
        let problem: String
        var context = ""
        /// Whether the beginning of the unfinished construct says more than the place where that showed.
        var pointsAtStart = false
        /// Whether the wording is for what follows right after a quote.
        var isAfterQuote = false
        let message: String
        let help: String
    }

    private static let wordings: [Wording] = [
        Wording(
            problem: "found character that cannot start any token",
            message: "an unquoted value cannot begin with this character",
            help: "put quotes around the value"
        ),
        Wording(
            problem: "could not find expected ':'",
            pointsAtStart: true,
            message: "this line has no ':' after its key",
            help: "write 'key: value', with a space after the colon; quote a text that goes on over several lines"
        ),
        Wording(
            problem: "mapping values are not allowed in this context",
            message: "no ':' can stand here, since a value has already begun",
            help: "quote a text that holds ': '; align the line with its neighbours if a new key was meant"
        ),
        Wording(
            problem: "block sequence entries are not allowed in this context",
            message: "no list item can stand here",
            help: "begin the list on a line of its own, or quote a text that begins with '- '"
        ),
        Wording(
            problem: "did not find expected key",
            isAfterQuote: true,
            message: "the text goes on after its closing quote",
            help: "inside of single quotes, write '' for an apostrophe; inside of double quotes, write \\\" for a quote"
        ),
        Wording(
            problem: "did not find expected key",
            message: "a key was expected here",
            help: "align the line with the keys of its group"
        ),
        Wording(
            problem: "did not find expected '-' indicator",
            message: "a list item was expected here",
            help: "begin the line with '- ', or align it with the group it belongs to"
        ),
        Wording(
            problem: "did not find expected ',' or '}'",
            pointsAtStart: true,
            message: "the group that begins here with '{' is not closed",
            help: "write ',' between its entries and '}' after the last; quote a text that holds brackets or commas"
        ),
        Wording(
            problem: "did not find expected ',' or ']'",
            pointsAtStart: true,
            message: "the list that begins here with '[' is not closed",
            help: "write ',' between its items and ']' after the last; quote a text that holds brackets or commas"
        ),
        Wording(
            problem: "found unexpected end of stream",
            pointsAtStart: true,
            message: "the quote that opens here is never closed",
            help: "close it; inside of single quotes, write '' for an apostrophe"
        ),
        Wording(
            problem: "found unexpected document indicator",
            pointsAtStart: true,
            message: "the quote that opens here is not closed before the document ends",
            help: "close it; inside of single quotes, write '' for an apostrophe"
        ),
        Wording(
            problem: "found unknown escape character",
            message: "after '\\' in double quotes only certain letters may follow",
            help: "write '\\\\' for a backslash, or use single quotes"
        ),
        Wording(
            problem: "did not find expected node content",
            message: "a value was expected here",
            help: "remove the comma or bracket that is one too many, or quote a text that begins with one"
        ),
        Wording(
            problem: "did not find expected <document start>",
            message: "the value of the file has already ended before this line",
            help: "write the whole file as 'key: value' lines that begin in the same column"
        ),
        Wording(
            problem: "did not find expected alphabetic or numeric character",
            pointsAtStart: true,
            message: "an unquoted value cannot begin with '*' or '&'",
            help: "put quotes around the value"
        ),
        Wording(
            problem: "did not find expected comment or line break",
            context: "while scanning a block scalar",
            pointsAtStart: true,
            message: "after '|' or '>' the text begins on the next line",
            help: "begin a new line, or quote a value that begins with '|' or '>'"
        ),
        Wording(
            problem: "found undefined tag handle",
            message: "an unquoted value cannot begin with '!'",
            help: "put quotes around the value"
        ),
    ]
}
