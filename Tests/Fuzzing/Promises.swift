import CivilTime
public import Diagnostics
import Foundation
import FoundationXML
import RegistryExamples
import RegistryRules
import SourceTree
import Vocabulary

/// What holds of every file whatever: the validator's promises, checked on one file put into a valid registry.
public struct Promises: Sendable {
    /// The valid registry, judged once: a file put into it costs reading and judging that file.
    private let valid: ValidationSession
    private let day: CivilDate

    /// The promises, checked within the registry under the rules' examples.
    public init() throws {
        valid = try ValidationSession(ExampleRegistry().catalog, validator: ExampleRegistry.validator())
        day = try ExampleRegistry.day()
    }

    /// What became of a file.
    public struct Outcome: Sendable {
        /// The rules that object, each once, in order; what is new in this set makes an input worth keeping.
        public let rules: [RuleID]
        /// A promise that was broken, in words; nothing where all were kept.
        public let broken: String?
    }

    /// Validates the registry with this file in it; `thoroughly` also checks what takes long: that it comes out the same
    /// from the beginning, and that every report of it can be read.
    public func check(_ input: FuzzInput, thoroughly: Bool) -> Outcome {
        var session = valid
        let verdict = session.update(SourceFile(path: input.path, bytes: input.bytes))
        let catalog = session.catalog
        let findings = Suppressions.judged(verdict.findings, on: day)
        let rules = Set(findings.map(\.rule)).sorted()
        let broken =
            Self.fault(of: verdict) ?? findings.lazy.compactMap { Self.fault(of: $0, in: catalog) }.first
            ?? (thoroughly ? fault(repeating: verdict, catalog) ?? Self.fault(reporting: findings, catalog) : nil)
        return Outcome(rules: rules, broken: broken)
    }

    private static func fault(of verdict: Verdict) -> String? {
        let findings = verdict.findings
        if findings != findings.sorted() { return "the findings are not in the order of reading" }
        switch verdict {
        case .valid where findings.hasErrors: return "valid, with errors"
        case .invalid where !findings.hasErrors: return "not valid, and no error says why"
        default: return nil
        }
    }

    private static func fault(of finding: Diagnostic, in catalog: SourceCatalog) -> String? {
        let ranges = [finding.range] + finding.notes.compactMap(\.range) + (finding.fix?.edits.map(\.range) ?? [])
        for range in ranges {
            guard catalog.files.indices.contains(Int(range.file.index)) else { return "\(finding.rule): no such file" }
            if range.start > range.end || Int(range.end) > catalog[range.file].bytes.count {
                return "\(finding.rule): \(range.start)..<\(range.end) lies outside of the file"
            }
        }
        let edits = (finding.fix?.edits ?? []).map(\.range).sorted()
        for (edit, next) in zip(edits, edits.dropFirst()) where edit.file == next.file && edit.end > next.start {
            return "\(finding.rule): the edits of its fix overlap"
        }
        for text in finding.texts {
            for language in Language.allCases where text[language]?.isEmpty ?? true {
                return "\(finding.rule): says nothing in \(language.rawValue)"
            }
        }
        return RuleCatalog.rule(finding.rule) == nil ? "\(finding.rule): is not in the catalog" : nil
    }

    private func fault(repeating verdict: Verdict, _ catalog: SourceCatalog) -> String? {
        valid.validator.validate(catalog).findings == verdict.findings
            ? nil : "whoever validates it from the beginning finds something else"
    }

    private static func fault(reporting findings: [Diagnostic], _ catalog: SourceCatalog) -> String? {
        for language in Language.allCases {
            let report = Report(findings, in: catalog, language: language)
            let compact = CompactRenderer().render(report)
            if compact.utf8.count(where: { $0 == UInt8(ascii: "\n") }) != report.diagnostics.count {
                return "the compact report has not one line for each finding"
            }
            let human = HumanRenderer().render(report)
            let isUnsafe = { (scalar: Unicode.Scalar) in
                scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value)
            }
            if (compact + human).unicodeScalars.contains(where: isUnsafe) { return "a report could steer a terminal" }
        }
        let run = ReportedRun(version: "1.0.0", rules: RuleCatalog.all, exitCode: 1)
        for format in [ReportFormat.json, .sarif, .gitlab] {
            let document = format.render(Report(findings, in: catalog), of: run)
            do {
                _ = try JSONSerialization.jsonObject(with: Data(document.utf8))
            } catch {
                return "the report as \(format.rawValue) is no JSON: \(error)"
            }
        }
        let document = ReportFormat.junit.render(Report(findings, in: catalog), of: run)
        let parser = XMLParser(data: Data(document.utf8))
        if !parser.parse() { return "the report as junit is no XML: \(parser.parserError.map { "\($0)" } ?? "")" }
        return nil
    }
}
