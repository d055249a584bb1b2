import CityRegistry
import Diagnostics
import SourceTree

/// Where that which a word names is defined.
enum Definition {
    /// The place; nothing for a word that names nothing, or something defined in the program.
    static func place(of offset: Int, in view: FileView) -> SourceRange? {
        guard let place = view.place(at: offset), view.tree.kind(of: place.node) == .scalar else { return nil }
        let text = view.tree.text(of: place.node)
        let lexicon = view.lexicon
        for kind in place.kinds(in: view.kind, view.tree) {
            if let place = lexicon.word(text, of: kind)?.place { return place }
        }
        return nil
    }
}
