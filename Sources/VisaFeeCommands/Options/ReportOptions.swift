public import ArgumentParser
public import Diagnostics
import Synchronization

extension ReportFormat: ExpressibleByArgument {}

/// In which forms a report is written, and where each of them goes.
struct ReportOptions: ParsableArguments {
    /// A form of the report and the file it goes to; to standard output where there is none.
    struct Destination: Equatable {
        let format: ReportFormat
        let file: String?
    }

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            """
            A form of the report: human, compact, json, sarif, junit, github, gitlab or markdown. May be repeated. \
            (default: human on a terminal and under GitHub Actions, else compact)
            """,
            valueName: "format"
        )
    )
    private var formats: [Placed<ReportFormat>] = []

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            """
            The file for the report in the form named just before; without it that form goes to standard output, as at \
            most one may.
            """,
            valueName: "file"
        ),
        completion: .file()
    )
    private var outputs: [Placed<String>] = []

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    func validate() throws {
        _ = try paired()
    }

    /// Where each form goes, in the order of the command line; empty where none is named.
    var destinations: [Destination] { (try? paired()) ?? [] }

    /// Gives each output to the format before it.
    private func paired() throws -> [Destination] {
        for output in outputs where output.value.isEmpty { throw ValidationError("--output needs the name of a file") }
        if let output = outputs.first(where: { output in formats.allSatisfy { $0.place > output.place } }) {
            throw ValidationError(
                "--output \(Echo.safe(output.value)) belongs to the --format before it, and there is none: "
                    + "write --format sarif --output \(Echo.safe(output.value))"
            )
        }
        let ends = formats.dropFirst().map(\.place) + [.max]
        let pairs = try zip(formats, ends).map { format, end in
            let files = outputs.filter { $0.place > format.place && $0.place < end }
            guard files.count < 2 else {
                throw ValidationError(
                    "--format \(format.value.rawValue) has two outputs: name the format again before the second"
                )
            }
            return Destination(format: format.value, file: files.first?.value)
        }
        let shown = pairs.filter { $0.file == nil }
        guard shown.count < 2 else {
            throw ValidationError(
                "two formats for standard output, \(shown[0].format.rawValue) and \(shown[1].format.rawValue): "
                    + "write --output FILE after one of them"
            )
        }
        let files = pairs.compactMap(\.file)
        guard Set(files).count == files.count else {
            throw ValidationError("two formats for one file: name a file for each")
        }
        return pairs
    }
}

/// A value together with its place on the command line, which the parser does not tell: it only reads from left to right.
private struct Placed<Value: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
    let value: Value
    let place: Int

    init?(argument: String) {
        guard let value = Value(argument: argument) else { return nil }
        self.value = value
        self.place = placeOfNextValue.add(1, ordering: .relaxed).newValue
    }

    static var allValueStrings: [String] { Value.allValueStrings }
    static var defaultCompletionKind: CompletionKind { Value.defaultCompletionKind }
}

/// How many placed values have been read; only their order means anything.
private let placeOfNextValue = Atomic<Int>(0)
