package import DuckDB
internal import Foundation
package import Territory

extension LakeSession {
    /// What maintenance did.
    package struct Maintained: Sendable, Codable {
        package let expiredSnapshots: Int
        package let removedFiles: Int
    }

    /// Keeps the lake small: writes inlined rows to files, merges small files, forgets versions past the horizon, removes
    /// their files. In that order: space is given back by the last step only. The current version of a dataset is never
    /// forgotten, whatever its age.
    ///
    /// - Parameters:
    ///   - horizon: how long past versions are kept; nil keeps them for ever.
    ///   - isLocal: the data are in a folder, which is searched for files that no version names; a bucket has rules of its own
    ///     for that, and is not listed.
    package func maintain(keeping horizon: Horizon?, isLocal: Bool) throws(EngineFault) -> Maintained {
        try connection.execute("CALL ducklake_flush_inlined_data('lake')")
        try connection.execute("CALL ducklake_merge_adjacent_files('lake')")
        var expired = 0
        if let horizon {
            let interval = "\(horizon.amount) \(horizon.unit.rawValue)"
            expired = try connection.rows(
                "CALL ducklake_expire_snapshots('lake', older_than => (now() - CAST('\(interval)' AS INTERVAL)))"
            ).count
        }
        let removed = try connection.rows("CALL ducklake_cleanup_old_files('lake', cleanup_all => true)").count
        guard isLocal else { return Maintained(expiredSnapshots: expired, removedFiles: removed) }
        // What killed processes left unfinished; a day spares the files of a transaction that is still going on.
        let orphans = try connection.rows(
            "CALL ducklake_delete_orphaned_files('lake', older_than => now() - INTERVAL 1 DAY)"
        ).count
        return Maintained(expiredSnapshots: expired, removedFiles: removed + orphans)
    }
}
