import ArgumentParser

/// Why a command could not do what it was asked, or what its answer means to a script.
///
/// Findings and differences are answers too, with exit codes of their own; only what is thrown as ``Failure`` is printed
/// to standard error.
struct Failure: Error, CustomStringConvertible {
    /// What happened, and what to do.
    let description: String
    /// The exit code.
    let code: ExitCode

    /// Could not do it: a file, a verification, a fault of the machine.
    static func couldNot(_ description: String) -> Failure {
        Failure(description: description, code: .couldNot)
    }

    /// A word that the command does not know.
    static func usage(_ description: String) -> Failure {
        Failure(description: description, code: .usage)
    }
}

extension ExitCode {
    /// There are findings.
    static let findings = ExitCode(1)
    /// Something could not be done.
    static let couldNot = ExitCode(3)
    /// There is a difference.
    static let difference = ExitCode(2)
    /// A flag or a word that does not exist.
    static let usage = ExitCode.validationFailure
}
