import Foundation

/// Writes synthetic registries and measures `visafee` on them, beside its floors and its rivals.
@main
enum BenchmarkCommand {
    static let usage = """
        Benchmarks generate --cities N --output DIR [--seed S] [--base DIR] [--divisions FILE]
            Writes a fictional, valid registry: N cities of about 12 kB, each with 54 rates of two dates.
            --base       where registry.yaml, calendar.yaml and fees/national.yaml come from; the package's cities
            --divisions  the real divisions; more cities than it holds get fictional ones, in DIR/divisions.csv

        Benchmarks run --visafee PATH [--cities 340,3400] [--runs 7] [--slow-rivals]
                       [--work DIR] [--rivals DIR] [--seed S] [--base DIR] [--divisions FILE]
            Runs visafee, the floors and the rivals in turn, and prints times, memory, ratios and budgets.
            --slow-rivals  also the rivals that take seconds for what others do in milliseconds
            --work         where registries and outputs are written; .build/benchmarks
            --rivals       what Tests/Benchmarks/rivals/setup.sh has installed; .build/benchmark-rivals

        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as UsageError {
            Console.tell("Benchmarks: \(error)\n\n\(usage)")
            exit(64)
        } catch {
            Console.tell("Benchmarks: \(error)\n")
            exit(3)
        }
    }

    private static func run(_ arguments: [String]) throws {
        switch arguments.first {
        case "generate": try GenerateCommand(Options(arguments.dropFirst(), known: GenerateCommand.options)).run()
        case "run": try RunCommand(Options(arguments.dropFirst(), known: RunCommand.options)).run()
        case "help", "--help", "-h": Console.write(usage)
        case nil: throw UsageError("say what to do")
        case let word?: throw UsageError("'\(word)' is none of generate, run, help")
        }
    }
}
