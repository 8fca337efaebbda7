package import DuckDB
internal import Territory

/// Rows with more or fewer cells than titles. Reading a text file finds them, one finding each; a verdict counts cells.
package enum RaggedRows {
    static let kinds = [missing, extra]
    static let missing = FindingKind(
        code: "check.missing-cell", severity: .error,
        what: Bilingual(fr: "la ligne n'a pas de cellule pour « {field} »", en: "the row has no cell for \"{field}\""),
        remedy: Bilingual(
            fr: "Ajoutez à la ligne les séparateurs qui lui manquent", en: "Add the delimiters that the row lacks"))
    static let extra = FindingKind(
        code: "check.extra-cell", severity: .error,
        what: Bilingual(
            fr: "la ligne a une cellule de trop, n° {detail} : {value}",
            en: "the row has a cell too many, number {detail}: {value}"),
        remedy: Bilingual(
            fr: "Protégez par des guillemets la cellule qui contient le séparateur, ou retirez les cellules en trop",
            en: "Put quotes around the cell that holds the delimiter, or remove the extra cells"))

    /// The collector's findings of other kinds, as they are.
    package static func others(_ collected: Relation) -> Relation {
        Relation(
            sql: "SELECT * FROM (\(collected.sql)) AS collected WHERE code NOT IN ('collect.short-row', 'collect.long-row')",
            parameters: collected.parameters, columns: [])
    }

    /// One finding for each cell, from those of the collector, whose `detail` is the number of cells.
    ///
    /// - Parameters:
    ///   - collected: a relation of the collector's findings.
    ///   - labels: the titles in their order.
    package static func findings(_ collected: Relation, labels: [String]) -> Relation {
        let names = "[\(labels.map { constant($0) }.joined(separator: ", "))]"
        let count = "CAST(detail AS BIGINT)"
        return Relation(
            sql: """
                WITH ragged AS MATERIALIZED (\(collected.sql))
                SELECT \(constant(missing.code)) AS code, 'error' AS severity, _source, _row,
                    unnest(\(names)[\(labels.count) - \(count) + 1:]) AS field, NULL AS value, NULL AS detail
                FROM ragged WHERE code = 'collect.short-row'
                UNION ALL
                SELECT \(constant(extra.code)), 'error', _source, _row, NULL, value,
                    CAST(unnest(range(\(labels.count) + 1, \(labels.count) + \(count) + 1)) AS VARCHAR)
                FROM ragged WHERE code = 'collect.long-row'
                """, parameters: collected.parameters, columns: [])
    }
}
