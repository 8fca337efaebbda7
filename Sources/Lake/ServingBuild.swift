internal import DuckDB
internal import Foundation

/// Makes the file of a serving copy: beside, then renamed, so that a copy is there whole or not at all.
struct ServingBuild {
    let copy: ServingCopy
    let version: Version
    let layout: ServingLayout

    /// The rows are read from the version's snapshot, in the order of their files.
    func make(_ session: LakeSession) throws {
        let folder = copy.file.deletingLastPathComponent()
        let part = folder.appending(path: ".\(copy.dataset).\(copy.version).\(getpid()).part")
        try? FileManager.default.removeItem(at: part)
        let connection = session.connection
        try connection.execute("ATTACH \(literal(part.path)) AS serving_part")
        do {
            try fill(session)
            try connection.execute("DETACH serving_part")
        } catch {
            connection.conclude("DETACH serving_part")
            try? FileManager.default.removeItem(at: part)
            throw error
        }
        guard rename(part.path, copy.file.path) == 0 else {
            throw LakeFault(.notCopied, subject: copy.dataset, facts: ["reason": String(cString: strerror(errno))])
        }
    }

    private func fill(_ session: LakeSession) throws(EngineFault) {
        let connection = session.connection
        let relation = try session.relation(version)
        let columns = try ServingColumns(relation, layout, connection)
        for name in columns.coded { try makeCodes(of: name, in: table(session), connection) }
        let own =
            columns.declarations + [
                "_source VARCHAR", "_row BIGINT", "\(Self.rowName) VARCHAR USING COMPRESSION uncompressed",
            ]
        let bounds = columns.bounded.map { ServingBounds(of: $0) }
        if !bounds.isEmpty { try connection.load("spatial") }
        let codes = columns.coded.map {
            "\(identifier(ServingCopy.codes(of: $0))) \(Self.catalog).\(identifier(ServingCopy.codes(of: $0)))"
        }
        try connection.execute(
            "CREATE TABLE \(Self.data) (\((own + codes + bounds.flatMap(\.declarations)).joined(separator: ", ")))")
        let names = (relation.columns.map(\.name) + Relation.provenance.map(\.name)).map { identifier($0) }
        let values = names + [digest(of: relation.columns.map(\.name))] + columns.coded.map { identifier($0) }
        try connection.execute(
            "INSERT INTO \(Self.data) SELECT \((values + bounds.flatMap(\.values)).joined(separator: ", ")) FROM \(table(session)) ORDER BY _source, _row, rowid"
        )
        try tellRepeatedApart(connection)
        for (place, name) in ([ServingCopy.identifier] + columns.indexed).enumerated() {
            try connection.execute("CREATE INDEX sought_\(place) ON \(Self.data) (\(identifier(name)))")
        }
        if layout.indexesWords { try indexWords(of: relation.columns, connection) }
        try tell(columns, connection)
    }

    /// The words of each text, without case nor accents, in their order: one word is found, or the words of one beginning, by
    /// reading a few blocks.
    private func indexWords(of columns: [Relation.Column], _ connection: Connection) throws(EngineFault) {
        let texts = columns.filter { $0.type.hasPrefix("VARCHAR") && !layout.shapes.contains($0.name) }
        try connection.execute("CREATE TABLE \(Self.catalog).unsorted (word VARCHAR, field VARCHAR, row BIGINT)")
        for column in texts {
            let name: SQL = "\(name: column.name)", text: SQL = column.isText ? name : "array_to_string(\(name), ' | ')"
            try connection.execute(
                """
                INSERT INTO \(Self.catalog).unsorted SELECT DISTINCT word, \(literal(column.name)), row FROM (
                    SELECT unnest(\(SQL.words(ofFolded: .folded(text)).text)) AS word, rowid AS row
                    FROM \(Self.data)) WHERE word <> ''
                """)
        }
        try connection.execute(
            "CREATE TABLE \(ServingCopy.words(in: Self.catalog)) AS FROM \(Self.catalog).unsorted ORDER BY word, row")
        try connection.execute("DROP TABLE \(Self.catalog).unsorted")
    }

    private static let catalog = "serving_part.main"
    private static let data = "\(catalog).data"
    private static let rowName = identifier(ServingCopy.identifier)

    /// The current rows need no way back to a snapshot.
    private func table(_ session: LakeSession) -> String {
        version.isCurrent ? LakeSession.table(version.dataset) : session.table(of: version)
    }

    /// SQL of what tells a row apart. A unit separator stands between values, and a mark for those that are not there: no two
    /// rows read the same.
    private func digest(of names: [String]) -> String {
        let telling = layout.key.isEmpty || !Set(names).isSuperset(of: layout.key) ? names : layout.key
        let values = telling.map { "coalesce(CAST(\(identifier($0)) AS VARCHAR), chr(0))" }.joined(separator: ", ")
        return "sha1(concat_ws(chr(31), \(values.isEmpty ? "''" : values)))"
    }

    /// The type of the codes of a column, in the order of its values.
    private func makeCodes(of name: String, in table: String, _ connection: Connection) throws(EngineFault) {
        let column = identifier(name)
        try connection.execute(
            """
            CREATE TYPE \(Self.catalog).\(identifier(ServingCopy.codes(of: name)))
            AS ENUM (SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL ORDER BY 1)
            """)
    }

    private func tell(_ columns: ServingColumns, _ connection: Connection) throws(EngineFault) {
        try connection.execute(
            """
            CREATE TABLE \(Self.catalog).about AS
            SELECT ? AS dataset, ?::BIGINT AS version, ? AS run, ? AS committed, count(*) AS row_count, ?::BOOLEAN AS has_words
            FROM \(Self.data)
            """,
            [.text(copy.dataset), SQLValue(copy.version), .text(copy.run), .text(version.time), .boolean(layout.indexesWords)])
        let counts = columns.coded.map { name in
            let type = "\(Self.catalog).\(identifier(ServingCopy.codes(of: name)))"
            return "SELECT \(literal(name)) AS field, len(enum_range(NULL::\(type))) AS codes"
        }
        let none = "SELECT '' AS field, 0::BIGINT AS codes WHERE FALSE"
        try connection.execute(
            "CREATE TABLE \(Self.catalog).facets AS \((counts + [none]).joined(separator: " UNION ALL "))")
        let bounded = columns.bounded.map { literal($0) }.joined(separator: ", ")
        try connection.execute(
            "CREATE TABLE \(Self.catalog).bounds AS SELECT unnest(CAST([\(bounded)] AS VARCHAR[])) AS field")
    }

    /// The first of several equal rows keeps its identifier; the others get one of their own, the same at every build.
    private func tellRepeatedApart(_ connection: Connection) throws(EngineFault) {
        let table = Self.data, name = Self.rowName
        try connection.execute(
            """
            UPDATE \(table) SET \(name) = sha1(concat_ws(chr(31), \(name), again.occurrence))
            FROM (SELECT rowid AS place, row_number() OVER (PARTITION BY \(name) ORDER BY rowid) AS occurrence FROM \(table)
                  WHERE \(name) IN (SELECT \(name) FROM \(table) GROUP BY \(name) HAVING count(*) > 1)) AS again
            WHERE data.rowid = again.place AND again.occurrence > 1
            """)
    }
}
