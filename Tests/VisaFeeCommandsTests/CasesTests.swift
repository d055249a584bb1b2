import Foundation
import PaymentEngine
import SQLiteStore
import StoreConformance
import Testing

struct CasesTests {
    private static let order = OrderNumber(Sample.dossier(1), attempt: 1)
    private static let noon = ["SOURCE_DATE_EPOCH": "\(Sample.noon.milliseconds / 1000 + 3 * 86_400)"]

    /// A backup with a payment that the bureau does not attribute, a large one that it refuses, and a day without a bill.
    private func backup(_ folder: ScratchFolder) async throws -> String {
        let store = try await SQLitePaymentStore.open(folder.path + "/store.sqlite", sha256)
        let cashier = Cashier(store: store, sha256)
        for (number, fen, reading) in [(1, 16_000, .paid(nil)), (2, 200_000, .refusing)]
            as [(Int, Int64, BureauReading)]
        {
            let id = Sample.dossier(number)
            let order = OrderNumber(id, attempt: 1)
            let inputs: [Input] = [
                .open(Sample.terms(fen: fen)), .submit(order, cityTakesPayments: true),
                .placed(order, .accepted(Sample.prepay())),
                .stated(order, .paid(Sample.payment("T-\(number)", fen: fen)), .notification),
                .bureauRead(order, reading),
            ]
            for input in inputs { try await cashier.take(input, on: id, at: Sample.noon) }
        }
        let day = BookDayID("mistport", Sample.day())
        _ = try await store.append(Sample.beginning(day, due: Sample.noon))
        let stored = try await store.books(day)
        let missing = BookDayFact.dayCompared(BookDayComparison(provider: .missing, bureau: .read(sha256([1]))))
        var record = BookDayRecord(sequence: 2, at: Sample.noon + .hours(20), fact: missing, digest: sha256([]))
        record.digest = record.digest(after: stored.head(sha256), sha256)
        _ = try await store.append(
            BookDayAppend(id: day, expectedVersion: 1, records: [record], due: Sample.noon + .hours(21))
        )
        try await store.backUp(to: folder.path + "/backup.sqlite")
        try await store.close()
        return folder.path + "/backup.sqlite"
    }

    @Test func `cases are listed with age, amount, why and what may be done, the longest waiting first`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let run = try Program.run("cases", "list", "--store", backup, environment: Self.noon)
        #expect(run.code == 0, "\(run.talk)")
        let lines = run.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("\(Self.order)/unattributed  mistport  3 days  "))
        #expect(lines[0].contains("CNY 160") && lines[0].contains("does not say whose"))
        #expect(lines[0].hasSuffix("[retry-sync resolve-sync refund]"))
        #expect(lines[1].contains("/refused-by-bureau  mistport  3 days  ") && lines[1].contains("CNY 2000"))
        #expect(lines[2].hasPrefix("mistport@\(Sample.day())/bill-missing  mistport  2 days"))
        #expect(try Program.run("cases", "list", "--store", backup, "--city", "fogtown").text == "")

        let chinese = try Program.run("cases", "list", "--store", backup, "--lang", "zh", environment: Self.noon)
        #expect(chinese.text.contains("3天") && chinese.text.contains("对账单缺失"))
        let json = try Program.run("cases", "list", "--store", backup, "--format", "json", environment: Self.noon)
        #expect(json.text.contains(#""ageSeconds": 259200"#) && json.text.contains(#""paidFen": 16000"#))
        #expect(json.text.contains(#""formatVersion": 1"#))
    }

    @Test func `a case says what each action does and how many persons it takes`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let small = try Program.run(
            "cases",
            "show",
            "--store",
            backup,
            "\(Self.order)/unattributed",
            environment: Self.noon
        )
        #expect(small.code == 0, "\(small.talk)")
        #expect(small.text.contains("by one person with evidence") && small.text.contains("resolve-sync: record that"))
        let large = OrderNumber(Sample.dossier(2), attempt: 1)
        let two = try Program.run("cases", "show", "--store", backup, "\(large)/refused-by-bureau")
        #expect(two.text.contains("by 2 persons with evidence"))
        let day = try Program.run("cases", "show", "--store", backup, "mistport@\(Sample.day())/bill-missing")
        #expect(day.text.contains("by 2 persons") && day.text.contains("accept: record why"))
        let json = try Program.run(
            "cases",
            "show",
            "--store",
            backup,
            "\(Self.order)/unattributed",
            "--format",
            "json"
        )
        #expect(json.text.contains(#""case": {"#))
    }

    @Test func `the books of days are listed with their lists, what each side counts and what is missing`() async throws
    {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let run = try Program.run("reconcile", "list", "--store", backup, environment: Self.noon)
        #expect(run.code == 1, "\(run.talk)")
        #expect(run.text == "mistport  \(Sample.day())  open  bill MISSING  list 0 (CNY 0)  log 0 (CNY 0)\n")
        let chinese = try Program.run("reconcile", "list", "--store", backup, "--lang", "zh", environment: Self.noon)
        #expect(chinese.text.contains("未结账  对账单缺失  清单 0笔（CNY 0）"))
        let none = try Program.run("reconcile", "list", "--store", backup, "--city", "fogtown")
        #expect(none.code == 0 && none.text == "")
        let json = try Program.run("reconcile", "list", "--store", backup, "--format", "json", environment: Self.noon)
        #expect(json.code == 1 && json.text.contains(#""bill": "missing""#))
    }

    @Test func `books that were changed behind the program's back are found`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let sound = try Program.run("audit", "verify", "--store", backup)
        #expect(sound.code == 0 && sound.text.contains("books of 1 days, 0 findings"), "\(sound.text)")
        let script = """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            c.executescript("DROP TRIGGER book_events_stay; "
                "UPDATE book_events SET record = replace(record, 'missing', 'Missing') WHERE sequence = 2")
            c.executescript("UPDATE book_events SET record = replace(record, 'Missing', 'missing'), "
                "digest = zeroblob(32) WHERE sequence = 2")
            c.commit()
            """
        let path = folder.path + "/forge.py"
        try script.write(toFile: path, atomically: true, encoding: .utf8)
        let forged = try Program.shell("/usr/bin/python3 '\(path)' '\(backup)'", in: folder.path)
        try #require(forged.code == 0, "\(forged.talk)")
        let run = try Program.run("audit", "verify", "--store", backup)
        #expect(run.code == 1)
        #expect(run.text.contains("I-8: record 2 of the books of mistport \(Sample.day()) has been changed"))
    }

    @Test func `a case that is not there, or cannot be named, is refused with what to do`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let gone = try Program.run("cases", "show", "--store", backup, "\(Self.order)/sync-stuck")
        #expect(gone.code == 1 && gone.talk.contains("there is no case") && gone.talk.contains("visafee cases list"))
        #expect(try Program.run("cases", "show", "--store", backup, "nonsense").code == 64)
        #expect(try Program.run("cases", "list").code == 64)
        #expect(try Program.run("cases", "list", "--store", backup, "--socket", "x").code == 64)
        let decide = try Program.run(
            "cases",
            "decide",
            "\(Self.order)/unattributed",
            "refund",
            "--person",
            "a",
            "--evidence",
            "b",
            "--store",
            backup
        )
        #expect(decide.code == 3 && decide.talk.contains("only a running service can do this"))
        let nobody = try Program.run("orders", "list", "--socket", folder.path + "/no.sock")
        #expect(nobody.code == 3 && nobody.talk.contains("is it running"))
    }
}
