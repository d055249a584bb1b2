internal import Diagnostics

extension Rule {
    /// A registry file has the size of a registry file.
    static let fileTooLarge = Rule(
        "file-too-large",
        summary: "A registry file is no larger than 4 MiB.",
        why: """
            A city's file has some twelve thousand bytes. A file hundreds of times that size is something else that got \
            into the folder, or an attempt to keep every check busy.
            """,
        remedy: "Remove the file from the registry's folder, or split it into one file per city.",
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func fileTooLarge(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .fileTooLarge,
            "the file has more than \(Limits.fileBytes >> 20) MiB (\(Limits.fileBytes) bytes), which no registry file has",
            at: range,
            help: "remove it, or split it into one file per city"
        )
    }
}
