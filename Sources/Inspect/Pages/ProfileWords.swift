internal import Foundation
internal import Territory

/// The words that the terminal and the page share.
struct ProfileWords {
    let language: Language

    func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// Digits in threes, with the language's separators: at most two decimals.
    func number(_ value: Double) -> String {
        let rounded = (abs(value) * 100).rounded() / 100
        guard rounded < 1e15 else { return "\(value)" }
        let whole = Int(rounded), cents = Int(((rounded - Double(whole)) * 100).rounded())
        let decimals = cents == 0 ? "" : pick(",", ".") + (cents < 10 ? "0" : "") + String(cents)
        return (value < 0 ? "−" : "") + number(whole) + decimals
    }

    func number(_ value: Int) -> String { language.grouped(value) }

    func percent(_ part: Double) -> String {
        let tenths = (part * 1_000).rounded() / 10
        let text = tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
        return language == .french ? text.replacing(".", with: ",") + " %" : text + "%"
    }

    /// `1,2 Mo`.
    func size(_ bytes: Int) -> String {
        let units = [pick("octets", "bytes"), pick("Ko", "kB"), pick("Mo", "MB"), pick("Go", "GB")]
        var value = Double(bytes), unit = 0
        while value >= 1_000, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        let decimal = unit == 0 || tenths % 10 == 0 ? "" : pick(",", ".") + String(tenths % 10)
        return "\(number(tenths / 10))\(decimal) \(units[unit])"
    }

    /// What an option of a source is called.
    func option(_ name: String) -> String {
        switch name {
        case "encoding": pick("encodage", "encoding")
        case "delimiter": pick("séparateur", "delimiter")
        case "sheet": pick("feuille", "sheet")
        case "header": pick("ligne des titres", "title row")
        default: name
        }
    }

    func value(_ option: Profile.Option) -> String {
        if option.value == "\t" { return pick("tabulation", "tab") }
        return option.name == "header" && option.value == "0" ? pick("aucune", "none") : option.value
    }

    /// `64 distinctes, 3 vides`.
    func counts(_ column: Profile.Column) -> String {
        let sign = column.isEstimate ? "≈ " : ""
        let distinct =
            "\(sign)\(number(column.distinct)) \(pick(column.distinct < 2 ? "valeur" : "valeurs", column.distinct == 1 ? "value" : "values"))"
        guard column.empty > 0 else { return distinct }
        return "\(distinct), \(number(column.empty)) \(pick(column.empty < 2 ? "vide" : "vides", "empty"))"
    }

    /// `2005 … 2012`, or the lengths of texts.
    func range(_ column: Profile.Column) -> String {
        if let least = column.least, let greatest = column.greatest {
            let ends = [least, greatest].map { end in
                column.type.isNumber ? Double(end).map { number($0) } ?? end : end
            }
            return ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
        }
        guard let shortest = column.shortest, let longest = column.longest else { return "" }
        let lengths = shortest == longest ? "\(longest)" : "\(shortest)–\(longest)"
        return "\(lengths) \(pick(longest < 2 ? "caractère" : "caractères", longest == 1 ? "character" : "characters"))"
    }

    func type(_ column: Profile.Column) -> String {
        let word = column.type.word.text(in: language)
        return column.fit < 1 ? "\(word) (\(percent(column.fit)))" : word
    }

    /// A value on one line, blanks shown.
    func shown(_ value: String, _ width: Int = 60) -> String {
        let visible = value.map { character -> String in
            character.isNewline
                ? "↵" : character == "\u{A0}" || character == "\u{202F}" ? "⍽" : character == "\t" ? "⇥" : String(character)
        }.joined()
        return visible.count > width ? visible.prefix(width - 1) + "…" : visible
    }
}
