internal import DuckDB

// Ranges, frequent values and patterns: what a profile says of each column beyond its counts.
extension Survey {
    /// The least and the greatest value of a column, as people would read them, and the mean of numbers.
    struct Range {
        let least: String
        let greatest: String
        let mean: Double?
        let sum: Double?
    }

    /// A number or a date of a text, for ranges only: recipes read them with more care.
    static func read(_ type: ColumnType, _ text: String) -> String {
        if type.isDate {
            let formats = "['%Y-%m-%d', '%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%y', '%d-%m-%y']"
            return "CAST(coalesce(TRY_CAST(\(text) AS DATE), try_strptime(\(text), \(formats))) AS DATE)"
        }
        let bare = "replace(regexp_replace(\(text), '[^0-9,.eE+-]', '', 'g'), ',', '.')"
        return "coalesce(TRY_CAST(\(text) AS DOUBLE), TRY_CAST(\(bare) AS DOUBLE))"
    }

    /// The ranges of the columns that have one: from `words` where it is whole, in one scan of the rows for the others.
    func ranges() throws -> [Int: Range] {
        var ranges: [Int: Range] = [:]
        for column in columns where column.type.isMeasured && column.isWhole {
            let value = Self.read(column.type, "plain")
            let sum = column.type.isNumber ? "sum(value * n), sum(value * n) / sum(n)" : "NULL, NULL"
            let row = try connection.row(
                "SELECT min(value), max(value), \(sum) FROM (SELECT \(value) AS value, n FROM \(words) WHERE col = \(column.index))"
            )
            ranges[column.index] = Self.range(row?.values ?? [])
        }
        let others = columns.filter { $0.type.isMeasured && !$0.isWhole }
        guard !others.isEmpty else { return ranges }
        let tests = others.map { column in
            let value = Self.read(column.type, identifier(column.name))
            return "min(\(value)), max(\(value)), " + (column.type.isNumber ? "sum(\(value)), avg(\(value))" : "NULL, NULL")
        }
        let values = try connection.row("SELECT \(tests.joined(separator: ", ")) FROM \(data)")?.values ?? []
        for (index, column) in others.enumerated() where values.count >= index * 4 + 4 {
            ranges[column.index] = Self.range(Array(values[(index * 4)..<(index * 4 + 4)]))
        }
        return ranges
    }

    private static func range(_ values: [SQLValue]) -> Range? {
        guard values.count == 4, let least = values[0].text, let greatest = values[1].text else { return nil }
        return Range(
            least: trimmed(least), greatest: trimmed(greatest), mean: values[3].text.flatMap { Double($0) },
            sum: values[2].text.flatMap { Double($0) })
    }

    /// `12.0` is 12.
    private static func trimmed(_ number: String) -> String { number.hasSuffix(".0") ? String(number.dropLast(2)) : number }

    /// Values and how often they stand, the most frequent first; by column.
    func frequent(_ limit: Int) throws -> [Int: [(value: String, count: Int)]] {
        try ranked(
            "SELECT col, value, CAST(n AS BIGINT) AS n, row FROM \(words) WHERE plain <> ''", limit)
    }

    /// Shapes of values, the most frequent first: `99/99/9999`, `Aa 9`; by column.
    func patterns(_ limit: Int) throws -> [Int: [(value: String, count: Int)]] {
        let letters = "regexp_replace(regexp_replace(plain, '\\p{Lu}+', 'A', 'g'), '\\p{Ll}+', 'a', 'g')"
        let shape = "regexp_replace(regexp_replace(\(letters), '(?:A?a ){3,}', 'a … ', 'g'), '[0-9]', '9', 'g')"
        return try ranked(
            """
            SELECT col, shape AS value, CAST(sum(n) AS BIGINT) AS n, min(row) AS row FROM (SELECT col, n, row, \(shape) AS shape
            FROM \(words) WHERE plain <> '' AND length(plain) <= 40) GROUP BY col, shape
            """, limit)
    }

    private func ranked(_ counted: String, _ limit: Int) throws -> [Int: [(value: String, count: Int)]] {
        let rows = try connection.rows(
            """
            SELECT col, value, n FROM (\(counted))
            QUALIFY row_number() OVER (PARTITION BY col ORDER BY n DESC, row, value) <= \(limit) ORDER BY col, n DESC, row, value
            """)
        return Dictionary(grouping: rows) { $0.integer("col") ?? -1 }.reduce(into: [:]) { found, entry in
            guard let column = columns.first(where: { $0.index == entry.key }) else { return }
            found[entry.key] = entry.value.map { ($0.text("value") ?? "", column.scaled($0.integer("n") ?? 0)) }
        }
    }
}
