import CityRegistry
import SourceTree

/// What a word in a registry file names.
enum WordKind: Hashable, Sendable {
    /// A source of the same file.
    case source
    /// A fee schedule.
    case schedule
    /// A group of nationalities.
    case group
    /// A nationality, by its three letters.
    case nationality
    /// A division, by its six digits.
    case division
    /// A division, by its name in file names.
    case slug
    /// A name that bills give a fee.
    case item
    /// A service.
    case service
    /// A question of a service.
    case question(service: String)
    /// An answer to a question of a service.
    case answer(service: String, question: String)
    /// A channel of the same city.
    case channel
    /// A kind of channel.
    case channelKind
    /// A payment method.
    case method
    /// Whom a channel serves.
    case applicant
    /// What an account, app or site is for.
    case onlineUse
    /// A kind of source.
    case sourceKind
    /// How a copy differs from its original.
    case sourceCopy
    /// A holiday.
    case holiday
}

extension FilePlace {
    /// What a word here names; several where it may be one or the other, none where words are nobody's but the file's.
    func kinds(in file: RegistryFile, _ tree: Tree) -> [WordKind] {
        // A city's own tables are written like a schedule's.
        let path = file == .city && path.first == "fees" ? Array(path.dropFirst()) : path
        if role == .key { return keyKinds(path, in: file, tree) }
        switch path.last {
        case "source", "against": return [.source]
        case "item": return [.item]
        case "schedule" where file == .city: return [.schedule]
        case "division" where path.count == 1: return [.division]
        case "city" where path.count == 1: return [.slug]
        case "service": return [.service]
        case "services" where file == .city: return [.service]
        case "methods" where file == .city: return [.method]
        case "applicants" where file == .city: return [.applicant]
        case "for": return [.onlineUse]
        case "kind" where path.first == "channels": return [.channelKind]
        case "kind" where path.first == "sources": return [.sourceKind]
        case "copy" where path.first == "sources": return [.sourceCopy]
        case "codes", "not-foreign": return [.nationality]
        case "name" where file == .calendar && path.first == "years": return [.holiday]
        default: break
        }
        if path.dropLast().last == "alias" { return [.nationality] }
        guard let service = service(path, tree) else { return [] }
        let isCondition = path.dropLast().last == "when" || path.dropLast().last == "only"
        guard isCondition, let question = path.last else { return [] }
        return question == Rate.nationalityQuestion
            ? [.group, .nationality] : [.answer(service: service, question: question)]
    }

    private func keyKinds(_ path: [String], in file: RegistryFile, _ tree: Tree) -> [WordKind] {
        switch path.last {
        case "rollout" where file == .city: return [.channel]
        case "rates" where path.count == 1: return [.service]
        case "when", "only": return service(path, tree).map { [.question(service: $0)] } ?? []
        default: return []
        }
    }

    /// The service around a condition.
    private func service(_ path: [String], _ tree: Tree) -> String? {
        switch path.first {
        case "rates", "services": return path.count > 1 ? path[1] : nil
        case "seen-here":
            for ancestor in ancestors.reversed() {
                for (key, value) in tree.entries(of: ancestor.node) where tree.equals(key, "service") {
                    return tree.text(of: value)
                }
            }
            return nil
        default: return nil
        }
    }
}
