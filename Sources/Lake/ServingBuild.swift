internal import DuckDB
internal import Foundation

/// Makes the file of a serving copy: beside, then renamed, so that a copy is there whole or not at all.
struct ServingBuild {
    let copy: ServingCopy
    let version: Version
    /// The columns that tell rows apart; the whole row when empty.
    let key: [String]

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
        // The current rows need no way back to a snapshot.
        let table = version.isCurrent ? LakeSession.table(version.dataset) : session.table(of: version)
        let names = try session.relation(version).columns.map(\.name)
        let telling = key.isEmpty || !Set(names).isSuperset(of: key) ? names : key
        // A unit separator stands between values, and a mark for those that are not there: no two rows read the same.
        let values = telling.map { "coalesce(CAST(\(identifier($0)) AS VARCHAR), chr(0))" }.joined(separator: ", ")
        let digest = "sha1(concat_ws(chr(31), \(values.isEmpty ? "''" : values)))"
        try connection.execute(
            """
            CREATE TABLE serving_part.main.data AS
            SELECT *, \(digest) AS \(identifier(ServingCopy.identifier)) FROM \(table) ORDER BY _source, _row, rowid
            """)
        try tellRepeatedApart(connection)
        try connection.execute("CREATE INDEX identifiers ON serving_part.main.data (\(identifier(ServingCopy.identifier)))")
        try connection.execute(
            """
            CREATE TABLE serving_part.main.about AS
            SELECT ? AS dataset, ?::BIGINT AS version, ? AS run, ? AS committed, count(*) AS row_count FROM serving_part.main.data
            """,
            [.text(copy.dataset), SQLValue(copy.version), .text(copy.run), .text(version.time)])
    }

    /// The first of several equal rows keeps its identifier; the others get one of their own, the same at every build.
    private func tellRepeatedApart(_ connection: Connection) throws(EngineFault) {
        let table = "serving_part.main.data", name = identifier(ServingCopy.identifier)
        try connection.execute(
            """
            UPDATE \(table) SET \(name) = sha1(concat_ws(chr(31), \(name), again.occurrence))
            FROM (SELECT rowid AS place, row_number() OVER (PARTITION BY \(name) ORDER BY rowid) AS occurrence FROM \(table)
                  WHERE \(name) IN (SELECT \(name) FROM \(table) GROUP BY \(name) HAVING count(*) > 1)) AS again
            WHERE data.rowid = again.place AND again.occurrence > 1
            """)
    }
}
