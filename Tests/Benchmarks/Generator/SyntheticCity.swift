import Divisions
import SeededRandomness

/// The text of one city's file: of the shape and size of a city that is well known, and all of it made up.
struct SyntheticCity {
    let division: DivisionRow
    /// Whether a rollout is under way; otherwise none has begun.
    let isRollingOut: Bool

    /// The whole file; the same generator gives the same bytes.
    func text(_ random: inout SeededGenerator) -> String {
        """
        # Fictional. Written to be measured: every notice, fee, office, phone and decision here is made up.
        city: \(division.slug)
        division: "\(division.code)"

        \(bureau(&random))
        receipt:
          name: {en: FICTIONAL RECEIPT, zh: 虚构回执}
          format: {length: \(random.number(10...16)), alphabet: digits}
          source: fictional-notice
          confidence: high

        \(channels)
        fees:
          schedule: national
          rates:
        \(SyntheticFees.text(source: "fictional-fees", &random))
        rollout:
          official-account:
        \(rollout)

        sources:
          fictional-notice: {kind: government, title: "Fictional notice of \(division.englishName)", publisher: Fictional Bureau, address: example.test/\(division.slug)/notice, published: 2026-10-01, retrieved: 2026-11-23}
          fictional-fees: {kind: government, title: "Fictional fees of \(division.englishName)", publisher: Fictional Bureau, address: example.test/\(division.slug)/fees, published: 2026-11-02, retrieved: 2026-11-23}

        """
    }

    private func bureau(_ random: inout SeededGenerator) -> String {
        // Fictional divisions have no code of their own, and dial one that no place has.
        let areaCode = AreaCodes.embedded.areaCodes(of: division.code).first ?? "01\(random.number(10...99))"
        var text = """
            bureau:
              name: {en: "Fictional Bureau of Exit and Entry, \(division.englishName)", zh: \(division.shortChineseName)虚构出入境管理局}
              source: fictional-notice
              confidence: high
              offices:

            """
        for office in 1...random.number(3...4) {
            let house = random.number(1...399)
            text += """
                    - id: fictional-hall-\(office)
                      name: {en: Fictional Hall \(office), zh: 虚构\(office)号大厅}
                      address: {en: "\(house) Fictional Street, Fictional District \(office)", zh: 虚构\(office)区虚构街\(house)号}
                      phones: {number: "\(areaCode)-00\(random.digits(6))", name: {en: fictional desk, zh: 虚构窗口}}
                      hours:
                        days: mon-fri
                        open: ["08:30-12:00", "\(random.number(13...14)):30-17:00"]
                        closed: public-holidays
                      source: [fictional-notice, fictional-fees]
                      confidence: high

                """
        }
        return text + """
              districts-accepting:
                in: [Fictional East, Fictional West, Fictional Harbour, Fictional Hill]
                planned: [Fictional North, Fictional South]
                source: fictional-notice
                confidence: medium
              phones:
                - {number: "\(areaCode)-00\(random.digits(6))", name: {en: information, zh: 咨询}, source: fictional-notice, confidence: high}
                - {number: "\(areaCode)-00\(random.digits(6))", name: {en: fees, zh: 收费}, source: fictional-notice, confidence: medium}
              hours:
                days: mon-fri
                open: ["09:00-12:00", "13:30-17:00"]
                closed: public-holidays
                source: fictional-notice
                confidence: high
              online:
                - account: {id: \(division.slug)-hall, name: {en: Fictional Hall, zh: 虚构大厅}}
                  for: [booking, residence-registration]
                  source: fictional-notice
                  confidence: high

            """
    }

    private var channels: String {
        """
        channels:
          official-account:
            kind: official-account
            status: offered
            applicants: foreign-national
            services: [visa, stay-permit, residence-permit]
            account: {id: \(division.slug)-pay, name: {en: "Fictional \(division.englishName) Exit-Entry", zh: \(division.shortChineseName)虚构出入境}}
            asks-for: [receipt-number, verification-code]
            shows: [name, amount, fee-name, payment-status]
            methods: [wechat-balance, wechat-bank-card]
            refund: original-method
            languages: [zh, en]
            window: {opens: receipt-issued, closes: end-of-day, then: counter}
            steps:
              - {follow: account}
              - {press: 虚构大厅, en: Fictional hall}
              - {press: 虚构更多, en: Fictional more, in: {zh: 虚构业务, en: Fictional business}}
              - {press: 虚构缴费, en: Fictional payment, in: {zh: 虚构办理, en: Fictional handling}}
              - {press: 阅读并同意, en: Read and agree, after: terms}
              - {press: 确认, en: Confirm, after: [receipt-number, verification-code]}
              - {press: 提交, en: Submit, after: bill}
              - {press: 确认支付, en: Confirm payment, after: method}
            source: fictional-notice
            confidence: high
          counter:
            kind: counter-qr
            status: {undated: not-offered, 2026-09-01: offered}
            applicants: foreign-national
            methods: [wechat, alipay, unionpay-card]
            source: fictional-notice
            confidence: high
          cash:
            kind: counter-cash
            status: offered
            applicants: foreign-national
            methods: cash
            source: fictional-notice
            confidence: high

        """
    }

    private var rollout: String {
        guard isRollingOut else {
            return """
                    stage: none
                    rail: unknown
                """
        }
        return """
                stage: {2026-12-01: shadow, 2026-12-08: {pilot: 5%}, 2026-12-10: {pilot: 50%}, 2026-12-15: live}
                rail: {kind: wechat-pay, mode: partner, credential: \(division.slug)}
            """
    }
}
