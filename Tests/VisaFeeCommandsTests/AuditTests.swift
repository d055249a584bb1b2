import PaymentEngine
import SQLiteStore
import StoreConformance
import Testing

struct AuditTests {
    /// A backup of a store with some paid bills and one given back.
    private func backup(_ folder: ScratchFolder) async throws -> String {
        let store = try await SQLitePaymentStore.open(folder.path + "/store.sqlite", sha256)
        let cashier = Cashier(store: store, sha256)
        for number in 1...4 {
            let id = Sample.dossier(number)
            for input in number == 4 ? Story.refunded(id) : Story.happy(id) {
                try await cashier.take(input, on: id, at: Sample.noon)
            }
        }
        try await store.backUp(to: folder.path + "/backup.sqlite")
        try await store.close()
        return folder.path + "/backup.sqlite"
    }

    /// Does to a backup what nobody may.
    private func forge(_ backup: String, _ sql: String, _ folder: ScratchFolder) throws {
        let script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()"
        let run = try Program.shell("/usr/bin/python3 -c \"\(script)\" '\(backup)' \"\(sql)\"", in: folder.path)
        try #require(run.code == 0, "\(run.talk)")
    }

    @Test func `a sound log is said to be sound, and the head it gives holds when it is given back`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let run = try Program.run("audit", "verify", "--store", backup)
        #expect(run.code == 0, "\(run.talk)")
        #expect(run.text.contains("4 bills, ") && run.text.contains(" 0 findings"))
        let line = try #require(run.text.split(separator: "\n").last { $0.hasPrefix("head of ") })
        let head = try #require(line.split(separator: " ").first { $0.utf8.count == 75 })
        #expect(try Program.run("audit", "verify", "--store", backup, "--head", "\(head)").code == 0)
        let other = String(head.dropLast()) + (head.hasSuffix("0") ? "1" : "0")
        let differs = try Program.run("audit", "verify", "--store", backup, "--head", other)
        #expect(differs.code == 1 && differs.text.contains("is not the one published"))
        let chinese = try Program.run("audit", "verify", "--store", backup, "--head", other, "--lang", "zh")
        #expect(chinese.text.contains("与已公布的不同"))
    }

    @Test func `a record that was changed behind the program's back is found`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        try forge(
            backup,
            "DROP TRIGGER events_stay; UPDATE events SET record = replace(record, '16000', '15000') WHERE dossier = 2",
            folder
        )
        let run = try Program.run("audit", "verify", "--store", backup)
        #expect(run.code == 1)
        #expect(run.text.contains("I-8: dossier \(Sample.dossier(2)): record 1 has been changed"))
        let json = try Program.run("audit", "verify", "--store", backup, "--format", "json")
        #expect(json.code == 1 && json.text.contains(#""invariant": "I-8""#))
    }

    @Test func `what is no backup is refused with what to do`() async throws {
        let folder = try ScratchFolder()
        let missing = try Program.run("audit", "verify", "--store", "no-such.sqlite", in: folder.path)
        #expect(missing.code == 3 && missing.talk.contains("cannot read no-such.sqlite: No such file or directory"))
        try folder.file("letter", Array(repeating: 65, count: 9000))
        let letter = try Program.run("orders", "list", "--store", "letter", in: folder.path)
        #expect(letter.code == 3 && letter.talk.contains("restore it from a backup"))
    }

    @Test func `orders are listed with how far they have come, and without a person's data`() async throws {
        let folder = try ScratchFolder()
        let backup = try await backup(folder)
        let run = try Program.run("orders", "list", "--store", backup)
        #expect(run.code == 0, "\(run.talk)")
        #expect(run.text.split(separator: "\n").count == 4)
        #expect(run.text.contains("\(Sample.dossier(1))-1  mistport") && run.text.contains("sync synced"))
        #expect(run.text.contains("succeeded"))
        #expect(!run.text.contains(Sample.personal.receiptNumber))
        #expect(try Program.run("orders", "list", "--store", backup, "--open").text == "")
        #expect(try Program.run("orders", "list", "--store", backup, "--format", "json").text.contains("\"orders\""))
    }
}
