internal import CLibYAML
internal import Diagnostics

/// Turns libyaml's events into the arena of one tree.
///
/// Not copyable and free of closures that capture it, because this is the loop every byte of the registry goes through.
struct TreeBuilder: ~Copyable {
    /// What the arena and its surroundings came to.
    struct Result {
        var nodes: [NodeRecord]
        let decoded: [UInt8]
        let findings: Findings
        let isComplete: Bool
        /// Up to where the nodes speak for the text.
        let readUpTo: Int
        /// What values hold that are written with escapes, and so cannot be seen in the file's bytes.
        let decodedTraits: TextTraits
    }

    /// A list or group whose end has not come yet, or what surrounds the outermost node.
    struct Open: BitwiseCopyable {
        /// Its index; -1 for what surrounds the outermost node.
        let node: Int
        let isMapping: Bool
        /// Where its keys begin in `keys`.
        let firstKey: Int
        /// Whether the next child is a key.
        var expectsKey: Bool
        var children: UInt32 = 0

        init(node: Int, isMapping: Bool, firstKey: Int) {
            self.node = node
            self.isMapping = isMapping
            self.firstKey = firstKey
            expectsKey = isMapping
        }

        mutating func countChild() {
            children &+= 1
            expectsKey = isMapping && !expectsKey
        }
    }

    let text: UnsafeBufferPointer<UInt8>
    let origin: Int
    var cursor: ByteCursor
    var nodes: [NodeRecord] = []
    var decoded: [UInt8] = []
    var decodedTraits: TextTraits = []
    /// The innermost list or group that is open, and those around it.
    var innermost = Open(node: -1, isMapping: false, firstKey: 0)
    var outer = Stack<Open>(capacity: Limits.depth)
    var keys = Stack<DuplicateKeys.Key>(capacity: 64)
    var findings: Findings
    var isComplete = true
    var hasDocument = false
    /// Where the last node ended that has ended.
    var lastEnd = 0
    var readUpTo: Int

    /// A builder for valid UTF-8 that outlives it; `origin` is where the YAML begins, after any byte order mark.
    init(over text: UnsafeBufferPointer<UInt8>, from origin: Int, in file: FileID, isASCII: Bool) {
        self.text = text
        self.origin = origin
        cursor = ByteCursor(text, from: origin, isASCII: isASCII)
        findings = Findings(in: file)
        readUpTo = text.count
        nodes.reserveCapacity(text.count / 12)
    }

    /// Reads to the end of the text or to the first thing that makes going on useless.
    consuming func build() -> Result {
        let events = EventStream(over: UnsafeBufferPointer(rebasing: text[origin...]))
        while true {
            guard events.advance() else {
                fail(events.failure)
                break
            }
            if events.event.pointee.type == YAML_STREAM_END_EVENT { break }
            guard take(events.event) else { break }
        }
        closeAll()
        reportEmptyFile()
        return Result(
            nodes: nodes,
            decoded: decoded,
            findings: findings,
            isComplete: isComplete,
            readUpTo: readUpTo,
            decodedTraits: decodedTraits
        )
    }

    /// Takes one event; false when reading has to end.
    private mutating func take(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: return takeScalar(event)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.pointee.data.mapping_start
            return begin(.mapping, event, hasAnchor: mapping.anchor != nil, hasTag: mapping.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.pointee.data.sequence_start
            return begin(.sequence, event, hasAnchor: sequence.anchor != nil, hasTag: sequence.tag != nil)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            close(event)
            return true
        case YAML_ALIAS_EVENT: return takeAlias(event)
        case YAML_DOCUMENT_START_EVENT: return beginDocument(event)
        case YAML_DOCUMENT_END_EVENT:
            endDocument(event)
            return true
        default: return true
        }
    }
}
