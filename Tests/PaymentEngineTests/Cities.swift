import ServiceConfig

/// Configs a test has made itself.
struct Cities: ConfigurationSource {
    private let cities: [CityConfig]

    init(_ cities: [CityConfig]) {
        self.cities = cities
    }

    func config(of slug: String) -> CityConfig? {
        cities.first { $0.place.slug == slug }
    }

    func index() throws(ConfigRefusal) -> DivisionIndex {
        throw ConfigRefusal(.digestDiffers, "a test's cities have no index")
    }
}

/// Configs that cannot be had.
struct NoCities: ConfigurationSource {
    let refusal: ConfigRefusal

    func config(of slug: String) throws(ConfigRefusal) -> CityConfig? {
        throw refusal
    }

    func index() throws(ConfigRefusal) -> DivisionIndex {
        throw refusal
    }
}
