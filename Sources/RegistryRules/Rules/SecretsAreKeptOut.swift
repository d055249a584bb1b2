import CityRegistry
public import Diagnostics
import Vocabulary

/// Nothing secret and nothing private stands in a registry.
public enum SecretsAreKeptOut: RegistryRule {
    /// What it says.
    public static let rule = Rule(
        "secret-in-registry",
        summary: LocalizedText(
            """
            No file of the registry holds a key, a certificate or a person's mobile number, not even in a comment.
            """,
            "信息库的任何文件都不得含有密钥、证书或个人手机号码，注释中也不行。"
        ),
        why: LocalizedText(
            """
            The registry is public. Whoever finds a merchant's key can move its money, and a clerk's own phone would \
            ring for years.
            """,
            "信息库是公开的。拿到商户密钥的人可以转走资金，工作人员的私人手机也会长期受到打扰。"
        ),
        remedy: LocalizedText(
            """
            Take it out and replace the key at once: what has been shared cannot be called back. Credentials are \
            declared in the service's settings, and a rail only names one. For a bureau, write its office's number.
            """,
            "立即删除并更换密钥：已经公开的内容无法收回。凭据在服务的设置中声明，支付通道只写凭据的名称。办理机构请写办公电话。"
        ),
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
                ? LocalizedText(
                    "write the number of the bureau's office, or 'unknown'",
                    "请写办理机构的办公电话，或者写“unknown”"
                )
                : LocalizedText(
                    "take it out and have it replaced; a rail only names a credential of the service's settings",
                    "请删除并更换；支付通道只写服务设置中凭据的名称"
                ),
            isRedacted: true
        )
    }

    private static func message(_ kind: SecretScan.Kind) -> LocalizedText {
        switch kind {
        case .pem: LocalizedText("a key or certificate stands here", "此处有密钥或证书")
        case .apiKey: LocalizedText("what stands here looks like a key: 32 letters and digits", "此处像是密钥：32位字母和数字")
        case .mobileNumber: LocalizedText("a person's mobile number stands here", "此处有个人手机号码")
        }
    }
}
