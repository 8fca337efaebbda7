package import DuckDB
package import Territory

/// Every finding as a row for a spreadsheet: where, what in words, how to mend it. The sentences are made by the engine.
package struct FindingsSheet {
    /// The columns, in their order.
    package static let columns = ["file", "row", "field", "value", "severity", "code", "message", "remedy"]

    /// The rows of a log, in the order of the file.
    package static func relation(_ findings: Relation, kinds: [FindingKind], in language: Language) -> Relation {
        let known = Dictionary(kinds.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let sentences = known.values.sorted { $0.code < $1.code }.map { kind in
            let texts = [kind.code, kind.what.text(in: language), kind.remedy.text(in: language)]
            return "(\(texts.map { constant($0) }.joined(separator: ", ")))"
        }
        return Relation(
            sql: """
                SELECT _source AS file, _row AS row, field, value, severity, findings.code, \(filled("what")) AS message,
                \(filled("remedy")) AS remedy
                FROM (\(findings.sql)) AS findings
                LEFT JOIN (VALUES \(sentences.joined(separator: ", "))) AS kinds(code, what, remedy) ON kinds.code = findings.code
                ORDER BY _source, _row NULLS FIRST, field NULLS FIRST, findings.code, value
                """, parameters: findings.parameters, columns: columns.map { Relation.Column($0) })
    }

    /// SQL: a sentence with its facts. The value comes last: braces that it holds are left alone.
    private static func filled(_ template: String) -> String {
        ["detail", "field", "value"].reduce(template) { "replace(\($0), '{\($1)}', coalesce(\($1), ''))" }
    }
}
