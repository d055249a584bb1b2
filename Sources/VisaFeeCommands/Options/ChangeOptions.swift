import ArgumentParser

/// What a registry is held against: what it was at a commit.
struct ChangeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A commit, branch or tag: also check how the registry has changed since.",
            discussion: """
                What the registry said there of days gone by is history; a day is gone by when it lies before the day of \
                that commit, or before --as-of.
                """,
            valueName: "ref"
        )
    )
    var against: String?

    @Flag(help: "Check only the files that git says have changed since --base, and whatever depends on them.")
    var changed = false

    @Option(
        help: ArgumentHelp("The commit, branch or tag that --changed looks back to. (default: HEAD)", valueName: "ref")
    )
    var base: String?

    func validate() throws {
        guard base == nil || changed else { throw ValidationError("--base goes with --changed") }
        for reference in [against, base].compactMap(\.self) where reference.isEmpty || reference.hasPrefix("-") {
            throw ValidationError("'\(Echo.safe(reference))' names no commit: write main, or HEAD~1")
        }
    }
}
