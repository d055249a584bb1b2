import PaymentEngine
import ServiceConfig
import StoreConformance

/// The core alone.
enum Deciding {
    /// Each input of a payment, and the dossier it is decided about.
    private static func steps() -> [(Dossier, Input)] {
        let id = Sample.dossier(1)
        let machine = Machine()
        var dossier = Dossier(id)
        return Story.happy(id).map { input in
            defer { dossier = machine.decide(about: dossier, input, at: Sample.noon).dossier }
            return (dossier, input)
        }
    }

    /// Nanoseconds a decision takes, over the six inputs of a payment.
    static func nanoseconds(rounds: Int) -> Double {
        let steps = steps()
        let machine = Machine()
        let clock = ContinuousClock()
        var events = 0
        let time = clock.measure {
            for _ in 0..<rounds {
                for (dossier, input) in steps {
                    events &+= machine.decide(about: dossier, input, at: Sample.noon).events.count
                }
            }
        }
        precondition(events >= rounds * steps.count, "a payment is at least an event for each input")
        return time / .nanoseconds(1) / Double(rounds * steps.count)
    }
}
