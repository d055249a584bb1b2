import PaymentEngine
import StoreConformance
import Testing

struct MachineTests {
    @Test(arguments: Spec.all)
    func `the machine does what it is specified to do`(spec: Spec) throws {
        let dossier = try spec.run()
        #expect(dossier.balances.isSound)
    }

    @Test func `what every step of the specification leaves behind keeps the promises`() async throws {
        for spec in Spec.all {
            let store = MemoryStore(sha256)
            let cashier = Cashier(store: store, sha256)
            for step in spec.steps {
                try await cashier.take(step.input, on: Sample.dossier(1), at: Sample.noon + .minutes(step.minute))
                let violations = await store.dossier(Sample.dossier(1)).violations(sha256)
                #expect(violations == [], "\(spec)")
            }
        }
    }

    @Test func `the bureau is written to exactly when that was decided`() {
        let machine = Machine()
        for spec in Spec.all {
            var dossier = Dossier(Sample.dossier(1))
            for step in spec.steps {
                let decision = machine.decide(about: dossier, step.input, at: Sample.noon + .minutes(step.minute))
                let isIntended = decision.events.contains { $0.fact == .syncIntended }
                #expect((decision.write != nil) == isIntended, "\(spec)")
                dossier = decision.dossier
            }
        }
    }
}
