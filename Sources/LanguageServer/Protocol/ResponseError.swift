import CanonicalJSON
import Vocabulary

/// Why a request gets no result.
struct ResponseError: Error, Hashable, Sendable {
    /// The number by which a client knows it, of JSON-RPC or of the protocol.
    let code: Int64
    /// What is the matter, and what to do.
    let message: LocalizedText

    private init(_ code: Int64, _ english: String, _ chinese: String) {
        self.code = code
        self.message = LocalizedText(english, chinese)
    }

    /// The bytes are no JSON.
    static let parseError = ResponseError(-32700, "this is no JSON; nothing was done", "这不是 JSON，未作任何处理")
    /// Bytes that are no header, up to the next place where one begins.
    static let noHeader = ResponseError(
        -32700,
        "a message begins with 'Content-Length: N', and this does not; it was passed over",
        "消息应以“Content-Length: N”开头，此处不是，已跳过"
    )
    /// A header without a length that can be read.
    static let noLength = ResponseError(
        -32700,
        "'Content-Length' is a number of bytes, and this is none; it was passed over",
        "“Content-Length”应为字节数，此处不是，已跳过"
    )
    /// A message longer than anybody would send.
    static let tooLong = ResponseError(
        -32700,
        "a message has at most \(MessageReader.longestMessage) bytes, and this has more; it was passed over",
        "消息最长为\(MessageReader.longestMessage)字节，此消息更长，已跳过"
    )
    /// A request before `initialize`.
    static let notInitialized = ResponseError(-32002, "send 'initialize' first", "请先发送“initialize”")
    /// The client no longer wants the answer.
    static let cancelled = ResponseError(-32800, "cancelled by the client", "已由客户端取消")

    /// JSON, and no message, or one that comes at the wrong time.
    static func invalidRequest(_ english: String, _ chinese: String) -> ResponseError {
        ResponseError(-32600, english, chinese)
    }

    /// A method that this server does not have.
    static func noMethod(_ method: String) -> ResponseError {
        ResponseError(-32601, "there is no method '\(method.prefix(80))' here", "本服务器没有方法“\(method.prefix(80))”")
    }

    /// What a method needs is not there.
    static func invalidParams(_ english: String, _ chinese: String) -> ResponseError {
        ResponseError(-32602, english, chinese)
    }

    func json(in language: Language) -> JSONValue {
        ["code": .integer(code), "message": .string(message.text(in: language))]
    }
}
