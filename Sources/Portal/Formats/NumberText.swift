internal import Territory

/// Numbers as people of a language write them (portal: thin spaces in French, commas in English).
struct NumberText: Sendable {
    let language: Language

    private var point: String { language == .french ? "," : "." }

    func whole(_ number: Int) -> String { language.grouped(number) }

    /// At most so many decimals, and none that are zero.
    func decimal(_ number: Double, places: Int = 2) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return String(number) }
        let scale = [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][min(max(places, 0), 6)]
        let scaled = (abs(number) * scale).rounded()
        let integer = Int(scaled / scale), rest = Int(scaled) - integer * Int(scale)
        var text = whole(integer)
        if rest > 0 {
            var decimals = String(repeating: "0", count: max(0, places - String(rest).count)) + String(rest)
            while decimals.hasSuffix("0") { decimals.removeLast() }
            text += point + decimals
        }
        return (number < 0 && scaled > 0 ? "\u{2212}" : "") + text
    }

    /// An amount with its unit: `1 234,50 €`; euros always with two decimals, or none.
    func amount(_ number: Double, _ unit: String?) -> String {
        guard let unit else { return decimal(number) }
        guard unit == "€" else { return decimal(number) + "\u{A0}" + unit }
        var text = decimal(number)
        if let place = text.lastIndex(of: Character(point)), text.distance(from: place, to: text.endIndex) == 2 { text += "0" }
        return language == .french ? text + "\u{A0}€" : (number < 0 ? "\u{2212}€" + text.dropFirst() : "€" + text)
    }

    /// A large amount at a glance: `12,4 M€`. The exact one stands in a table beside.
    func short(_ number: Double, _ unit: String?) -> String {
        let size = abs(number)
        let (divisor, french, english) =
            size >= 999_500_000
            ? (1e9, "Md", "bn") : size >= 999_500 ? (1e6, "M", "m") : size >= 10_000 ? (1e3, "k", "k") : (1, "", "")
        let value = number / divisor
        let text = decimal(value, places: abs(value) < 100 && divisor > 1 ? 1 : 0)
        guard divisor > 1 else { return amount(number.rounded(), unit) }
        if language == .french { return text + "\u{A0}" + french + (unit ?? "") }
        return unit == "€" ? "€" + text + english : text + english + (unit.map { "\u{A0}" + $0 } ?? "")
    }

    /// A part of one: `12,5 %`.
    func share(_ part: Double) -> String {
        decimal(part * 100, places: 1) + (language == .french ? "\u{202F}%" : "%")
    }
}
