internal import Foundation

/// A verdict in the shape of Validata's report, for portals that read it: `specs` of validata-core 0.9.7, without the table
/// itself, and with counts that are exact. As there, a thousand errors at most are written out, and `partial` says so.
package struct ValidataReport: Encodable {
    /// As many errors as Validata tells.
    package static let limit = 1_000

    /// How many there are.
    struct Counts: Encodable {
        let errors: Int
        var tasks: Int?
    }

    /// What was read.
    struct Resource: Encodable {
        struct Layout: Encodable {
            let headerCase = true
        }
        struct Stats: Encodable {
            let fields: Int
        }
        let name: String
        let profile = "tabular-data-resource"
        let scheme = ""
        let format = "inline"
        let layout = Layout()
        let stats: Stats
    }

    /// The check of one table.
    struct Task: Encodable {
        let valid: Bool
        let time: Double
        let partial: Bool
        let scope: [String]
        let stats: Counts
        let errors: [ValidataError]
        let structure_warnings: [ValidataWarning]
        let resource: Resource
    }

    /// What a table held that the report needs.
    package struct Contents: Sendable {
        /// The first errors, in the order of the file.
        package let findings: [Finding]
        /// The titles.
        package let labels: [String]
        /// The cells of the rows that findings are about.
        package let cells: [Int: [String]]

        package init(findings: [Finding], labels: [String], cells: [Int: [String]]) {
            self.findings = findings
            self.labels = labels
            self.cells = cells
        }
    }

    let version: String
    let time: Double
    let valid: Bool
    let date: String
    let stats: Counts
    let errors: [ValidataError]
    let tasks: [Task]

    /// - Parameters:
    ///   - seconds: how long the check took.
    ///   - version: the program's.
    package init(
        _ report: Report, _ contents: Contents, of file: String, against schema: SchemaDescriptor, seconds: Double,
        version: String
    ) {
        let told = contents.findings.compactMap { finding in
            ValidataError(finding, schema, labels: contents.labels, cells: finding.row.flatMap { contents.cells[$0] })
        }
        self.version = version
        time = (seconds * 1000).rounded() / 1000
        valid = report.isConform
        date = Date().formatted(.iso8601)
        stats = Counts(errors: report.errors, tasks: 1)
        errors = []
        let warnings = report.groups.flatMap(\.examples).compactMap { ValidataWarning($0) }
        tasks = [
            Task(
                valid: report.isConform, time: time, partial: report.errors > told.count, scope: Self.scope(schema),
                stats: Counts(errors: report.errors), errors: told, structure_warnings: warnings,
                resource: Resource(name: file, stats: Resource.Stats(fields: contents.labels.count)))
        ]
    }

    private static func scope(_ schema: SchemaDescriptor) -> [String] {
        [
            "blank-label", "incorrect-label", "missing-required-header", "blank-row", "extra-cell", "missing-cell", "type-error",
            "constraint-error", "unique-error", "primary-key-error", "foreign-key-error",
        ] + schema.customChecks.map(\.name)
    }
}
