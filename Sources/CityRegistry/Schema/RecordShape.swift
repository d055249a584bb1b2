public import Vocabulary

/// The keys of one kind of record, as values: what an editor offers and explains.
public struct RecordShape: Sendable {
    /// One key.
    public struct Key: Sendable {
        /// The key as it is written.
        public let name: String
        /// What its value must be.
        public let form: Form
        /// Whether it must be there.
        public let isRequired: Bool
    }

    /// What the record is called in messages: "a channel".
    public let name: LocalizedText
    /// Its keys, in the order a reader learns them.
    public let keys: [Key]

    /// The shape that a list of keys describes.
    public init(_ keys: any RecordKey.Type) {
        self = Self.shape(of: keys)
    }

    private init(name: LocalizedText, keys: [Key]) {
        self.name = name
        self.keys = keys
    }

    /// The key of this name.
    public subscript(_ name: String) -> Key? {
        keys.first { $0.name == name }
    }

    private static func shape<Name: RecordKey>(of _: Name.Type) -> RecordShape {
        RecordShape(
            name: Name.record,
            keys: Name.allCases.map {
                Key(name: $0.rawValue, form: $0.form, isRequired: Name.required.contains($0))
            }
        )
    }
}
