package import DuckDB
internal import Foundation

/// What a version is written from.
package enum VersionContent: Sendable {
    /// A relation to be read once, for a first version that nothing needs to look at twice.
    case relation(Relation)
    /// A table of the engine that holds the whole result; it may be compared with the current version.
    case table(String, columns: [Relation.Column])

    package var columns: [Relation.Column] {
        switch self {
        case .relation(let relation): relation.columns
        case .table(_, let columns): columns
        }
    }

    /// The content as something to read.
    package var relation: Relation {
        switch self {
        case .relation(let relation): relation
        case .table(let table, let columns): Relation(table: table, columns: columns)
        }
    }
}

extension LakeSession {
    /// What a commit did.
    package struct Committed: Sendable {
        package let outcome: TrailEntry.Outcome
        package let version: Int
        package let rows: Int
        package let added: Int
        package let removed: Int
    }

    /// Writes a version, its head and its trail in one transaction. When another node was ahead, everything is compared
    /// and written again; after `tries` the fault says so.
    package func commit(_ content: VersionContent, _ entry: TrailEntry, tries: Int = 8) throws -> Committed {
        for attempt in 1... {
            do {
                return try connection.transaction { try write(content, entry) }
            } catch let fault as EngineFault {
                guard Self.isConflict(fault) else { throw LakeFault(.notWritten, subject: entry.dataset, underlying: fault) }
                guard attempt < tries else {
                    throw LakeFault(
                        .conflict, subject: entry.dataset, facts: ["tries": String(tries)], underlying: fault)
                }
                usleep(.random(in: 10_000...60_000) * UInt32(attempt))
            }
        }
        preconditionFailure("the loop ends by returning or throwing")
    }

    /// Adds a line to the trail about a run that wrote no version.
    package func record(_ entry: TrailEntry) throws(EngineFault) {
        try entry.insert(connection, version: nil, added: 0, removed: 0)
    }

    private func write(_ content: VersionContent, _ entry: TrailEntry) throws -> Committed {
        let head = try head(of: entry.dataset)
        let change = try VersionChange.write(content, to: entry.dataset, hasHead: head != nil, connection)
        let isSame = change.isEmpty && head != nil
        let number = (head?.version ?? 0) + (isSame ? 0 : 1)
        var entry = entry
        entry.outcome = isSame ? .same : .version
        entry.rows = change.rows
        try entry.insert(connection, version: number, added: change.added, removed: change.removed)
        try moveHead(entry, to: number, isNew: head == nil)
        try connection.execute(
            "CALL lake.set_commit_message(?, ?, extra_info => ?)",
            [.text(entry.author), .text(entry.message), .text(Self.extraInfo(entry, number))])
        return Committed(
            outcome: entry.outcome, version: number, rows: change.rows, added: change.added, removed: change.removed)
    }

    private func moveHead(_ entry: TrailEntry, to number: Int, isNew: Bool) throws(EngineFault) {
        let values: [SQLValue] = [SQLValue(number), .text(entry.run), .text(entry.fingerprint), .text(entry.dataset)]
        if isNew {
            try connection.execute(
                "INSERT INTO \(LakeTables.heads) (version, run, fingerprint, dataset) VALUES (?, ?, ?, ?)", values)
        } else {
            try connection.execute(
                "UPDATE \(LakeTables.heads) SET version = ?, run = ?, fingerprint = ? WHERE dataset = ?", values)
        }
    }

    /// Carried by the snapshot itself: from it, a version is found again.
    private static func extraInfo(_ entry: TrailEntry, _ number: Int) throws -> String {
        let facts = ["run": entry.run, "dataset": entry.dataset, "version": String(number)]
        return String(decoding: try JSONSerialization.data(withJSONObject: facts, options: .sortedKeys), as: UTF8.self)
    }

    /// DuckLake reports conflicts between writers as transaction errors of the commit; the engine has no type of its own for
    /// them, so the words decide here, and only here (seen with DuckLake 1.0, see engine notes on concurrency).
    private static func isConflict(_ fault: EngineFault) -> Bool {
        let words = ["Transaction conflict", "conflict on", "could not serialize", "has been altered", "deadlock detected"]
        return fault.kind == .refused && words.contains { fault.message.localizedCaseInsensitiveContains($0) }
    }
}
