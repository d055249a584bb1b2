public import Diagnostics

/// The rules every registry file is held to while it is read.
public enum SourceTreeRules {
    /// All rules of this stage, from the file as a whole to a single value.
    public static let all: [Rule] = [
        .emptyFile, .fileTooLarge, .binaryFile, .invalidUTF8, .byteOrderMark,
        .controlCharacter, .tabCharacter, .invisibleCharacter, .notNFC, .fullWidthDigit, .lookAlikeLetter,
        .yamlSyntax, .tooDeep, .tooManyNodes, .tooManyFindings,
        .severalDocuments, .directive, .anchor, .alias, .tag, .mergeKey, .complexKey, .duplicateKey,
        .emptyValue, .booleanWord, .leadingZeroNumber, .underscoreInNumber, .sexagesimalNumber, .numberBase,
        .exponentNumber, .signedNumber, .incompleteDecimal, .notAFiniteNumber, .dateTime,
    ]
}
