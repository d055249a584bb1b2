/// What a client can do, and how it wants to be spoken to.
struct ClientCapabilities: Sendable {
    var encoding = PositionEncoding.utf16
    var hoverIsMarkdown = false
    var hasDocumentChanges = false
    var hasRelatedInformation = false
    var hasSymbolTree = false
    var watchesFilesOnRequest = false

    /// What is assumed before a client says anything.
    init() {}

    /// What the parameters of `initialize` say.
    init(_ params: IncomingValue) {
        let client = params["capabilities"]
        let document = client?["textDocument"]
        encoding = PositionEncoding(
            offered: client?["general", "positionEncodings"]?.array?.compactMap(\.string) ?? []
        )
        let formats = document?["hover", "contentFormat"]?.array?.compactMap(\.string) ?? []
        // Plain text means the same to every client; what escapes Markdown needs is shown as it is by some.
        hoverIsMarkdown = !formats.contains("plaintext") && formats.contains("markdown")
        hasDocumentChanges = client?["workspace", "workspaceEdit", "documentChanges"]?.bool ?? false
        hasRelatedInformation = document?["publishDiagnostics", "relatedInformation"]?.bool ?? false
        hasSymbolTree = document?["documentSymbol", "hierarchicalDocumentSymbolSupport"]?.bool ?? false
        watchesFilesOnRequest = client?["workspace", "didChangeWatchedFiles", "dynamicRegistration"]?.bool ?? false
    }
}
