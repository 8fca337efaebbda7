internal import DuckDB
internal import Territory

// Days as spreadsheets count them, declared: a number says nothing by itself.
extension Reading {
    /// `45382` is 31 March 2024; the time of day is left out.
    static func serialDate(_ options: ReadingOptions) -> Reading {
        Reading(type: "DATE", kind: ReadingKind.excelDate.rawValue) { text in
            serial(text)
        } value: { day in
            "\(origin(of: day, options)) + CAST(floor(\(day)) AS INTEGER)"
        }
    }

    /// `45382.5` is noon of that day, to the second.
    static func serialDatetime(_ options: ReadingOptions) -> Reading {
        Reading(type: "TIMESTAMP", kind: ReadingKind.excelDatetime.rawValue) { text in
            serial(text)
        } value: { day in
            "CAST(\(origin(of: day, options)) AS TIMESTAMP) + to_seconds(round(86400 * \(day)))"
        }
    }

    private static func serial(_ text: SQL) -> SQL {
        let plain: SQL = "replace(\(Text.spaced(text)), ',', '.')"
        return #"CASE WHEN \#(Text.matches(plain, #"\d{1,7}(?:\.\d+)?"#)) THEN TRY_CAST(\#(plain) AS DOUBLE) END"#
    }

    /// The day that is zero; null for a number that is no day. ECMA-376 part 1, 18.17.4.1: the 1900 system has a 29 February
    /// 1900 that never was (day 60), and ends on 31 December 9999.
    private static func origin(of day: SQL, _ options: ReadingOptions) -> SQL {
        options.isFrom1904
            ? "CASE WHEN \(day) < 2957004 THEN DATE '1904-01-01' END"
            : """
            CASE WHEN \(day) >= 1 AND \(day) < 60 THEN DATE '1899-12-31'
            WHEN \(day) >= 61 AND \(day) < 2958466 THEN DATE '1899-12-30' END
            """
    }
}
