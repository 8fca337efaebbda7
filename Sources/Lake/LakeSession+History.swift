package import DuckDB
internal import Foundation

extension LakeSession {
    /// The current version of a dataset, if it has one.
    package func head(of dataset: String) throws(EngineFault) -> Head? {
        try heads(where: "dataset = ?", [.text(dataset)])[dataset]
    }

    /// The current version of every dataset.
    package func heads() throws(EngineFault) -> [String: Head] { try heads(where: "true", []) }

    private func heads(where predicate: String, _ values: [SQLValue]) throws(EngineFault) -> [String: Head] {
        let rows = try connection.rows(
            "SELECT dataset, version, run, fingerprint FROM \(LakeTables.heads) WHERE \(predicate)", values)
        return Dictionary(
            rows.map {
                (
                    $0.text("dataset") ?? "",
                    Head(
                        version: $0.integer("version") ?? 0, run: $0.text("run") ?? "", fingerprint: $0.text("fingerprint") ?? "")
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The versions of a dataset, the latest first.
    package func history(of dataset: String) throws(EngineFault) -> [Version] {
        try versions(where: "r.dataset = ?", [.text(dataset)])
    }

    /// The current version of every dataset, at once: the lake's snapshots are gone through for one as for all.
    func currentVersions() throws(EngineFault) -> [String: Version] {
        let current = try versions(where: "(r.dataset, r.version) IN (SELECT (dataset, version) FROM \(LakeTables.heads))", [])
        return Dictionary(current.map { ($0.dataset, $0) }) { first, _ in first }
    }

    private func versions(where predicate: String, _ values: [SQLValue]) throws(EngineFault) -> [Version] {
        let rows = try connection.rows(
            """
            SELECT r.dataset, r.version, r.author, r.message, r.run, r.row_count, r.added, r.removed,
                   r.version = max(r.version) OVER (PARTITION BY r.dataset) AS is_current, s.snapshot_id,
                   (SELECT count(*) FROM \(LakeTables.findings) f WHERE f.run = r.run AND f.severity = 'error') AS errors,
                   CAST(coalesce(s.snapshot_time AT TIME ZONE 'UTC', r.finished) AS VARCHAR) AS committed
            FROM \(LakeTables.runs) r
            LEFT JOIN (SELECT snapshot_id, snapshot_time, commit_extra_info ->> 'run' AS run FROM lake.snapshots()
                       WHERE commit_extra_info IS NOT NULL) s USING (run)
            WHERE \(predicate) AND r.outcome = 'version' ORDER BY r.version DESC
            """, values)
        return rows.map {
            Version(
                dataset: $0.text("dataset") ?? "", number: $0.integer("version") ?? 0, snapshot: $0.integer("snapshot_id"),
                isCurrent: $0["is_current"] == .boolean(true),
                time: $0.text("committed") ?? "", author: $0.text("author") ?? "", message: $0.text("message") ?? "",
                run: $0.text("run") ?? "", rows: $0.integer("row_count") ?? 0, added: $0.integer("added") ?? 0,
                removed: $0.integer("removed") ?? 0, errors: $0.integer("errors") ?? 0)
        }
    }

    /// Which version is meant: by number, or the one that was current at a date.
    package func version(_ choice: VersionChoice, of dataset: String) throws -> Version {
        let versions = try history(of: dataset)
        guard let latest = versions.first else { throw LakeFault(.noVersion, subject: dataset) }
        let found =
            switch choice {
            case .latest: latest
            case .number(let number): versions.first { $0.number == number }
            case .date(let date): versions.first { $0.time <= date }
            }
        if case .date = choice, found == nil, let first = versions.last {
            throw LakeFault(
                .beforeFirst, subject: dataset, facts: ["version": choice.description, "first": String(first.time.prefix(19))])
        }
        guard let found else {
            throw LakeFault(
                .unknownVersion, subject: dataset,
                facts: ["version": choice.description, "versions": versions.map { String($0.number) }.joined(separator: ", ")])
        }
        guard found.isKept else {
            throw LakeFault(.expiredVersion, subject: dataset, facts: ["version": String(found.number)])
        }
        return found
    }

    /// The rows of a version, in the order of their files.
    package func relation(_ version: Version) throws(EngineFault) -> Relation {
        let table = table(of: version)
        let columns = try connection.columns(of: "SELECT * FROM \(table)").filter { column in
            !Relation.provenance.contains { $0.name == column.name }
        }
        return Relation(table: table, columns: columns)
    }

    /// The dataset's table as it was at a version, quoted.
    func table(of version: Version) -> String {
        LakeSession.table(version.dataset) + (version.snapshot.map { " AT (VERSION => \($0))" } ?? "")
    }
}

/// How a version is asked for.
package enum VersionChoice: Sendable, Hashable, CustomStringConvertible {
    case latest
    case number(Int)
    /// A UTC date or timestamp, complete enough to be compared as text: `2025-03-31` means its end.
    case date(String)

    /// Reads `3` or `2025-03-31` or `2025-03-31 08:00`.
    package init?(_ text: String) {
        if let number = Int(text) {
            self = .number(number)
        } else if text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil {
            self = .date(text + " 24")
        } else if text.wholeMatch(of: #/\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?/#) != nil {
            self = .date(text.replacing("T", with: " "))
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .latest: "latest"
        case .number(let number): String(number)
        case .date(let date): date.hasSuffix(" 24") ? String(date.dropLast(3)) : date
        }
    }
}
