import CityRegistry
public import Diagnostics
import SourceTree

/// Every rule there is, in the order in which a reader learns them.
public enum RuleCatalog {
    /// The rules about what the registry says.
    public static let rules: [any RegistryRule.Type] = [
        // Which files there are, and what they are about.
        RegistryFilesAreThere.self,
        FileNameIsSlug.self,
        DivisionIsKnown.self,
        SlugIsDivisions.self,
        CityIsUnique.self,
        BureauNameIsItsCitys.self,
        // Words that refer to something.
        ReferencesResolve.self,
        NationalitiesAreAsked.self,
        DocumentCodesAgree.self,
        // Where facts come from.
        ClaimsNameASource.self,
        ClaimsStateConfidence.self,
        ConfidenceIsWithinCap.self,
        SourcesAreListed.self,
        SourcesAreUsed.self,
        SourcesTakeOneSide.self,
        CorrectionsAreWhole.self,
        DigestsAreWhole.self,
        SourcesAreReadAfterPublication.self,
        SourcesAreDistinct.self,
        ContestedClaimsAreModest.self,
        ContestedClaimsHaveASource.self,
        // What applicants are told and asked.
        PhonesAreDiallable.self,
        PhonesBelongToOneCity.self,
        AreaCodeIsItsCitys.self,
        HoursDoNotOverlap.self,
        TextsAreTranslated.self,
        TextsAreInTheirLanguage.self,
        ButtonsAreChinese.self,
        OfferedChannelsSpeak.self,
        QuestionsComeInOrder.self,
        MonthsMeet.self,
        LeavesAreFew.self,
        // Fees.
        GroupsHoldEverybody.self,
        MembershipsSayBefore.self,
        NationalityIsInOneGroup.self,
        FeesLeaveNoGap.self,
        FeesDoNotOverlap.self,
        RatesMatch.self,
        ObservationsAgree.self,
        FeesDoNotLeap.self,
        FeesAreNoOutliers.self,
        // Decisions.
        StagesMoveLegally.self,
        StageIsReady.self,
        PayersFeesAreSure.self,
        StagesMoveOnWorkingDays.self,
        // Days.
        CalendarAgrees.self,
        DatesAreNoSentinels.self,
        // What does not belong here.
        SecretsAreKeptOut.self,
    ]

    /// The rules about how old what is said is on a day.
    public static let ageingRules: [any AgeingRule.Type] = [
        FactsAreFresh.self,
        PayersFactsAreFresh.self,
    ]

    /// The rules about how one registry may become another.
    public static let changeRules: [any ChangeRule.Type] = [
        HistoryStays.self,
        StagesFollowHistory.self,
        FactsDoNotVanish.self,
        CorrectionsStay.self,
        NewDatesHaveEvidence.self,
        RegistryKeepsItsSize.self,
    ]

    /// The texts of all rules: of reading YAML, of reading it by expected type, of what it says, of how old it is, of how it
    /// may change, and of the comments that let findings stand.
    public static let all: [Rule] =
        [
            SourceTreeRules.all, ReadingRules.all, rules.map { $0.rule }, ageingRules.map { $0.rule },
            changeRules.map { $0.rule }, SuppressionRules.all,
        ].flatMap { $0 }

    /// The rule with this id.
    public static func rule(_ id: RuleID) -> Rule? {
        all.first { $0.id == id }
    }
}
