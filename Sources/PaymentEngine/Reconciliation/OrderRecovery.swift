import ServiceConfig

/// What else is known of an order that the provider has a payment of and the log has nothing of.
///
/// The order's number says neither the receipt nor the name. Whoever keeps them elsewhere, such as in what was sent to the
/// provider with the order or in what the bureau knows, can find them again; otherwise a person has to.
public protocol OrderRecovery: Sendable {
    /// What is known of an order; nothing where nobody knows.
    func order(_ number: OrderNumber, paid payment: Payment, in city: String) async -> RecoveredOrder?
    /// The config that a city's orders are pinned to now.
    func config(of city: String) async -> ConfigVersion
}

/// An order that has been found again.
public struct RecoveredOrder: Hashable, Sendable {
    /// The bill it was for.
    public var bill: Bill
    /// The config it ran under.
    public var config: ConfigVersion
    /// The receipt number and the name.
    public var personal: PersonalData
    /// At least sixteen bytes of chance, for the commitment to the personal data.
    public var salt: [UInt8]

    /// An order.
    public init(bill: Bill, config: ConfigVersion, personal: PersonalData, salt: [UInt8]) {
        self.bill = bill
        self.config = config
        self.personal = personal
        self.salt = salt
    }
}

/// Finds nothing again: every payment without an order becomes a case for people, who can show it or give it back.
public struct NothingRecovered: OrderRecovery {
    private let version: ConfigVersion

    /// Pins what is taken over to this config.
    public init(config: ConfigVersion) {
        self.version = config
    }

    /// Nothing.
    public func order(_: OrderNumber, paid _: Payment, in _: String) async -> RecoveredOrder? { nil }

    /// The config that was given.
    public func config(of _: String) async -> ConfigVersion { version }
}

extension OrderRecovery {
    /// The terms an order is taken over with, and how its personal data are sealed where they are known.
    ///
    /// Where nothing is known the bill is what was paid, without a fee's name: the bureau cannot be asked about it then, and
    /// the payment stays before people until they have shown it or given it back.
    func terms(
        of number: OrderNumber,
        paid payment: Payment,
        in city: String,
        salt: [UInt8],
        _ sha256: SHA256Function,
        _ seal: any PersonalDataSeal
    ) async -> (terms: OrderTerms, seal: (@Sendable (OrderNumber) -> SealedData)?) {
        if let known = await order(number, paid: payment, in: city) {
            let personal = SealedCommitment(to: known.personal, salt: known.salt, sha256)
            return (
                OrderTerms(bill: known.bill, config: known.config, personal: personal),
                { seal.seal(known.personal, salt: known.salt, for: $0) }
            )
        }
        let nobody = PersonalData(receiptNumber: "", displayName: "")
        let terms = OrderTerms(
            bill: Bill(city: city, feeName: "", amount: payment.amount),
            config: await config(of: city),
            personal: SealedCommitment(to: nobody, salt: salt, sha256)
        )
        return (terms, nil)
    }
}
