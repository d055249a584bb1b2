import CivilTime
import Vocabulary

extension CityConfig {
    /// Something that names what is not there, in words.
    ///
    /// A source nobody knows would never grow stale, and a word nobody knows would reach the applicant as it is.
    func firstDanglingReference() -> String? {
        let known = Set(sources.map(\.id))
        for provenance in provenances {
            if let id = (provenance.sources + provenance.against).first(where: { !known.contains($0) }) {
                return "there is no source '\(id)'"
            }
        }
        let services = Set(services.map(\.id))
        for channel in channels {
            if let word = unknownWord(of: channel, services) {
                return "channel '\(channel.id)': nothing is called '\(word)'"
            }
        }
        if let service = bureau?.offices.flatMap(\.services).first(where: { !services.contains($0) }) {
            return "there is no service '\(service)'"
        }
        if let use = bureau?.online.flatMap({ $0.uses ?? [] }).first(where: { terms.onlineUses[$0] == nil }) {
            return "no use is called '\(use)'"
        }
        if let rollout = rollouts.first(where: { rollout in !channels.contains { $0.id == rollout.channel } }) {
            return "there is no channel '\(rollout.channel)' to roll out"
        }
        return nil
    }

    private func unknownWord(of channel: Channel, _ services: Set<String>) -> String? {
        if terms.channelKinds[channel.kind] == nil { return channel.kind }
        let applicants = channel.applicants?.all.compactMap { $0 }.joined() ?? [].joined()
        if let word = applicants.first(where: { terms.applicants[$0] == nil }) { return word }
        let methods = channel.methods?.all.compactMap { $0 }.joined() ?? [].joined()
        if let word = methods.first(where: { terms.methods[$0] == nil }) { return word }
        return channel.services.first { !services.contains($0) }
    }

    /// Every statement of where something comes from.
    private var provenances: [Provenance] {
        let ofBureau = bureau.map { bureau in
            [bureau.provenance] + (bureau.districts.map { [$0.provenance] } ?? [])
                + (bureau.phones + bureau.offices.flatMap(\.phones)).map(\.provenance)
                + (bureau.hours + bureau.offices.flatMap(\.hours)).map(\.provenance)
                + bureau.offices.map(\.provenance) + bureau.online.map(\.provenance)
        }
        return [hotline.provenance, receipt.provenance] + (ofBureau ?? []) + channels.map(\.provenance)
            + fees.answers.map(\.provenance) + fees.items.sorted { $0.key < $1.key }.map(\.value.provenance)
    }
}

extension Timeline {
    /// All values, in order of time.
    fileprivate var all: [Value] {
        (undated.map { [$0] } ?? []) + changes.map(\.value)
    }
}
