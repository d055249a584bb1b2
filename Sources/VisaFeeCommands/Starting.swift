import ArgumentParser

extension VisaFee {
    /// Runs the program on its arguments, says what there is to say, and ends it with the exit code.
    public static func start() async -> Never {
        do {
            var command = try parseAsRoot(nil)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(withError: ExitCode.success)
        } catch {
            let text = HelpText.wrapped(fullMessage(for: error))
            let code = exitCode(for: error)
            if code.isSuccess {
                // Help and the version are what was asked for, and so data.
                try? Terminal.write(text)
            } else if !text.isEmpty {
                Terminal.say(text)
            }
            exit(withError: code)
        }
    }
}
