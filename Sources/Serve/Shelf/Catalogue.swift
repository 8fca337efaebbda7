internal import DuckDB
internal import Lake
internal import Query
internal import Synchronization
internal import Territory

/// The datasets as a table of their own, asked in the same language as their rows. Made anew when a version changes; who reads
/// the one before keeps it to the end.
final class Catalogue: Sendable {
    private static let count = Mutex(0)

    private let name: String
    private let engine: Engine
    /// When the latest of the versions in it was committed.
    let time: String

    init(of territory: Territory, _ copies: [OpenCopy], on engine: Engine) async throws {
        let number = Self.count.withLock { count in
            count += 1
            return count
        }
        let name = "catalogue_\(number)"
        self.name = name
        self.engine = engine
        time = copies.map(\.about.committed).max() ?? ""
        var sheets: [DatasetSheet] = []
        for copy in copies {
            guard let dataset = territory.dataset(copy.copy.dataset) else { continue }
            sheets.append(try await DatasetSheet(dataset, copy, of: territory, on: engine))
        }
        let rows = sheets
        try await engine.write { connection in
            let columns = DatasetSheet.columns.map { "\(identifier($0.name)) \($0.sqlType)" }
            try connection.execute("CREATE TABLE memory.main.\(name) (\(columns.joined(separator: ", ")))")
            for row in rows {
                // Lists go through JSON: the engine binds no list.
                let marks = DatasetSheet.columns.map { $0.isMultivalued ? "from_json(?, '[\"VARCHAR\"]')" : "?" }
                try connection.execute("INSERT INTO memory.main.\(name) VALUES (\(marks.joined(separator: ", ")))", row.values)
            }
        }
    }

    deinit {
        let engine = engine, name = name
        Task { try? await engine.write { _ = try $0.execute("DROP TABLE memory.main.\(name)") } }
    }

    /// What a caller may see of it.
    func table(for caller: Caller) -> QueryTable {
        var seen = "is_open"
        if let key = caller.key {
            let names = key.datasets.map { literal($0) }.joined(separator: ", ")
            seen = key.datasets.contains("*") ? "true" : names.isEmpty ? "is_open" : "is_open OR dataset_id IN (\(names))"
        }
        return QueryTable(
            relation: "(SELECT * FROM memory.main.\(name) WHERE \(seen))", fields: DatasetSheet.fields,
            hidden: DatasetSheet.hidden,
            identifier: "dataset_id")
    }

    /// What answers from it depend on; a process that begins anew makes other tables of the same names.
    var dependence: Dependence { Dependence(state: "\(name) \(time)", time: time) }
}
