/// An example's YAML with its marks taken out and turned into places.
public struct MarkedYAML: Hashable, Sendable {
    /// The YAML as a file would hold it.
    public let text: String
    /// The byte before which each `↓` stood, counted in ``text``, in order.
    public let marks: [UInt32]

    /// Takes the `↓` out of a text.
    public init(_ marked: String) {
        var text = ""
        var marks: [UInt32] = []
        for scalar in marked.unicodeScalars {
            if scalar == "↓" {
                marks.append(UInt32(text.utf8.count))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        self.text = text
        self.marks = marks
    }

    /// The text's bytes in UTF-8.
    public var bytes: [UInt8] { Array(text.utf8) }
}

extension RuleExample {
    /// The YAML and the places a finding must point at.
    public var marked: MarkedYAML { MarkedYAML(yaml) }
    /// What stood there before, as a file would hold it.
    public var markedBefore: MarkedYAML? { before.map(MarkedYAML.init) }
}
