internal import Collect
internal import DuckDB
internal import Foundation

/// Where runs put what they need for a while: `.lavoir/work` in the territory, one folder for each run. What a killed
/// process left is swept by the next.
///
/// Tables live in an in-memory database of their own, compressed: labels repeat on every line of a budget, and cost a
/// quarter of their size that way (measured).
struct Workshop: Sendable {
    /// The engine's scratch database.
    static let database = "work"

    private let folder: URL

    init(in node: URL) {
        folder = node.appending(path: "work")
    }

    /// Makes the area of a run.
    func open(_ run: String, _ connection: Connection) throws -> WorkArea {
        let area = folder.appending(path: "\(getpid())-\(run)")
        try FileManager.default.createDirectory(
            at: area, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let schema = identifier(Self.database, "run_\(run)")
        try connection.execute("CREATE SCHEMA \(schema)")
        return WorkArea(schema: schema, folder: area)
    }

    func close(_ area: WorkArea, _ connection: Connection) {
        // A schema that cannot be dropped goes with the process; a folder that stays is swept later.
        _ = try? connection.execute("DROP SCHEMA \(area.schema) CASCADE")
        try? FileManager.default.removeItem(at: area.folder)
    }

    /// Removes the folders of processes that are no more.
    func sweep() {
        let left = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in left {
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }), kill(process, 0) != 0 else { continue }
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}
