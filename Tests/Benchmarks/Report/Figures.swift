import Foundation

/// Numbers as the tables show them.
enum Figures {
    static func milliseconds(_ value: Double) -> String {
        let digits = value < 10 ? 2 : value < 1_000 ? 1 : 0
        return "\(fixed(value, digits)) ms"
    }

    static func microseconds(_ milliseconds: Double) -> String {
        "\(fixed(milliseconds * 1_000, 1)) us"
    }

    static func ratio(_ value: Double) -> String {
        "\(fixed(value, 2))x"
    }

    static func megabytes(_ bytes: Int) -> String {
        "\(fixed(Double(bytes) / 1_000_000, 1)) MB"
    }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
