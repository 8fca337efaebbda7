internal import DuckDB
internal import Territory

/// How a date is written: `dd/MM/yyyy`, `EEEE d MMMM`. Letters are symbols; text between single quotes stands for itself, a
/// doubled quote for a quote.
package struct DateFormat: Sendable, Hashable {
    package let text: String
    private let pieces: [Piece]

    private enum Piece: Hashable, Sendable {
        case words(String)
        case symbol(String)
    }

    /// Nil when a symbol is unknown.
    package init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        self.text = text
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == "'" {
                guard let words = DateFormat.quoted(&rest) else { return nil }
                pieces.append(.words(words))
            } else if first.isLetter {
                let symbol = rest.prefix { $0 == first }
                rest = rest.dropFirst(symbol.count)
                guard DateFormat.symbols[String(symbol)] != nil else { return nil }
                pieces.append(.symbol(String(symbol)))
            } else {
                pieces.append(.words(String(rest.removeFirst())))
            }
        }
        self.pieces = pieces
    }

    /// `'le'` gives `le`, `''` a quote.
    private static func quoted(_ rest: inout Substring) -> String? {
        rest.removeFirst()
        if rest.first == "'" {
            rest.removeFirst()
            return "'"
        }
        var words = ""
        while let next = rest.popFirst() {
            if next != "'" {
                words.append(next)
            } else if rest.first == "'" {
                words.append(rest.removeFirst())
            } else {
                return words
            }
        }
        return nil
    }

    func sql(_ date: SQL, _ language: Language) -> SQL {
        let parts = pieces.compactMap { piece -> SQL? in
            switch piece {
            case .words(let words): "\(text: words)"
            case .symbol(let symbol): DateFormat.symbols[symbol].map { $0(date, language) }
            }
        }
        // A format of free text alone still gives nothing for no date.
        return "(CASE WHEN \(date) IS NOT NULL THEN \(parts.isEmpty ? "''" : parts.joined(" || ")) END)"
    }

    private typealias Symbol = @Sendable (SQL, Language) -> SQL

    private static let symbols: [String: Symbol] = [
        "y": number("year"), "Y": number("year"), "yy": short("year"), "YY": short("year"), "yyyy": number("year", 4),
        "YYYY": number("year", 4), "x": number("isoyear"), "xx": short("isoyear"), "xxxx": number("isoyear", 4),
        "w": number("weekofyear"), "ww": number("weekofyear", 2), "e": number("isodow"),
        "E": name("isodow", CalendarNames.shortDays), "EEE": name("isodow", CalendarNames.shortDays),
        "EEEE": name("isodow", CalendarNames.days), "D": number("dayofyear"), "DDD": number("dayofyear", 3),
        "M": number("month"), "MM": number("month", 2), "MMM": name("month", CalendarNames.shortMonths),
        "MMMM": name("month", CalendarNames.months), "d": number("day"), "dd": number("day", 2), "H": number("hour"),
        "HH": number("hour", 2), "m": number("minute"), "mm": number("minute", 2), "s": number("second"),
        "ss": number("second", 2),
    ]

    private static func number(_ function: String, _ width: Int = 1) -> Symbol {
        { date, _ in
            let digits: SQL = "CAST(\(.trusted(function))(\(date)) AS VARCHAR)"
            return width == 1 ? digits : "lpad(\(digits), \(.trusted(String(width))), '0')"
        }
    }

    private static func short(_ function: String) -> Symbol {
        { date, _ in "lpad(CAST(\(.trusted(function))(\(date)) % 100 AS VARCHAR), 2, '0')" }
    }

    private static func name(_ function: String, _ names: [Bilingual]) -> Symbol {
        { date, language in
            let list = names.map { SQL.constant($0.text(in: language)) }.joined(", ")
            return "([\(list)])[\(.trusted(function))(\(date))]"
        }
    }
}
