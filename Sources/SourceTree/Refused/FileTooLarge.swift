internal import Diagnostics
internal import Vocabulary

extension Rule {
    /// A registry file has the size of a registry file.
    static let fileTooLarge = Rule(
        "file-too-large",
        summary: LocalizedText("A registry file is no larger than 4 MiB.", "信息库文件不超过4 MiB。"),
        why: LocalizedText(
            """
            A city's file has some twelve thousand bytes. A file hundreds of times that size is something else that got \
            into the folder, or an attempt to keep every check busy.
            """,
            "一个城市的文件大约一万二千字节。大出几百倍的文件，不是误放进来的其他文件，就是有人企图让各项检查一直忙碌。"
        ),
        remedy: LocalizedText(
            "Remove the file from the registry's folder, or split it into one file per city.",
            "把该文件移出信息库文件夹，或者按城市拆分成多个文件。"
        ),
        rejected: [],
        accepted: [RuleExample("city: exampleton\n")]
    )
}

extension Diagnostic {
    static func fileTooLarge(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .fileTooLarge,
            LocalizedText(
                "the file has more than \(Limits.fileBytes >> 20) MiB (\(Limits.fileBytes) bytes), which no registry file has",
                """
                文件超过\(Limits.fileBytes >> 20) MiB（\(Limits.fileBytes)\
                字节），信息库文件不会这么大
                """
            ),
            at: range,
            help: LocalizedText("remove it, or split it into one file per city", "请移除该文件，或者按城市拆分成多个文件")
        )
    }
}
