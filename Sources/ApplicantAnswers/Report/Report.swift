import Vocabulary

/// What an answer says, in one language, before it is laid out for a terminal or a page.
struct Report: Hashable {
    /// The first line.
    var title: [Words]
    var sections: [Section]
    /// What it rests on, in the order it was first named.
    var sources: [SourceLine]
    /// What it ends with.
    var closing: [String]
}

/// A part of a report under a heading.
struct Section: Hashable {
    /// A word for links.
    var id: String
    var heading: String
    var blocks: [Block]
}

/// A piece of a section.
enum Block: Hashable {
    /// What must be seen first, large.
    case emphasis(String, ChannelStatus? = nil)
    /// A sentence, with what it rests on.
    case sentence(String, Evidence? = nil)
    /// A heading below the section's, with a word on its status.
    case subheading(Words, aside: String? = nil)
    /// Terms with their values.
    case facts([Fact])
    /// A way through screens, under a heading of its own.
    case steps([Instruction], heading: String)
    /// Things to do, best first.
    case list([String])
    /// Prices, with whom or what they are for where the section does not say it.
    case prices([PriceRow], caption: Words? = nil)
}

/// A term with its value.
struct Fact: Hashable {
    var term: String
    var values: [Value]
    var evidence: Evidence?

    /// A value, by what can be done with it.
    enum Value: Hashable {
        case words(Words)
        /// A number to dial.
        case phone(String)
        /// An address on the web.
        case site(String)
    }

    init(_ term: String, _ values: [Value], _ evidence: Evidence? = nil) {
        self.term = term
        self.values = values
        self.evidence = evidence
    }
}

/// One step on a way through screens.
struct Instruction: Hashable {
    /// The button, in Chinese as the screen shows it; nothing where the step is not a button.
    var button: String?
    /// What the button means, or what to do.
    var meaning: Words?
    /// Where it is found, and what comes before it.
    var remarks: [String]
}

/// What something costs.
struct PriceRow: Hashable {
    var what: Words
    var price: String
    /// Whether the price is an amount of money.
    var isAmount: Bool
    /// What a reader should know, where there is room for it.
    var note: Words?
    var evidence: Evidence?
}

/// How sure a fact is, and who says so.
struct Evidence: Hashable {
    /// Everything there is to say of it, in clauses.
    var remarks: [String]
    /// The same in as few words as will do.
    var brief: [String]
    /// Numbers of sources that say so.
    var sources: [Int]
    /// Numbers of sources that say otherwise.
    var against: [Int]
}

/// One of the sources a report names.
struct SourceLine: Hashable {
    /// The number it is referred to by, from 1.
    var number: Int
    /// How people name it.
    var label: String
    /// When it was published or read, and how.
    var remarks: [String]
    /// Its address, where it is not the label already.
    var address: String?
    /// Its address if that can be followed.
    var link: String?
}
