import Testing

/// `visafee lsp`, as an editor starts it.
struct LanguageServerCommandTests {
    private static func framed(_ message: String) -> [UInt8] {
        Array("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
    }

    private static func request(_ id: Int, _ method: String) -> [UInt8] {
        framed(#"{"id":\#(id),"jsonrpc":"2.0","method":"\#(method)","params":{}}"#)
    }

    private static let exit = framed(#"{"jsonrpc":"2.0","method":"exit"}"#)
    private static let greeting = request(1, "initialize")

    @Test func `a conversation that ends in order succeeds, and nothing else is said`() throws {
        let run = try Program.run("lsp", input: Self.greeting + Self.request(2, "shutdown") + Self.exit)
        #expect(run.code == 0)
        #expect(run.text.hasPrefix("Content-Length: "))
        #expect(run.text.hasSuffix(#"{"id":2,"jsonrpc":"2.0","result":null}"#))
        #expect(run.talk == "")
    }

    @Test func `an exit without a shutdown is no success`() throws {
        #expect(try Program.run("lsp", input: Self.greeting + Self.exit).code == 1)
    }

    @Test(arguments: [
        (0, "without saying 'exit'"), (10, "in the middle of a message"),
    ])
    func `an editor that is gone is told of on standard error`(left: Int, talk: String) throws {
        let run = try Program.run("lsp", input: Self.greeting + Self.exit.prefix(left))
        #expect(run.code == 3)
        #expect(run.talk.contains(talk))
    }

    @Test func `nonsense is answered, and the next message too`() throws {
        let run = try Program.run("lsp", input: Array("nonsense\r\n\r\n".utf8) + Self.greeting + Self.exit)
        #expect(run.text.contains(#""code":-32700"#))
        #expect(run.text.contains(#""name":"visafee""#))
    }
}
