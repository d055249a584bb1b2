internal import Diagnostics
internal import Vocabulary

/// A place where a file stops being YAML, in words that help to mend it.
struct SyntaxError {
    /// Where a finding points.
    let place: Int
    /// Whether libyaml could not make sense of a directive.
    let isAboutDirective: Bool
    private let message: LocalizedText
    private let help: LocalizedText

    /// Rewords libyaml's complaint, whose marks have been turned into bytes.
    init(_ failure: SyntaxFailure, problem: Int, context: Int?, isAfterQuote: Bool) {
        isAboutDirective = failure.context.contains("directive") || failure.problem.contains("incompatible")
        let wording = Self.wordings.first { wording in
            failure.problem.hasPrefix(wording.problem) && failure.context.hasPrefix(wording.context)
                && (isAfterQuote || !wording.isAfterQuote)
        }
        message =
            wording?.message ?? LocalizedText("this is not YAML: \(failure.problem)", "此处不是 YAML：\(failure.problem)")
        help =
            wording?.help
            ?? LocalizedText(
                "check quotes, brackets and indentation here and in the line before",
                "请检查此处和上一行的引号、括号和缩进"
            )
        let isAtStart = isAboutDirective || wording?.pointsAtStart ?? false
        place = isAtStart ? context ?? problem : problem
    }

    func diagnostic(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .yamlSyntax,
            message,
            at: range,
            notes: [Note(LocalizedText("the rest of the file has not been read", "文件的其余部分没有读取"))],
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
        let message: LocalizedText
        let help: LocalizedText
    }

    private static let wordings: [Wording] = [
        Wording(
            problem: "found character that cannot start any token",
            message: LocalizedText("an unquoted value cannot begin with this character", "不加引号的值不能以此字符开头"),
            help: LocalizedText("put quotes around the value", "请给值加引号")
        ),
        Wording(
            problem: "could not find expected ':'",
            pointsAtStart: true,
            message: LocalizedText("this line has no ':' after its key", "这一行的键后面缺少“:”"),
            help: LocalizedText(
                "write 'key: value', with a space after the colon; quote a text that goes on over several lines",
                "请写成“key: value”，冒号后加一个空格；跨多行的文本要加引号"
            )
        ),
        Wording(
            problem: "mapping values are not allowed in this context",
            message: LocalizedText("no ':' can stand here, since a value has already begun", "此处不能出现“:”，因为值已经开始"),
            help: LocalizedText(
                "quote a text that holds ': '; align the line with its neighbours if a new key was meant",
                "含有“: ”的文本要加引号；如果要写新的键，请与相邻各行对齐"
            )
        ),
        Wording(
            problem: "block sequence entries are not allowed in this context",
            message: LocalizedText("no list item can stand here", "此处不能出现列表项"),
            help: LocalizedText(
                "begin the list on a line of its own, or quote a text that begins with '- '",
                "请让列表另起一行，或者给以“- ”开头的文本加引号"
            )
        ),
        Wording(
            problem: "did not find expected key",
            isAfterQuote: true,
            message: LocalizedText("the text goes on after its closing quote", "结束引号之后还有文本"),
            help: LocalizedText(
                "inside of single quotes, write '' for an apostrophe; inside of double quotes, write \\\" for a quote",
                "单引号内的撇号写成“''”；双引号内的双引号写成“\\\"”"
            )
        ),
        Wording(
            problem: "did not find expected key",
            message: LocalizedText("a key was expected here", "此处应为键"),
            help: LocalizedText("align the line with the keys of its group", "请与同组的键对齐")
        ),
        Wording(
            problem: "did not find expected '-' indicator",
            message: LocalizedText("a list item was expected here", "此处应为列表项"),
            help: LocalizedText(
                "begin the line with '- ', or align it with the group it belongs to",
                "请以“- ”开头，或者与所属的键值组对齐"
            )
        ),
        Wording(
            problem: "did not find expected ',' or '}'",
            pointsAtStart: true,
            message: LocalizedText("the group that begins here with '{' is not closed", "此处以“{”开始的键值组没有闭合"),
            help: LocalizedText(
                "write ',' between its entries and '}' after the last; quote a text that holds brackets or commas",
                "各条目之间请写“,”，最后一条之后写“}”；含有括号或逗号的文本要加引号"
            )
        ),
        Wording(
            problem: "did not find expected ',' or ']'",
            pointsAtStart: true,
            message: LocalizedText("the list that begins here with '[' is not closed", "此处以“[”开始的列表没有闭合"),
            help: LocalizedText(
                "write ',' between its items and ']' after the last; quote a text that holds brackets or commas",
                "各项之间请写“,”，最后一项之后写“]”；含有括号或逗号的文本要加引号"
            )
        ),
        Wording(
            problem: "found unexpected end of stream",
            pointsAtStart: true,
            message: LocalizedText("the quote that opens here is never closed", "此处开始的引号没有结束"),
            help: LocalizedText(
                "close it; inside of single quotes, write '' for an apostrophe",
                "请补上结束引号；单引号内的撇号写成“''”"
            )
        ),
        Wording(
            problem: "found unexpected document indicator",
            pointsAtStart: true,
            message: LocalizedText(
                "the quote that opens here is not closed before the document ends",
                "此处开始的引号在文档结束之前没有结束"
            ),
            help: LocalizedText(
                "close it; inside of single quotes, write '' for an apostrophe",
                "请补上结束引号；单引号内的撇号写成“''”"
            )
        ),
        Wording(
            problem: "found unknown escape character",
            message: LocalizedText(
                "after '\\' in double quotes only certain letters may follow",
                "双引号内的“\\”之后只能跟特定的字母"
            ),
            help: LocalizedText("write '\\\\' for a backslash, or use single quotes", "反斜杠请写成“\\\\”，或者改用单引号")
        ),
        Wording(
            problem: "did not find expected node content",
            message: LocalizedText("a value was expected here", "此处应为值"),
            help: LocalizedText(
                "remove the comma or bracket that is one too many, or quote a text that begins with one",
                "请删除多余的逗号或括号，或者给以其开头的文本加引号"
            )
        ),
        Wording(
            problem: "did not find expected <document start>",
            message: LocalizedText("the value of the file has already ended before this line", "文件的值在这一行之前已经结束"),
            help: LocalizedText(
                "write the whole file as 'key: value' lines that begin in the same column",
                "整个文件请写成从同一列开始的“key: value”各行"
            )
        ),
        Wording(
            problem: "did not find expected alphabetic or numeric character",
            pointsAtStart: true,
            message: LocalizedText("an unquoted value cannot begin with '*' or '&'", "不加引号的值不能以“*”或“&”开头"),
            help: LocalizedText("put quotes around the value", "请给值加引号")
        ),
        Wording(
            problem: "did not find expected comment or line break",
            context: "while scanning a block scalar",
            pointsAtStart: true,
            message: LocalizedText("after '|' or '>' the text begins on the next line", "“|”或“>”之后，文本从下一行开始"),
            help: LocalizedText(
                "begin a new line, or quote a value that begins with '|' or '>'",
                "请另起一行，或者给以“|”或“>”开头的值加引号"
            )
        ),
        Wording(
            problem: "found undefined tag handle",
            message: LocalizedText("an unquoted value cannot begin with '!'", "不加引号的值不能以“!”开头"),
            help: LocalizedText("put quotes around the value", "请给值加引号")
        ),
    ]
}
