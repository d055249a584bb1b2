package import CivilTime
import Money
package import Vocabulary

extension DateRefusal {
    /// Why a text is not a date, as a clause.
    package var reason: LocalizedText { LocalizedText(description, chineseReason) }

    private var chineseReason: String {
        switch self {
        case .notADate:
            "日期应写成 YYYY-MM-DD，如 2026-01-31"
        case .yearOutOfRange(let year):
            "年份\(year)不在\(CivilDate.years.lowerBound)年至\(CivilDate.years.upperBound)年之间"
        case .noSuchMonth(let month):
            "没有\(month)月，月份是01至12"
        case .noSuchDay(_, let month, let year, let lastDay):
            "\(year)年\(month)月只有\(lastDay)天"
        }
    }
}

extension AmountRefusal {
    /// What to write instead.
    var remedy: LocalizedText { LocalizedText(advice, chineseRemedy) }

    private var chineseRemedy: String {
        switch self {
        case .empty, .notANumber: "请用数字写出元数，如168或168.50"
        case .negative: "请去掉“-”，收费不会是负数"
        case .signed: "请去掉“+”"
        case .leadingZero: "请去掉开头的0，如168"
        case .exponent: "请把金额的各位数字写全，如1e3写成1000"
        case .tooManyDecimals: "小数点后请写两位，如168.50；没有比分更小的单位"
        case .oneDecimal(let meant): "请写成 \(meant.yuanAndFen)"
        case .separator: "请去掉“,”或“_”，如1680；角、分写在小数点之后，如168.50"
        case .aboveCap: "最多写\(Amount.cap.yuan)元；出入境收费都远低于此数，请核对金额是否以分为单位"
        }
    }
}
