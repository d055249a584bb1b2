import Crypto
public import Money
public import PaymentEngine
public import ServiceConfig

/// SHA-256.
public let sha256: SHA256Function = { ServiceConfig.Digest(bytes: SHA256.hash(data: $0)) }

/// Visibly fictional bills of Mistport, and the appends that belong to them.
public enum Sample {
    /// Noon of a day in 2030.
    public static let noon = Moment(milliseconds: 1_900_000_000_000)
    /// What the sample bills ask for.
    public static let amount = amount(fen: 16_000)

    /// A dossier by a number.
    public static func dossier(_ number: Int) -> DossierID {
        let digits = String(number, radix: 16)
        let text = String(repeating: "0", count: 24 - digits.count) + digits
        guard let id = DossierID(text) else { preconditionFailure("'\(text)' is no dossier") }
        return id
    }

    /// So many fen.
    public static func amount(fen: Int64) -> Amount {
        guard let amount = Amount(fen: fen) else { preconditionFailure("\(fen) fen are no amount") }
        return amount
    }

    /// The terms of an order of Mistport.
    public static func terms(fen: Int64 = 16_000, city: String = "mistport", config: String = "config-1") -> OrderTerms
    {
        OrderTerms(
            bill: Bill(city: city, feeName: "Fog visa", amount: amount(fen: fen)),
            config: ConfigVersion(config),
            personal: SealedCommitment(to: personal, salt: Array(repeating: 7, count: 16), sha256)
        )
    }

    /// Nobody's personal data.
    public static let personal = PersonalData(receiptNumber: "MIST000042", displayName: "N** B**")

    /// A payment.
    public static func payment(_ transaction: String = "T-1", fen: Int64 = 16_000, at moment: Moment = noon) -> Payment
    {
        Payment(
            transaction: TransactionID(transaction),
            amount: amount(fen: fen),
            instrument: "BALANCE",
            succeededAt: moment
        )
    }

    /// Where a provider's order can be paid, for a quarter of an hour.
    public static func prepay(at moment: Moment = noon) -> Prepay {
        Prepay(handle: "handle", expiresAt: moment + .minutes(15))
    }
}

extension Cashier {
    /// A cashier by the standard rules.
    static func standard(_ store: any PaymentStore) -> Cashier {
        Cashier(store: store, sha256)
    }

    /// Takes several inputs on one dossier, one minute after the other.
    func take(_ inputs: [Input], on id: DossierID) async throws {
        var now = Sample.noon
        for input in inputs {
            try await take(input, on: id, at: now)
            now = now + .minutes(1)
        }
    }
}

/// A good append of some events to what is stored.
func append(
    _ events: [Event],
    to stored: StoredDossier,
    jobs: [JobChange],
    at now: Moment = Sample.noon
) throws -> Append {
    var dossier = try stored.dossier()
    for event in events { try dossier.apply(event, at: now) }
    return Append(
        dossier: stored.id,
        expectedVersion: stored.records.count,
        records: Chain.records(of: events, after: stored.records.count, head: stored.head(sha256), at: now, sha256),
        projection: dossier.canonicalBytes,
        jobs: jobs
    )
}

/// An append that creates the first order of a dossier.
func opening(_ number: Int, city: String = "mistport", due: Moment = Sample.noon) throws -> Append {
    let id = Sample.dossier(number)
    let order = OrderNumber(id, attempt: 1)
    return try append(
        [Event(order, .orderCreated(Sample.terms(city: city)))],
        to: StoredDossier(id: id),
        jobs: [.set(order, city: city, due: due)]
    )
}
