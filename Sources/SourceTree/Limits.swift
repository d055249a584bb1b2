/// How much one file may hold before it is refused.
///
/// Each limit is far above any honest registry file.
public enum Limits {
    /// The largest file that is read at all: a city's file has some 12 kB, a whole country in one file about 4 MB.
    public static let fileBytes = 4 << 20
    /// How deeply lists and groups may lie in each other.
    ///
    /// No place of the registry is even ten levels deep. libyaml's time grows with the square of the depth: 200 kB of `[`
    /// would take it 17 seconds.
    public static let depth = 64
    /// How many values one file may hold.
    ///
    /// A megabyte of registry has some 60,000, so only a file made of commas has more.
    public static let nodes = 500_000
    /// How many findings of one file are reported; whoever has more has one cause to mend first.
    public static let findings = 200
}
