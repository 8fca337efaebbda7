internal import DuckDB
internal import Territory

/// A query that tells what is wrong with the rows of a stage: code, severity, _source, _row, field, value, detail.
struct Finding {
    let kind: FindingKind
    var severity: FindingKind.Severity?
    let field: String
    /// The value as it stood.
    let value: SQL
    var detail: SQL = "CAST(NULL AS VARCHAR)"

    /// The findings of the rows for which `condition` holds.
    func among(_ source: SQL, where condition: SQL) -> SQL {
        let weight = (severity ?? kind.severity).rawValue
        return """
            SELECT \(text: kind.code) AS code, \(text: weight) AS severity, _source, _row,
            \(text: field) AS field, \(value) AS value, \(detail) AS detail FROM \(source) WHERE \(condition)
            """
    }

    /// The columns of a finding beside `_source` and `_row`.
    static let columns = ["code", "severity", "field", "value", "detail"].map { Relation.Column($0) }
}
