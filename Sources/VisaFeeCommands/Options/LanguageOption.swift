import ArgumentParser
import Vocabulary

/// In which language a command speaks to people.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "The language of texts: en or zh.")
    var language: Language = .english
}
