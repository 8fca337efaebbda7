internal import Territory

/// French dates to ISO: `05/01/2020`, `5 janvier 2020`, `2020-01-05T00:00:00`.
///
/// Day and month are certain when the day is past the twelfth, or when another refused date of the column says so and none
/// says the contrary.
struct Dates: Mend {
    static let name = "date"
    static let what = Bilingual(fr: "date écrite AAAA-MM-JJ", en: "date written YYYY-MM-DD")

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    ]

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard field.type == DateType.name, ["default", "%Y-%m-%d"].contains(field.format) else { return nil }
        let named =
            #"list_position([\#(months.map { "'\($0)'" }.joined(separator: ", "))], "#
            + #"lower(strip_accents(regexp_extract(text, '^[0-9]{1,2}(?:er)? (\p{L}+) [0-9]{4}$', 1))))"#
        let spelt =
            #"make_date(CAST(regexp_extract(text, '([0-9]{4})$', 1) AS BIGINT), \#(named), CAST(regexp_extract(text, '^([0-9]{1,2})', 1) AS BIGINT))"#
        let value = """
            CASE
            WHEN regexp_full_match(text, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}')
                THEN strftime(try_strptime(regexp_replace(text, '[.-]', '/', 'g'), '%d/%m/%Y'), '%Y-%m-%d')
            WHEN regexp_full_match(text, '[0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}')
                THEN strftime(try_strptime(replace(text, '.', '/'), '%Y/%m/%d'), '%Y-%m-%d')
            WHEN regexp_full_match(text, '(19|20)[0-9]{6}') THEN strftime(try_strptime(text, '%Y%m%d'), '%Y-%m-%d')
            WHEN regexp_full_match(text, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(Z|[+-][0-9:]+)?') THEN substr(text, 1, 10)
            WHEN regexp_full_match(text, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [0-9:]+')
                THEN strftime(try_strptime(split_part(text, ' ', 1), '%d/%m/%Y'), '%Y-%m-%d')
            WHEN \(named) IS NOT NULL THEN strftime(try(\(spelt)), '%Y-%m-%d')
            END
            """
        return Proposal(value: value, isSafe: isSafe)
    }

    private static let isSafe: String = {
        let day = "TRY_CAST(regexp_extract(text, '^([0-9]{1,2})[/.-][0-9]{1,2}[/.-][0-9]{4}', 1) AS INTEGER)"
        let month = "TRY_CAST(regexp_extract(text, '^[0-9]{1,2}[/.-]([0-9]{1,2})[/.-][0-9]{4}', 1) AS INTEGER)"
        // A time that is not midnight would be lost.
        let hasTime =
            "regexp_matches(text, '[T ][0-9]{1,2}:') AND NOT regexp_matches(text, '[T ]0?0:00(:00([.]0+)?)?(Z|[+-]00:?00)?$')"
        return "NOT (\(hasTime)) AND (\(day) IS NULL OR \(day) > 12 OR \(day) = \(month) "
            + "OR (max(\(day)) OVER () > 12 AND max(\(month)) OVER () <= 12))"
    }()
}
