import ArgumentParser
import RegistryEditing

/// Whether findings are mended, and whether that is only shown.
struct FixOptions: ParsableArguments {
    /// What `--fix` was given: an extent, or, where a path follows it, that path.
    private enum Request: ExpressibleByArgument {
        case extent(Mending.Extent)
        case path(String)

        init(argument: String) {
            self = Mending.Extent(rawValue: argument).map(Request.extent) ?? .path(argument)
        }
    }

    @Option(
        defaultAsFlag: Request.extent(.safe),
        parsing: .next,
        help: ArgumentHelp(
            "Mend what can be mended without doubt about its meaning; --fix=all mends the rest too.",
            valueName: "safe|all"
        )
    )
    private var fix: Request?

    @Flag(help: "Write nothing; show as a unified diff what --fix would change.")
    var diff = false

    /// Which fixes are made; none of them without `--fix` or `--diff`.
    var extent: Mending.Extent? {
        switch fix {
        case .extent(let extent): extent
        case .path: .safe
        case nil: diff ? .safe : nil
        }
    }

    /// A path that stands behind `--fix`, which takes no path.
    var path: String? {
        if case .path(let path) = fix { path } else { nil }
    }
}
