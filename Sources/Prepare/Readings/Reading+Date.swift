internal import DuckDB
internal import Territory

// Dates as French towns write them. Day before month unless the column is declared otherwise; an impossible date is not read.
extension Reading {
    /// `2024-03-31`, `31/03/2024`, `31-3-24`, `31.03.2024`, `20240331`, `31 mars 2024`, `1er avril 2024`, `45382`.
    /// A time of day is left out.
    static func date(_ options: ReadingOptions) -> Reading {
        let time = "(?:T| ?, ?| à | )\\d{1,2}[:hH]\\d{2}" + seconds + zone + "$"
        return Reading(type: "DATE", kind: "date") { text in
            "regexp_replace(\(Text.spaced(text)), \(.constant(time)), '')"
        } value: { day in
            "TRY_CAST(\(iso(day, options)) AS DATE)"
        }.usually(#"\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d"#, certain: false) { text in
            let slashes: SQL = options.isMonthFirst ? "'%m/%d/%Y'" : "'%d/%m/%Y'"
            return "CAST(try_strptime(\(text), [\(slashes), '%Y-%m-%d']) AS DATE)"
        }
    }

    /// A date and `14:30`, `14h30`, `14:30:05`; a date alone is midnight. The clock is taken as written, without its zone.
    static func datetime(_ options: ReadingOptions) -> Reading {
        let pattern = #"^(.*?)(?:(?:T| ?, ?| à | )(\d{1,2})[:h](\d{2})(?::(\d{2}(?:[.,]\d+)?))?"# + zone + ")?$"
        return Reading(type: "TIMESTAMP", kind: "datetime") { text in
            "regexp_extract(\(Text.spaced(text)), \(.constant(pattern)), ['day', 'hour', 'minute', 'second'], 'i')"
        } value: { parts in
            moment(parts, options)
        }
    }

    private static func moment(_ parts: SQL, _ options: ReadingOptions) -> SQL {
        let second: SQL = "CASE WHEN \(parts).second = '' THEN '00' ELSE replace(\(parts).second, ',', '.') END"
        let day = iso("\(parts).day", options)
        return """
            CASE WHEN \(parts).hour = '' AND \(Text.matches("\(parts).day", #"\d{5}[.,]\d+"#))
            THEN CAST(\(zero(options)) AS TIMESTAMP)
            + to_seconds(round(86400 * TRY_CAST(replace(\(parts).day, ',', '.') AS DOUBLE)))
            WHEN \(parts).hour = '' THEN TRY_CAST(\(day) AS TIMESTAMP)
            ELSE TRY_CAST(\(day) || ' ' || \(parts).hour || ':' || \(parts).minute || ':' || \(second) AS TIMESTAMP) END
            """
    }

    /// The day spreadsheets count from; the 1900 system has one day too many, which no date of this range meets.
    private static func zero(_ options: ReadingOptions) -> SQL {
        options.isFrom1904 ? "DATE '1904-01-01'" : "DATE '1899-12-30'"
    }

    /// A date or a moment in the town's own format.
    static func formatted(_ format: String, like reading: Reading) -> Reading {
        Reading(type: reading.type, kind: "\(reading.kind) \(format)", prepared: Text.spaced) { text in
            "CAST(try_strptime(\(text), \(value: .text(format))) AS \(.trusted(reading.type)))"
        }
    }

    private static let seconds = #"(?::\d{2}(?:[.,]\d+)?)?"#
    private static let zone = #"(?: ?[Zz]|[+-]\d{2}:?\d{2})?"#

    /// The day as `yyyy-mm-dd`, null when no form fits. Of a spreadsheet's days, 20000 to 60000 are read: 1954 to 2064.
    private static func iso(_ day: SQL, _ options: ReadingOptions) -> SQL {
        let turned = options.isMonthFirst ? SQL.constant(#"\3-\1-\2"#) : .constant(#"\3-\2-\1"#)
        let pivot = SQL.trusted(String(options.pivot))
        return """
            CASE WHEN \(Text.matches(day, #"\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}"#))
            THEN replace(replace(\(day), '/', '-'), '.', '-')
            WHEN \(Text.matches(day, #"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}"#))
            THEN regexp_replace(\(day), '^(\\d+).(\\d+).(\\d+)$', \(turned))
            WHEN \(Text.matches(day, #"\d{1,2}/\d{1,2}/\d{2}|\d{1,2}-\d{1,2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2}"#))
            THEN CASE WHEN TRY_CAST(right(\(day), 2) AS INTEGER) < \(pivot) THEN '20' ELSE '19' END
            || regexp_replace(\(day), '^(\\d+).(\\d+).(\\d+)$', \(turned))
            WHEN \(Text.matches(day, #"(19|20)\d{6}"#)) THEN regexp_replace(\(day), '^(....)(..)(..)$', '\\1-\\2-\\3')
            WHEN \(Text.matches(day, #"[2-5]\d{4}([.,]\d+)?|60000([.,]0+)?"#))
            THEN CAST(\(zero(options)) + TRY_CAST(left(\(day), 5) AS INTEGER) AS VARCHAR)
            WHEN \(Text.matches(Text.folded(day), written)) THEN \(isoOfWords(Text.folded(day))) END
            """
    }

    private static let months =
        "janv(?:ier|\\.)?|fev(?:r(?:ier|\\.)?|\\.)?|mars|avr(?:il|\\.)?|mai|juin|juil(?:let|\\.)?|aout|sept(?:embre|\\.)?|"
        + "oct(?:obre|\\.)?|nov(?:embre|\\.)?|dec(?:embre|\\.)?"

    /// `31 mars 2024`, `dimanche 31 mars 2024`, `1er avr. 2024`, `31-mars-2024`.
    private static let written =
        "(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\\d{1,2}(?:er)?[ -](?:" + months + ")[ -]\\d{4}"

    private static func isoOfWords(_ day: SQL) -> SQL {
        """
        right(\(day), 4) || '-' || list_position(['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov',
        'dec'], regexp_extract(\(day), '[ -](juin|juil|jan|fev|mar|avr|mai|aou|sep|oct|nov|dec)[a-z.]*[ -]', 1)) || '-' ||
        regexp_extract(\(day), '\\d{1,2}')
        """
    }
}
