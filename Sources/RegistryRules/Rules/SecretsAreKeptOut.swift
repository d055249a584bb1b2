import CityRegistry
public import Diagnostics

/// Nothing secret and nothing private stands in a registry.
public enum SecretsAreKeptOut: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "secret-in-registry",
        summary: """
            No file of the registry holds a key, a certificate or a person's mobile number, not even in a comment.
            """,
        why: """
            The registry is public. Whoever finds a merchant's key can move its money, and a clerk's own phone would \
            ring for years.
            """,
        remedy: """
            Take it out and replace the key at once: what has been shared cannot be called back. Credentials are \
            declared in the service's settings, and a rail only names one. For a bureau, write its office's number.
            """,
        rejected: [
            RuleExample(
                """
                rollout:
                  official-account:
                    stage: none
                    rail: unknown                  # later with ↓0123456789abcdefABCDEF0123456789
                """
            ),
            RuleExample(
                """
                # ↓-----BEGIN PRIVATE KEY-----
                # AAAA
                # -----END PRIVATE KEY-----
                rollout: {}
                """
            ),
            RuleExample(
                """
                # Mr Li at the counter, +86 ↓139 0000 0000, knows more; so does ↓13900000000.
                rollout: {}
                """
            ),
        ],
        accepted: [
            RuleExample(
                """
                # read at example.test/page/0123456789abcdefabcdef0123456789 and https://example.test/13900000000.html
                rollout:
                  official-account:
                    stage: none
                    rail: unknown
                """
            )
        ]
    )

    /// What is found in a file's bytes, and in what they stand for.
    ///
    /// No report shows the text at these places, and no message repeats it.
    static func secrets(in source: SourceFile, _ reading: FileReading, as file: FileID) -> FileSecrets {
        let plain = SecretScan.scan(source.bytes).map { found in
            let range = SourceRange(
                file: file,
                start: UInt32(truncatingIfNeeded: found.bytes.lowerBound),
                end: UInt32(truncatingIfNeeded: found.bytes.upperBound)
            )
            return finding(found.kind, at: range)
        }
        var secrets = FileSecrets(findings: plain)
        for value in reading.rewritten {
            let text = Array(value.value.utf8)
            let found = SecretScan.scan(text)
            guard let kind = found.first?.kind else { continue }
            // A block of text usually shows as it stands what it holds.
            let shown = plain.count { $0.range.start >= value.range.start && $0.range.end <= value.range.end }
            guard shown < found.count else { continue }
            secrets.findings.append(finding(kind, at: value.range))
            secrets.places.append(value.range)
            secrets.texts += [value.value] + found.map { String(decoding: text[$0.bytes], as: UTF8.self) }
        }
        return secrets
    }

    private static func finding(_ kind: SecretScan.Kind, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            rule,
            message(kind),
            at: range,
            help: kind == .mobileNumber
                ? "write the number of the bureau's office, or 'unknown'"
                : "take it out and have it replaced; a rail only names a credential of the service's settings",
            isRedacted: true
        )
    }

    private static func message(_ kind: SecretScan.Kind) -> String {
        switch kind {
        case .pem: "a key or certificate stands here"
        case .apiKey: "what stands here looks like a key: 32 letters and digits"
        case .mobileNumber: "a person's mobile number stands here"
        }
    }
}
