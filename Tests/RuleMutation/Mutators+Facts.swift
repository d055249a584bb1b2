import Diagnostics

extension Mutators {
    /// Breaks what files are called, what they refer to, and where they have it from.
    static let ofFacts: [Mutator] = ofPlaces + ofReferences + ofProvenance + ofWhatApplicantsAreTold

    private static let ofPlaces: [Mutator] = [
        Mutator("registry-files", "take away a file that every registry has") { original in
            (["registry.yaml", "calendar.yaml"] + []).map { Mutant([$0: nil]) }
        },
        Mutator("registry-files", "take away all fee schedules, or all cities") { original in
            [RuleExample.File.schedule, .city].map { kind in
                Mutant(Dictionary(uniqueKeysWithValues: original.paths(of: kind).map { ($0, nil) }))
            }
        },
        Mutator("file-name-differs", "rename a city's file") { original in
            original.paths(of: .city).map { Mutant([$0: nil, "nowhere.yaml": original.files[$0]]) }
        },
        Mutator("duplicate-city", "copy a city's file") { original in
            original.paths(of: .city).map { Mutant(["copy.yaml": original.files[$0]]) }
        },
        Mutator("slug-differs", "give a city, and its file, a slug that no division has") { original in
            original.paths(of: .city).compactMap { path in
                guard let file = original.contents[path], let slug = file["city"]?.raw else { return nil }
                let changed = Places("city").mutants(of: file) { _ in [.scalar(misspelt(slug))] }
                return changed.first.map { Mutant([path: nil, "\(misspelt(slug)).yaml": Array($0.text.utf8)]) }
            }
        },
        .raw("unknown-division", "change a digit of a division's code", in: .city, at: "division") { _ in
            ["\"999999\"", "\"100000\""]
        },
        .raw("bureau-name-differs", "name another city's bureau", in: .city, at: "bureau/name/en") { _ in
            ["\"Exit-Entry Administration of Harbin and Othertown\""]
        },
        .entry("calendar-conflict", "list a holiday twice", in: .calendar, at: "years/*/days/*") { [[$0, $0]] },
        .raw("calendar-conflict", "work on a day off", in: .calendar, at: "years/*/days/*/working") { _ in
            ["2015-01-05"]
        },
    ]

    private static let ofReferences: [Mutator] = [
        misspeltReference(in: .city, at: "channels/*/kind"), misspeltReference(in: .city, at: "channels/*/methods/*"),
        misspeltReference(in: .city, at: "channels/*/services/*"),
        misspeltReference(in: .city, at: "channels/*/applicants"),
        misspeltReference(in: .city, at: "fees/schedule"), misspeltReference(in: .schedule, at: "rates/*/item"),
        misspeltReference(in: .schedule, at: "rates/*/rates/*/when/action"),
        misspeltReference(in: .schedule, at: "rates/*/rates/*/when/nationality"),
        misspeltReference(in: .calendar, at: "years/*/days/*/name"), misspeltReference(in: .city, at: "sources/*/kind"),
        .entry("unknown-reference", "misspell the service of rates", in: .schedule, at: "rates/*") { entry in
            [[.init(misspelt(entry.key), entry.value)]]
        },
        .raw("unknown-source", "misspell a source", in: .city, .schedule, .registry, .calendar, at: "**/source") {
            raw in
            isWord(raw) ? [misspelt(raw)] : []
        },
        .raw("unknown-nationality", "write a code no passport has", in: .schedule, .registry, at: "**") { raw in
            isCode(raw) ? ["XXZ"] : []
        },
        .raw(
            "document-code-differs",
            "let a document's code stand for another country",
            in: .registry,
            at: "nationalities/alias/*"
        ) { _ in
            ["FRA"]
        },
    ]

    private static let ofProvenance: [Mutator] = [
        .drop("missing-source", "drop a channel's source", in: .city, at: "channels/*/source"),
        .value("missing-source", "drop the source of a legal basis", in: .schedule, at: "items/*") { item in
            item["basis"]?.raw == "unknown" ? [] : [item.without("source")].filter { $0 != nil }
        },
        .drop("missing-confidence", "drop a channel's confidence", in: .city, at: "channels/*/confidence"),
        .value("missing-confidence", "drop the confidence in a legal basis", in: .schedule, at: "items/*") { item in
            item["basis"]?.raw == "unknown" ? [] : [item.without("confidence")].filter { $0 != nil }
        },
        Mutator("confidence-above-cap", "let every source be a machine's translation") { original in
            original.paths(of: .city).compactMap { path in
                guard let file = original.contents[path], claimsMoreThanLow(file) else { return nil }
                let changed = Places("sources").mutants(of: file) { [translated($0)] }
                return changed.first.map { Mutant([path: Array($0.text.utf8)]) }
            }
        },
        .value("source-for-and-against", "set a source against itself", in: .city, .schedule, at: "channels/*") {
            record in
            [record["source"].flatMap { (record.without("against") ?? record).with("against", $0) }].filter {
                $0 != nil
            }
        },
        .value("against-without-source", "only contradict", in: .city, at: "channels/*") { record in
            [record["source"].flatMap { record.without("source")?.with("against", $0) }].filter { $0 != nil }
        },
        .value("unused-source", "list a source nobody names", in: .city, .schedule, .registry, .calendar, at: "sources")
        { sources in
            guard case .map(let entries) = sources, let first = entries.first else { return [] }
            return [.map(entries + [.init("never-named", first.value)])]
        },
        .value("malformed-digest", "cut a digest", in: .city, .schedule, .registry, .calendar, at: "sources/*") {
            source in
            [source.with("sha256", .scalar("\"e3b0c44298fc1c14\""))]
        },
        .value(
            "incomplete-correction",
            "correct a place that is none",
            in: .city,
            .schedule,
            .registry,
            .calendar,
            at: ""
        ) { file in
            [file.with("corrections", correction(of: "nowhere"))]
        },
        .value("incomplete-correction", "correct a fact without a source", in: .city, at: "") { file in
            ["bureau", "channels/cash", "fees/visa"].map { file.with("corrections", correction(of: $0)) }
        },
        .bytes("secret-in-registry", "note a person's number or a key in a comment") { bytes in
            bytes + Array("# 13900000000\n".utf8)
        },
        .bytes("secret-in-registry", "note a key in a comment") { bytes in
            bytes + Array("# a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6\n".utf8)
        },
    ]

    private static let ofWhatApplicantsAreTold: [Mutator] = [
        .raw("malformed-phone", "write a number nobody can dial", in: .city, at: "**/phones/*/number") { _ in
            ["\"0990-12\"", "\"12345678901234\"", "\"+86\""]
        },
        .drop("missing-translation", "drop the Chinese of our wording", in: .registry, at: "services/*/name/zh"),
        .drop("missing-translation", "drop the English of our wording", in: .registry, at: "methods/*/en"),
        .drop("missing-translation", "drop what a button means", in: .city, at: "channels/*/steps/*/en"),
        .value("offered-channel-silent", "drop with what one pays", in: .city, at: "channels/*") {
            silenced($0, "methods")
        },
        .value("offered-channel-silent", "drop for whom a channel is", in: .city, at: "channels/*") {
            silenced($0, "applicants")
        },
        .value("question-order", "ask a question before the one it needs", in: .registry, at: "services/*/questions") {
            questions in
            guard case .map(let entries) = questions, entries.contains(where: { $0.value["only"] != nil }) else {
                return []
            }
            return [.map(entries.reversed())]
        },
        .raw(
            "months-not-whole",
            "begin a range of months a month later",
            in: .registry,
            at: "services/*/questions/*/*/months/from"
        ) { raw in
            Int(raw).map { ["\($0 + 1)"] } ?? []
        },
        .value("too-many-leaves", "ask a question with 300 answers", in: .registry, at: "services/*/questions") {
            questions in
            let texts: Yaml = .map([.init("en", .scalar("answer")), .init("zh", .scalar("答案"))])
            let answers = (0..<300).map { Yaml.Entry("answer-\($0)", texts) }
            return [.map([.init("number", .map(answers))])]
        },
    ]

    private static func misspeltReference(in kind: RuleExample.File, at places: Places) -> Mutator {
        .raw("unknown-reference", "misspell a word that refers to something", in: kind, at: places) { raw in
            isWord(raw) && raw != "unknown" ? [misspelt(raw)] : []
        }
    }

    private static func silenced(_ channel: Yaml, _ key: String) -> [Yaml?] {
        let isOffered = channel["status"]?.raw == "offered"
        return isOffered ? [channel.without(key)].filter { $0 != nil } : []
    }

    /// Whether a fact of the file is surer than a machine's translation allows.
    private static func claimsMoreThanLow(_ file: Yaml) -> Bool {
        file.text.contains("confidence: medium\n") || file.text.contains("confidence: high\n")
    }

    /// Sources, each of which is a machine's translation.
    private static func translated(_ sources: Yaml) -> Yaml? {
        guard case .map(let entries) = sources else { return nil }
        return .map(
            entries.map { entry in
                let source = entry.value.without("copy") ?? entry.value
                return .init(entry.key, source.with("copy", .scalar("machine-translated")) ?? source)
            }
        )
    }
}
