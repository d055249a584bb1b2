import PaymentEngine

/// A running process of the service: its runner and cashier, and its ways out, which end when it dies.
final class Instance: @unchecked Sendable {
    let number: Int
    unowned let world: World
    private(set) var isAlive = true
    /// By how many milliseconds its clock is ahead.
    var skew: Int64 = 0
    /// Until when it rests: it found nothing to do, or could not.
    var restingUntil: Moment
    /// The newest platform key it knows.
    var knownKey: Int
    /// How it will die around its next write.
    var doom: Doom?
    private(set) var cashier: Cashier?
    private var runner: Runner?

    init(_ number: Int, in world: World) {
        self.number = number
        self.world = world
        self.restingUntil = world.now
        self.knownKey = world.platformKey
        let cashier = Cashier(
            Machine(rules: world.rules),
            store: InstanceStore(instance: self),
            QuickDigest.function
        )
        self.cashier = cashier
        self.runner = Runner(
            cashier,
            rail: InstanceRail(instance: self),
            bureau: InstanceBureau(instance: self),
            seal: OpenSeal(),
            clock: InstanceClock(instance: self),
            random: InstanceChance(instance: self)
        )
    }

    /// What time it thinks it is.
    var clock: Moment { world.now + .milliseconds(skew) }

    /// Does one thing that is due.
    func work() async {
        guard let runner else { return }
        do {
            if try await runner.runDue(limit: 1) == 0 { restingUntil = world.now + .seconds(1) }
        } catch {
            restingUntil = max(restingUntil, world.now + .seconds(1))
        }
        doom = nil
    }

    /// Dies; what it was at is left where it is.
    func die() {
        guard isAlive else { return }
        isAlive = false
        cashier = nil
        runner = nil
        world.died(self)
    }
}

/// Its clock.
struct InstanceClock: PaymentClock {
    let instance: Instance

    func now() -> Moment { instance.clock }

    func sleep(until moment: Moment) async throws(CancellationError) {
        await instance.world.pass(moment - instance.clock)
    }
}

/// Its chance, which depends on nothing but how things have gone.
struct InstanceChance: RandomSource {
    let instance: Instance

    func next() -> UInt64 {
        Chance.mixed(instance.world.seed ^ UInt64(bitPattern: instance.world.now.milliseconds) &* 0x9E37_79B9_7F4A_7C15)
    }
}

/// Seals nothing: what matters here is only whether the data are still there.
struct OpenSeal: PersonalDataSeal {
    func seal(_ data: PersonalData, salt: [UInt8], for order: OrderNumber) -> SealedData {
        SealedData(order: order, bytes: data.canonicalBytes)
    }

    func open(_ sealed: SealedData) -> PersonalData? {
        try? PersonalData(canonical: sealed.bytes)
    }
}
