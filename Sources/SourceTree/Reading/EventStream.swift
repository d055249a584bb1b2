internal import CLibYAML

/// libyaml's parser over a stretch of memory, and the one event it is at.
///
/// Frees both when it goes.
struct EventStream: ~Copyable {
    // On the heap, since libyaml keeps a pointer to the parser inside the parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The current event; valid until the next call of ``advance()``.
    let event: UnsafeMutablePointer<yaml_event_t>

    /// Starts reading UTF-8 that must outlive this value.
    init(over text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        // Fails only without memory, and then the first `advance` fails as well.
        _ = yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Goes to the next event; false when the text is not YAML, and then ``failure`` says why.
    func advance() -> Bool {
        yaml_event_delete(event)
        return yaml_parser_parse(parser, event) != 0
    }

    /// What libyaml says about the text it could not read.
    ///
    /// Marks count characters.
    var failure: SyntaxFailure {
        let state = parser.pointee
        return SyntaxFailure(
            problem: state.problem.map { String(cString: $0) } ?? "it cannot be read",
            context: state.context.map { String(cString: $0) } ?? "",
            problemMark: state.problem_mark.index,
            contextMark: state.context == nil ? nil : state.context_mark.index
        )
    }
}

/// Why libyaml stopped, in its own words and units.
struct SyntaxFailure {
    let problem: String
    let context: String
    /// The character, counted from 0, that libyaml could not accept.
    let problemMark: Int
    /// The character at which the construct begins that could not be finished.
    let contextMark: Int?
}
