/// How a report for people is dressed.
///
/// Colour never carries meaning alone: the words are the same in every style.
public enum Style: String, CaseIterable, Sendable {
    /// Text only, for files and pipes.
    case plain
    /// Colours of a terminal.
    case ansi

    /// What a piece of text is for.
    enum Role {
        case severity(Severity)
        case gutter
        case emphasis
        case secondary
        case help
    }

    func paint(_ text: String, _ role: Role) -> String {
        switch self {
        case .plain: text
        case .ansi: text.isEmpty ? text : "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
        }
    }
}

extension Style.Role {
    /// The parameters of the terminal's "select graphic rendition".
    fileprivate var code: String {
        switch self {
        case .severity(.error): "1;31"
        case .severity(.warning): "1;33"
        case .severity(.advice): "1;36"
        case .gutter, .secondary: "1;34"
        case .emphasis: "1"
        case .help: "1;32"
        }
    }
}
