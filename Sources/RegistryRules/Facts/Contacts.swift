import CityRegistry

extension Bureau {
    /// The bureau's own phones and those of its offices.
    var allPhones: [Phone] {
        (phones?.value ?? []) + offices.flatMap { $0.phones?.value ?? [] }
    }
}
