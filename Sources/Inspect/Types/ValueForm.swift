internal import DuckDB
internal import Territory

/// What a value looks like, tidied: a shape of text that the engine can count. A value has several.
enum ValueForm: String, Sendable, CaseIterable {
    case integer, zeroLed, pointDecimal, commaDecimal, grouped, money, percent, scientific
    case isoDate, dayMonthYear, shortYear, writtenDate, moment, year, serial
    case truth
    case fourteenDigits, siretKey, nineDigits, sirenKey, thirteenDigits, roundSiret
    case fourDigits, fiveDigits, insee, rna
    case telephone, email, address, nir, point

    /// A condition over `plain`.
    var condition: String {
        switch self {
        case .siretKey: "\(Self.fits(Self.pattern(.fourteenDigits))) AND \(LuhnKey.holdsForSiret(Self.digits))"
        case .sirenKey: "\(Self.fits(Self.pattern(.nineDigits))) AND \(LuhnKey.holdsForSiren(Self.digits))"
        default: Self.fits(Self.pattern(self))
        }
    }

    /// A value without what people put between digits.
    private static let digits = "regexp_replace(plain, '[^0-9]', '', 'g')"

    /// What `hintedCondition` asks for, to be selected beside `plain`.
    static let hints = "length(plain) <= 300 AS is_short, regexp_matches(plain, '[A-Za-z]') AS has_letter"

    /// The same as `condition`, where many values are asked for every form: thirty patterns on each would cost as much as reading
    /// the file, so a value without a letter is not asked for forms that have one, nor the other way round.
    var hintedCondition: String {
        switch self {
        case .money, .moment, .insee, .nir: "is_short AND \(condition)"
        case .scientific, .writtenDate, .truth, .rna, .email, .address: "is_short AND has_letter AND \(condition)"
        default: "is_short AND NOT has_letter AND \(condition)"
        }
    }

    /// Whether the whole of a value has a pattern; long ones have none of ours.
    private static func fits(_ pattern: String) -> String {
        "length(plain) <= 300 AND regexp_full_match(plain, \(literal(pattern)))"
    }

    private static func pattern(_ form: ValueForm) -> String {
        switch form {
        case .integer: #"[+-]?\d+"#
        case .zeroLed: #"0\d+"#
        case .pointDecimal: #"[+-]?\d*\.\d+"#
        case .commaDecimal: #"[+-]?\d*,\d+"#
        case .grouped: #"[+-]?\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|[+-]?\d{1,3}(?: \d{3})+\.\d+"#
        case .money: #"(?i)[-+(]?(?:€ ?)?\d[\d .,]* ?(?:€|eur|euros?)\)?|[-+(]?€ ?\d[\d .,]*\)?"#
        case .percent: #"[+-]?\d+(?:[.,]\d+)? ?%"#
        case .scientific: #"\d(?:[.,]\d+)?[eE]\+?\d+"#
        case .isoDate: #"\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])"#
        case .dayMonthYear: #"(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{4}"#
        case .shortYear: #"(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2}"#
        case .writtenDate: #"(?i)(?:\d{1,2}(?:er)? )?(?:"# + months + #")\.? \d{4}"#
        case .moment: #"(?:\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4})[T ]\d{1,2}[:h]\d{2}.*"#
        case .year: #"(?:19|20)\d{2}"#
        case .serial: #"[2-5]\d{4}(?:\.\d+)?"#
        case .truth: #"(?i)oui|non|vrai|faux|true|false|yes|no|o|n"#
        default: identifierPattern(form)
        }
    }

    private static func identifierPattern(_ form: ValueForm) -> String {
        switch form {
        case .fourteenDigits: #"(?:\d[ .'’]*){14}"#
        case .nineDigits: #"\d{9}|\d{3}[ .]\d{3}[ .]\d{3}"#
        case .thirteenDigits: #"\d{13}"#
        case .roundSiret: #"\d{8}0{6}"#
        case .fourDigits: #"\d{4}"#
        case .fiveDigits: #"\d{5}"#
        case .insee: #"(?:\d{2}|2[AaBb])\d{3}"#
        case .rna: #"[Ww]\d{9}"#
        case .telephone: #"(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}"#
        case .email: #"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"#
        case .address: #"https?://.+|www\..+"#
        case .nir: #"[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3}(?: ?\d{2})?"#
        case .point: #"-?\d{1,2}\.\d+ ?[,;] ?-?\d{1,3}\.\d+"#
        default: ""
        }
    }

    private static let months =
        "janvier|janv|février|fevrier|fév|fev|mars|avril|avr|mai|juin|juillet|juil|août|aout|septembre|sept|octobre|oct|"
        + "novembre|nov|décembre|decembre|déc|dec"
}
