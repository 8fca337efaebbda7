package import DuckDB
internal import Territory

/// Looks for mends of refused cells. A value that is refused once is refused everywhere in its column: mends are sought for
/// distinct values, proposed by `MendRegistry`, tried by the schema's own plan, and kept in a table of the engine.
///
/// Shape of the table: `field, old, new, mend, is_safe`, one line for each field and old value.
package struct RepairSearch {
    let schema: SchemaDescriptor
    /// The quoted schema of the engine where tables are kept.
    let work: String
    let connection: Connection

    package init(_ schema: SchemaDescriptor, in work: String, _ connection: Connection) {
        self.schema = schema
        self.work = work
        self.connection = connection
    }

    /// The table.
    package var table: String { "\(work).repairs" }

    /// Fills the table from a log of findings.
    package func run(_ findings: Relation) throws {
        try connection.execute(
            "CREATE OR REPLACE TABLE \(table) (field VARCHAR, old VARCHAR, new VARCHAR, mend VARCHAR, is_safe BOOLEAN)")
        let broken = "SELECT field, value FROM (\(findings.sql)) AS findings WHERE severity = 'error' AND _row IS NOT NULL"
        let names = try connection.rows(
            "SELECT DISTINCT field FROM (\(broken)) AS broken WHERE value IS NOT NULL", findings.parameters)
        let fields = Set(names.compactMap { $0.text("field") })
        for field in schema.fields where fields.contains(field.name) {
            try connection.execute(
                """
                CREATE OR REPLACE TABLE \(work).broken AS SELECT DISTINCT value AS old,
                trim(regexp_replace(value, '[\\s\\x{A0}\\x{2000}-\\x{200B}\\x{202F}\\x{3000}\\x{FEFF}]+', ' ', 'g')) AS text
                FROM (\(broken)) AS broken WHERE field = ? AND value IS NOT NULL
                """, findings.parameters + [.text(field.name)])
            try propose(field)
        }
    }

    /// What becomes of each refused value, by field: as many values as a recipe bears.
    package func values(withLikely: Bool) throws(EngineFault) -> [String: [(old: String, new: String)]] {
        let rows = try connection.rows(
            "SELECT field, old, new FROM \(table) WHERE \(withLikely ? "true" : "is_safe") "
                + "QUALIFY row_number() OVER (PARTITION BY field ORDER BY old) <= 500 ORDER BY field, old")
        return Dictionary(grouping: rows) { $0.text("field") ?? "" }.mapValues { rows in
            rows.map { ($0.text("old") ?? "", $0.text("new") ?? "") }
        }
    }

    private func propose(_ field: FieldDescriptor) throws {
        let mends = MendRegistry.mends.compactMap { mend in mend.proposal(for: field, of: schema).map { (mend.name, $0) } }
        let proposals = mends.enumerated().map { rank, mend in
            "SELECT old, \(mend.1.value) AS new, \(constant(mend.0)) AS mend, \(mend.1.isSafe) AS is_safe, \(rank) AS rank "
                + "FROM \(work).broken"
        }
        try connection.execute(
            """
            CREATE OR REPLACE TABLE \(work).proposals AS SELECT row_number() OVER () AS id, *
            FROM (\(proposals.joined(separator: "\nUNION ALL "))) AS proposals WHERE new <> '' AND new <> old
            """)
        let trial = FindingLog(schema: work, table: "trial")
        try trial.create(connection)
        let tried = Relation(
            sql: "SELECT new AS tried, NULL AS _source, id AS _row FROM \(work).proposals", columns: [Relation.Column("tried")])
        try SchemaPlan(schema.only(field), over: tried, titles: [field.name]).checkRows(in: work, trial, connection)
        try connection.execute(
            """
            INSERT INTO \(table) SELECT \(constant(field.name)), old, new, mend, coalesce(is_safe, false) FROM \(work).proposals
            WHERE id NOT IN (SELECT _row FROM (\(trial.relation.sql)) AS trial)
            QUALIFY row_number() OVER (PARTITION BY old ORDER BY coalesce(is_safe, false) DESC, rank) = 1
            """)
    }
}

extension SchemaDescriptor {
    /// The schema of one field, with the checks that look at nothing else.
    func only(_ field: FieldDescriptor) -> SchemaDescriptor {
        let checks = customChecks.filter { check in
            check.parameters["column"]?.text == field.name
                && !check.parameters.keys.contains { ["column2", "columns", "othercolumns"].contains($0) }
        }
        return SchemaDescriptor(fields: [field], missingValues: missingValues, customChecks: checks)
    }
}
