public import Diagnostics

/// The rules that reading by expected type enforces, in the order of `visafee rules`.
public enum ReadingRules {
    /// All of them.
    public static let all: [Rule] = [
        .unknownKey, .missingKey, .wrongKind, .emptyList, .repeatedWord, .malformedWord, .unquotedNumber, .unquotedDate,
        .notOneOf,
        .malformedNumber, .impossibleDate, .malformedAmount, .malformedNationality, .malformedMonths,
        .malformedHours, .malformedShare, .oneOf, .timelineOrder,
    ]
}
