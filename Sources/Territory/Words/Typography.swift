// How a page writes sentences and numbers.
extension Language {
    /// A sentence whose signs stay on the line of the word that they go with: French sets a space before some of them.
    package func keptTogether(_ sentence: String) -> String {
        guard self == .french else { return sentence }
        let pairs = [
            ("« ", "«\u{A0}"), (" »", "\u{A0}»"), (" :", "\u{A0}:"), (" ;", "\u{202F};"), (" !", "\u{202F}!"),
            (" ?", "\u{202F}?"),
        ]
        return pairs.reduce(sentence) { $0.replacing($1.0, with: $1.1) }
    }

    /// A whole number in groups of three digits: thin spaces in French, commas in English.
    package func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "\u{2212}" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += self == .french ? "\u{202F}" : "," }
            grouped.append(digit)
        }
        return grouped
    }
}
