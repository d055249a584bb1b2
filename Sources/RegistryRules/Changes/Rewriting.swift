import CityRegistry
import CivilTime
import Diagnostics
import Vocabulary

/// A day gone by, of which a registry now says something else than it did.
struct Rewriting {
    /// The first such day.
    let day: CivilDate
    /// What it said.
    let before: String
    /// What it says.
    let after: String
    /// Where it said so, in the registry as it was.
    let oldPlace: SourceRange
    /// Where it says so.
    let newPlace: SourceRange?
}

extension RegistryChange {
    /// The first day of history on which a timeline says something else than it did.
    ///
    /// Learning what nobody knew rewrites nothing: a value that says no more than `unknown` is nothing.
    func rewriting<Value>(
        _ before: Timeline<Value>,
        _ after: Timeline<Value>?,
        _ said: (Value) -> (text: String, place: SourceRange)?,
        nothing: String
    ) -> Rewriting? {
        for day in history(before.boundaries + (after?.boundaries ?? [])) {
            guard let old = before.value(on: day).flatMap(said) else { continue }
            let new = after?.value(on: day)
            let saidNow = new.flatMap(said)
            guard saidNow?.text ?? nothing != old.text else { continue }
            return Rewriting(
                day: day,
                before: old.text,
                after: saidNow?.text ?? nothing,
                oldPlace: old.place,
                newPlace: saidNow?.place
            )
        }
        return nil
    }
}
