internal import DuckDB
internal import Territory

/// A latitude or a longitude as people write it: `48.85`, `48,85`, `48°51'24"N`, `N 48° 51,4'`, `2° 20' O`.
struct Angle: Sendable {
    static let latitude = Angle(limit: "90", negative: "S", letters: "NS")
    static let longitude = Angle(limit: "180", negative: "WO", letters: "EWO")

    /// Degrees at most, either side of zero.
    private let limit: SQL
    /// West is also `O`, ouest.
    private let negative: String
    private let letters: String

    /// One sign for each mark, whatever the keyboard: minutes `'`, seconds `"`, degrees `°`, minus `-`.
    static func tidied(_ text: SQL) -> SQL {
        "replace(translate(\(Text.spaced(text)), \(.constant("′’‘ʹ´″”“º˚−–")), \(.constant("'''''\"\"\"°°--"))), \(.constant("''")), '\"')"
    }

    /// The pieces of a tidied text; all empty when it is something else.
    func parts(of tidied: SQL) -> SQL {
        let number = #"\d{1,2}(?:[.,]\d+)?"#
        let small = "(?: ?° ?(?:(\(number)) ?' ?(?:(\(number)) ?\" ?)?)?)?"
        let pattern = "^([\(letters)]?) ?([-+]?) ?(\\d{1,3}(?:[.,]\\d+)?)\(small) ?([\(letters)]?)$"
        return """
            regexp_extract(\(tidied), \(.constant(pattern)), ['before', 'sign', 'degrees', 'minutes', 'seconds', 'after'], 'i')
            """
    }

    /// Decimal degrees, null when they are not sound: out of range, sixty minutes, a sign and a letter.
    func degrees(_ parts: SQL) -> SQL {
        let letter: SQL = "(\(parts).before || \(parts).after)"
        let minutes = Self.number("\(parts).minutes"), seconds = Self.number("\(parts).seconds")
        let size: SQL = "(\(Self.number("\(parts).degrees")) + coalesce(\(minutes), 0) / 60 + coalesce(\(seconds), 0) / 3600)"
        return """
            CASE WHEN \(size) <= \(limit) AND coalesce(\(minutes), 0) < 60 AND coalesce(\(seconds), 0) < 60
            AND (\(parts).minutes = '' OR \(Text.matches("\(parts).degrees", #"\d+"#)))
            AND (\(parts).seconds = '' OR \(Text.matches("\(parts).minutes", #"\d+"#)))
            AND length(\(letter)) < 2 AND (\(letter) = '' OR \(parts).sign = '')
            THEN CASE WHEN \(parts).sign = '-' OR \(Text.matches(letter, "(?i)[\(negative)]")) THEN -\(size) ELSE \(size) END END
            """
    }

    /// Decimal degrees of a plain number, null out of range.
    func within(_ text: SQL) -> SQL {
        "CASE WHEN abs(TRY_CAST(\(text) AS DOUBLE)) <= \(limit) THEN TRY_CAST(\(text) AS DOUBLE) END"
    }

    private static func number(_ text: SQL) -> SQL { "TRY_CAST(replace(\(text), ',', '.') AS DOUBLE)" }
}
