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

    /// A finding, and the condition on a row for which it is told.
    typealias Test = (finding: Finding, condition: SQL)

    /// The findings of many kinds over the same rows, in one reading of them.
    static func among(_ source: SQL, _ tests: [Test]) -> SQL {
        """
        \(spread("told")) FROM (SELECT _source, _row, unnest(\(list(tests))) AS told FROM \(source) WHERE \(any(tests)))
        WHERE told IS NOT NULL
        """
    }

    /// This finding over the rows for which a condition holds.
    func among(_ source: SQL, where condition: SQL) -> SQL { Finding.among(source, [(self, condition)]) }

    /// What a row has to tell, as a list; null for the many that have nothing.
    static func told(_ tests: [Test]) -> SQL {
        "CASE WHEN \(any(tests)) THEN list_filter(\(list(tests)), lambda told: told IS NOT NULL) END"
    }

    /// The findings that the lists of a column hold.
    static func listed(in column: SQL, of table: SQL) -> SQL {
        "\(spread("told")) FROM (SELECT _source, _row, unnest(\(column)) AS told FROM \(table) WHERE \(column) IS NOT NULL)"
    }

    /// The columns of a finding beside `_source` and `_row`.
    static let columns = ["code", "severity", "field", "value", "detail"].map { Relation.Column($0) }

    private static func any(_ tests: [Test]) -> SQL {
        tests.map { SQL("(\($0.condition))") }.joined(" OR ")
    }

    private static func list(_ tests: [Test]) -> SQL {
        let told = tests.map { finding, condition -> SQL in
            """
            CASE WHEN \(condition) THEN {'code': \(text: finding.kind.code),
            'severity': \(text: (finding.severity ?? finding.kind.severity).rawValue), 'field': \(text: finding.field),
            'value': \(finding.value), 'detail': \(finding.detail)} END
            """
        }
        return "[\(told.joined(", "))]"
    }

    private static func spread(_ told: SQL) -> SQL {
        """
        SELECT \(told).code AS code, \(told).severity AS severity, _source, _row, \(told).field AS field,
        \(told).value AS value, \(told).detail AS detail
        """
    }
}
