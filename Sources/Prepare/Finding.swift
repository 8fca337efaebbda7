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
        """
        SELECT \(text: kind.code) AS code, \(text: weight) AS severity, _source, _row,
        \(text: field) AS field, \(value) AS value, \(detail) AS detail FROM \(source) WHERE \(condition)
        """
    }

    /// The findings of many kinds over the same rows, in one reading of them.
    static func among(_ source: SQL, _ tests: [(finding: Finding, condition: SQL)]) -> [SQL] {
        if tests.isEmpty { return [] }
        let told = tests.map { finding, condition -> SQL in
            """
            CASE WHEN \(condition) THEN {'code': \(text: finding.kind.code), 'severity': \(text: finding.weight),
            'field': \(text: finding.field), 'value': \(finding.value), 'detail': \(finding.detail)} END
            """
        }
        let any = tests.map { SQL("(\($0.condition))") }.joined(" OR ")
        return [
            """
            SELECT told.code AS code, told.severity AS severity, _source, _row, told.field AS field, told.value AS value,
            told.detail AS detail
            FROM (SELECT _source, _row, unnest([\(told.joined(", "))]) AS told FROM \(source) WHERE \(any)) WHERE told IS NOT NULL
            """
        ]
    }

    private var weight: String { (severity ?? kind.severity).rawValue }

    /// The columns of a finding beside `_source` and `_row`.
    static let columns = ["code", "severity", "field", "value", "detail"].map { Relation.Column($0) }
}
