internal import DuckDB
internal import Foundation
internal import Territory

/// A column as numbers: as it is when it is typed, else its text read as French amounts.
struct Figure {
    let column: Relation.Column
    private let piece: String

    /// - Parameter piece: the name `prepared` is given in an inner query.
    init(_ column: Relation.Column, as piece: String) {
        self.column = column
        self.piece = piece
    }

    /// `, … AS piece` for each text column.
    static func prepared(_ figures: [Figure]) -> SQL {
        figures.filter { !$0.column.isNumber }
            .map { SQL(", \(Reading.amount.prepared(Text.of($0.column))) AS \(name: $0.piece)") }.joined("")
    }

    /// The number, null when there is none.
    var value: SQL { column.isNumber ? "\(name: column.name)" : Reading.amount.value("\(name: piece)") }
}

/// The comparison of total rows with the sums of the rows they cover.
struct TotalRows {
    /// Whether a row is a total.
    let says: SQL
    let columns: [Relation.Column]
    /// Whether the town named the columns: a total that cannot be read is then told as well.
    let areChosen: Bool
    let coversTable: Bool

    /// Whether one of the cells has the pattern, case, accents and edge spaces aside.
    static func says(_ columns: [Relation.Column], _ pattern: String) -> SQL {
        let plain = pattern.folding(options: .diacriticInsensitive, locale: nil)
        let tests = columns.map { column -> SQL in
            "coalesce(regexp_matches(strip_accents(\(Text.spaced(Text.of(column)))), \(text: plain), 'i'), false)"
        }
        return "(\(tests.joined(" OR ")))"
    }

    /// The totals that are not the sum of what they cover, with that sum.
    func finding(_ input: StepInput) -> SQL {
        let cells = columns.indices.map { index -> SQL in
            let number = SQL.trusted(String(index + 1))
            // A block without rows: the total covers the whole file.
            let covered: SQL = "CASE WHEN own._source IS NOT NULL THEN own.sum_\(number) ELSE whole.sum_\(number) END"
            return """
                struct_pack(field := \(text: columns[index].name), value := totals.text_\(number),
                figure := CAST(totals.figure_\(number) AS DOUBLE), sum := CAST(\(covered) AS DOUBLE),
                detail := CAST(coalesce(\(covered), 0) AS VARCHAR))
                """
        }
        let differs: SQL = "abs(cell.figure - coalesce(cell.sum, 0)) >= 0.005"
        let condition: SQL =
            areChosen
            ? "NOT \(Text.isBlank("cell.value")) AND (cell.figure IS NULL OR \(differs))" : "cell.sum IS NOT NULL AND \(differs)"
        let weight = FindingKind.totalDiffers.severity.rawValue
        return """
            SELECT \(text: FindingKind.totalDiffers.code) AS code, \(text: weight) AS severity, _source, _row, cell.field AS field,
            cell.value AS value, cell.detail AS detail FROM (
                WITH figures AS (\(figures(input))), sums AS (\(sums))
                SELECT totals._source, totals._row, unnest([\(cells.joined(", "))]) AS cell FROM figures AS totals
                LEFT JOIN (FROM sums WHERE block IS NOT NULL) AS own
                    ON own._source = totals._source AND own.block = totals.block AND \(coversTable ? "false" : "true")
                LEFT JOIN (FROM sums WHERE block IS NULL) AS whole ON whole._source = totals._source
                WHERE totals.is_total)
            WHERE \(condition)
            """
    }

    /// Each row: whether it is a total, how many totals stand before it, its figures and their texts. In a window, `count(*)
    /// FILTER` counts all rows anew for each row (DuckDB 1.5.5): `count(CASE …)` does not.
    private func figures(_ input: StepInput) -> SQL {
        let read = columns.enumerated().map { Figure($1, as: input.fresh("read_\($0 + 1)")) }
        let isTotal = input.fresh("is_total")
        let list = read.enumerated().map { index, figure -> SQL in
            let number = SQL.trusted(String(index + 1))
            return "\(figure.value) AS figure_\(number), \(Text.of(figure.column)) AS text_\(number)"
        }
        return """
            SELECT _source, _row, \(name: isTotal) AS is_total, \(list.joined(", ")),
            count(CASE WHEN \(name: isTotal) THEN 1 END) OVER (PARTITION BY _source ORDER BY \(input.order)
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS block
            FROM (SELECT *, \(says) AS \(name: isTotal)\(Figure.prepared(read)) FROM \(input.rows))
            """
    }

    /// The sums of each block, and, where the block is null, of each file.
    private var sums: SQL {
        let list = columns.indices.map { index -> SQL in
            let number = SQL.trusted(String(index + 1))
            return "sum(figure_\(number)) AS sum_\(number)"
        }
        return """
            SELECT _source, block, \(list.joined(", ")) FROM figures WHERE NOT is_total
            GROUP BY GROUPING SETS ((_source, block), (_source))
            """
    }
}
