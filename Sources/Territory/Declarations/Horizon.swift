import Foundation

/// A length of time in whole days, months or years, such as `90 days` or `2 ans`.
package struct Horizon: Sendable, Hashable, CustomStringConvertible {
    /// What the amount counts.
    package enum Unit: String, Sendable, Hashable {
        case day, month, year
    }

    package let amount: Int
    package let unit: Unit

    package init(amount: Int, unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Nothing when the text does not match `pattern`.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let amount = Int(words[0]), amount > 0, let unit = Self.unit(String(words[1])) else { return nil }
        self.init(amount: amount, unit: unit)
    }

    /// The form, for the shape of `keep`.
    static let pattern = "[1-9][0-9]{0,4} (days?|months?|years?|jours?|mois|ans?)"

    private static func unit(_ word: String) -> Unit? {
        switch word {
        case "day", "days", "jour", "jours": .day
        case "month", "months", "mois": .month
        case "year", "years", "an", "ans": .year
        default: nil
        }
    }

    /// In English: `90 days`, `1 year`.
    package var description: String { "\(amount) \(unit.rawValue)\(amount == 1 ? "" : "s")" }
}
