public import CanonicalJSON
import CivilTime
import Money
import PaymentEngine
import ServiceConfig
import Vocabulary

extension FeeQuoteAnswer {
    /// The answer for a program.
    ///
    /// Every key is always there; `null` means that nobody knows.
    ///
    /// - `asOf`, `city`, `service`, `choices` (question to answer), `months`, `nationality`: the question.
    /// - `lines`: what is still possible. `fee` is `amount`, `set-by-bill`, `not-offered` or `unknown`; `fen` is there for
    ///   an amount, in hundredths of a yuan; `nationalities` is `null` where it is the same for everybody asked about;
    ///   `membership` is the group the fee rests on; `changes` are the fees of days to come.
    /// - `decides`: who has the last word; `hotline`, `sources` (by id) and `caution`.
    public var json: JSONValue {
        let question = quote.question
        return [
            "asOf": AnswerJSON.date(day),
            "caution": AnswerJSON.text(Phrases.caution),
            "choices": .object(JSONObject(question.choices.map { ($0.question, .string($0.answer)) })),
            "city": AnswerJSON.place(config.place),
            "decides": AnswerJSON.text(Phrases.billDecides),
            "formatVersion": .integer(Int64(AnswerJSON.formatVersion)),
            "hotline": AnswerJSON.hotline(config.hotline),
            "lines": .array(quote.lines.map(line)),
            "months": months.map { .integer(Int64($0)) } ?? .null,
            "nationality": AnswerJSON.optional(question.nationality?.description),
            "service": .string(question.service),
            "sources": AnswerJSON.sources(config.sources),
        ]
    }

    private func line(_ line: FeeQuote.Line) -> JSONValue {
        let answer = line.answer
        let item = answer.item.flatMap { config.fees.items[$0] }
        return [
            "answers": .object(JSONObject(line.leaf.choices.map { ($0.question, .string($0.answer)) })),
            "basis": AnswerJSON.words(item?.basis),
            "changes": .array(
                line.upcoming.map { change in
                    [
                        "fee": .string(change.answer.fee.word ?? "amount"),
                        "fen": change.answer.fee.amount.map { .integer($0.fen) } ?? .null,
                        "from": AnswerJSON.date(change.from),
                        "membership": membership(change.answer.membership),
                        "unit": .string(change.answer.unit.rawValue),
                    ]
                }
            ),
            "evidence": AnswerJSON.evidence(answer.provenance, class: "fee", config, on: day),
            "fee": .string(answer.fee.word ?? "amount"),
            "fen": answer.fee.amount.map { .integer($0.fen) } ?? .null,
            "isLikely": .bool(line.isLikely),
            "isLocal": .bool(answer.isLocal),
            "item": item.map { AnswerJSON.text($0.name) } ?? .null,
            "membership": membership(answer.membership),
            "nationalities": line.nationalities.map { group in
                [
                    "codes": AnswerJSON.words(group.nationalities.map(\.description)),
                    "group": AnswerJSON.optional(group.group),
                    "name": group.name.map(AnswerJSON.text) ?? .null,
                ]
            } ?? .null,
            "note": answer.note.map(AnswerJSON.text) ?? .null,
            "path": .string(line.leaf.path),
            "restsOnMembership": .bool(answer.restsOnMembership),
            "sentence": AnswerJSON.text(
                Phrases.explanation(answer.fee, hotline: config.hotline.number) ?? Phrases.fee(answer.fee)
            ),
            "unit": .string(answer.unit.rawValue),
        ]
    }

    private func membership(_ membership: GroupMembership?) -> JSONValue {
        guard let membership else { return .null }
        return [
            "group": .string(membership.group),
            "isEveryoneElse": .bool(membership.isEveryoneElse),
            "name": AnswerJSON.text(membership.name),
        ]
    }
}
