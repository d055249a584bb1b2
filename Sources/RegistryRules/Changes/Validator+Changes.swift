public import CityRegistry
public import CivilTime
public import Diagnostics

extension Validator {
    /// What the rules about changes say of a registry that was another one before.
    ///
    /// `day` is the day on which the registry as it was is what people went by; what held before that day is history. Files
    /// that cannot be read on either side are not compared: what is wrong with them is the business of ``validate(_:)``.
    /// Nothing can be said where either side has no `registry.yaml`.
    public func changes(from before: SourceCatalog, to after: SourceCatalog, on day: CivilDate) -> [Diagnostic] {
        changes(from: registry(before), to: registry(after), on: day)
    }

    /// The same for registries that have been read already.
    public func changes(from before: Registry, to after: Registry, on day: CivilDate) -> [Diagnostic] {
        guard let old = world(of: before), let new = world(of: after),
            !before.flawedFiles.contains(old.settings.file), !after.flawedFiles.contains(new.settings.file)
        else { return [] }
        let change = RegistryChange(old, new, on: day)
        var findings = Findings()
        for rule in RuleCatalog.changeRules {
            rule.check(change, &findings)
            for file in change.files { rule.check(file, in: change, &findings) }
        }
        return findings.diagnostics
    }

    /// Reads all files, without judging them.
    public func registry(_ catalog: SourceCatalog) -> Registry {
        Registry(catalog: catalog, readings: spread(over: catalog.ids) { FileReading(catalog[$0], as: $0) })
    }
}
