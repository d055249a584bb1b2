import CanonicalJSON
package import CivilTime
package import Vocabulary

/// What the configs of one registry have in common, written once for all of them.
package struct CommonText: Sendable {
    private let calendar: Written<WorkingDayCalendar>
    private let freshness: Written<Freshness>
    private let hotline: Written<Hotline>
    private let services: Written<[Service]>
    private let terms: Written<Terms>

    /// The text of these parts.
    package init(
        calendar: WorkingDayCalendar,
        freshness: Freshness,
        hotline: Hotline,
        services: [Service],
        terms: Terms
    ) {
        self.calendar = Written(calendar)
        self.freshness = Written(freshness)
        self.hotline = Written(hotline)
        self.services = Written(services)
        self.terms = Written(terms)
    }

    func writeCalendar(of config: CityConfig, to writer: inout JSONWriter) {
        calendar.write("calendar", config.calendar, to: &writer)
    }

    func writeFreshness(of config: CityConfig, to writer: inout JSONWriter) {
        freshness.write("freshness", config.freshness, to: &writer)
    }

    func writeHotline(of config: CityConfig, to writer: inout JSONWriter) {
        hotline.write("hotline", config.hotline, to: &writer)
    }

    func writeServices(of config: CityConfig, to writer: inout JSONWriter) {
        services.write("services", config.services, to: &writer)
    }

    func writeTerms(of config: CityConfig, to writer: inout JSONWriter) {
        terms.write("terms", config.terms, to: &writer)
    }
}

/// A value and its text.
private struct Written<Value: ConfigValue & Equatable & Sendable>: Sendable {
    private let value: Value
    private let text: [UInt8]

    init(_ value: Value) {
        var writer = JSONWriter()
        value.write(to: &writer)
        self.value = value
        self.text = writer.bytes
    }

    /// Writes a member: by the text where it is this value, which takes no look at its parts where both share them.
    func write(_ key: String, _ other: Value, to writer: inout JSONWriter) {
        guard other == value else { return writer.add(key, other) }
        writer.key(key)
        writer.written(text)
    }
}
