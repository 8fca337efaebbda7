internal import DuckDB
internal import Territory

// French and English numbers, taken apart by one pattern: open mark, sign, digits, unit, close mark.
extension Reading {
    /// `1 500,00 €`, `1.234.567,89`, `(12 250,00)`, `-3 EUR`. A lone comma or point is decimal.
    static let amount = Reading(type: "DECIMAL(18,2)", kind: "amount") { text in
        parts(of: text, currency: "€|EUROS?|EUR")
    } value: { parts in
        "TRY_CAST(\(plain(parts)) AS DECIMAL(18,2))"
    } doubts: { parts in
        amountDoubts(parts)
    }.usually(#"-?(?:\d{1,3}(?:[ \x{A0}\x{202F}]\d{3}){0,3}|\d{1,12})(?:[.,]\d{1,2})?(?:[ \x{A0}\x{202F}]?€)?"#, certain: true) {
        text in
        "TRY_CAST(translate(\(text), \(.constant(",€ \u{A0}\u{202F}")), '.') AS DECIMAL(18,2))"
    }

    /// A number with French or English decimals, or a power of ten.
    static let number = Reading(type: "DOUBLE", kind: "number") { text in
        parts(of: text, powers: true)
    } value: { parts in
        "TRY_CAST(\(plain(parts, powers: true)) AS DOUBLE)"
    }.usually(#"-?\d{1,15}(?:[.,]\d{1,15})?"#, certain: true) { text in
        "TRY_CAST(replace(\(text), ',', '.') AS DOUBLE)"
    }

    /// A whole number; `12,00` is one, `1.000` may be a thousand and is not read.
    static let integer = Reading(type: "BIGINT", kind: "integer") { text in
        parts(of: text)
    } value: { parts in
        #"TRY_CAST(regexp_extract(\#(plain(parts)), '^(-?\d+)(?:\.(?:0{1,2}|0{4,}))?$', 1) AS BIGINT)"#
    }.usually(#"-?\d{1,18}"#, certain: true) { text in
        "TRY_CAST(\(text) AS BIGINT)"
    }

    /// `12,5 %` gives 0.125; without its sign, a value is a share already, unless the column is declared to count per hundred.
    static func percent(_ options: ReadingOptions) -> Reading {
        let bare: SQL = options.isPerHundred ? "100" : "1"
        return Reading(type: "DOUBLE", kind: "percent") { text in
            parts(of: text, unit: "%?")
        } value: { parts in
            "TRY_CAST(\(plain(parts)) AS DOUBLE) / CASE WHEN \(parts).unit = '%' THEN 100 ELSE \(bare) END"
        } doubts: { parts in
            let read: SQL = "TRY_CAST(\(plain(parts)) AS DOUBLE)"
            let holds: SQL = "\(parts).unit = '' AND abs(\(read)) > 1"
            return options.isPerHundred
                ? [] : [Doubt(kind: .barePercent, hint: .constant("[0-9]"), holds: holds, detail: "CAST(\(read) AS VARCHAR)")]
        }
    }

    /// Open mark, sign, digits, unit, close mark of a number; all empty when the text is something else. A currency may also
    /// stand before the number or behind its parentheses.
    private static func parts(of text: SQL, unit: String = "", currency: String = "", powers: Bool = false) -> SQL {
        let body = #"\d(?:[\d .,]*\d)?|[.,]\d+"# + (powers ? #"|\d+(?:[.,]\d+)?E[-+]?\d+"# : "")
        let beside = currency.isEmpty ? "" : "(?:\(currency))? ?"
        let pattern = "^([-+(]?) ?\(beside)([-+]?) ?(\(body)) ?\(beside)(\(unit)) ?([-)]?) ?\(beside)$"
        // A minus is also typed as U+2212 or as an en dash.
        return """
            regexp_extract(translate(\(Text.spaced(text)), '−–', '--'), \(.constant(pattern)),
            ['open', 'sign', 'body', 'unit', 'close'], 'i')
            """
    }

    /// The number as the engine writes it, such as `-1234.5`; null when its marks or its groups of digits are not sound.
    private static func plain(_ parts: SQL, powers: Bool = false) -> SQL {
        let marks: SQL = "(\(parts).open || \(parts).sign || \(parts).close)"
        let body: SQL = "\(parts).body"
        let power: SQL = powers ? #" WHEN \#(Text.matches(body, #"(?i).*e.*"#)) THEN replace(\#(body), ',', '.')"# : ""
        return """
            CASE WHEN \(marks) IN ('', '+') THEN '' WHEN \(marks) IN ('-', '()') THEN '-' END || CASE
            WHEN \(Text.matches(body, #"\d{1,3}( \d{3})+([.,]\d+)?|\d*[.,]?\d+"#))
            THEN replace(replace(\(body), ' ', ''), ',', '.')
            WHEN \(Text.matches(body, #"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}"#))
            THEN replace(replace(\(body), '.', ''), ',', '.')
            WHEN \(Text.matches(body, #"\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}"#))
            THEN replace(\(body), ',', '')\(power) END
            """
    }

    /// `1,234` and `1.234` may be thousands; more than two decimals are rounded, unless they are a spreadsheet's dust.
    private static func amountDoubts(_ parts: SQL) -> [Doubt] {
        let ambiguous = Text.matches("\(parts).body", #"[1-9]\d{0,2}[.,]\d{3}"#)
        let exact: SQL = "TRY_CAST(\(plain(parts)) AS DECIMAL(38,12))"
        let read: SQL = "TRY_CAST(\(plain(parts)) AS DECIMAL(18,2))"
        let detail: SQL = "CAST(\(read) AS VARCHAR)"
        let hint = SQL.constant(#"[.,]\d{3}"#)
        return [
            Doubt(kind: .ambiguousAmount, hint: hint, holds: "\(ambiguous) AND \(read) IS NOT NULL", detail: detail),
            Doubt(
                kind: .tooPrecise, hint: hint, holds: "NOT \(ambiguous) AND abs(\(exact) - \(read)) > 0.000001", detail: detail),
        ]
    }
}
