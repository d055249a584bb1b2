import Foundation

/// What the figures were measured on, without which they mean nothing.
enum Machine {
    /// Processor, cores, memory, system.
    static var facts: String {
        let information = ProcessInfo.processInfo
        let cores = information.activeProcessorCount
        let memory = Figures.fixed(Double(information.physicalMemory) / 1_073_741_824, 1)
        return "\(processor), \(cores) cores, \(memory) GiB, \(information.operatingSystemVersionString)"
    }

    /// How many processes wanted a core over the last minute; those that are not ours disturb the figures.
    static var load: String {
        var averages = [0.0]
        return getloadavg(&averages, 1) == 1 ? Figures.fixed(averages[0], 2) : "not known"
    }

    private static var processor: String {
        if let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) {
            let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
            let name = line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
            return name ?? "processor not known"
        }
        let brand = try? Launcher.capture(["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]).text
        return brand?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "processor not known"
    }
}
