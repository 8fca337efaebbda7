internal import DuckDB
internal import Lake
internal import Query

/// The points of the current versions, each read once for a version when a box is first asked for, and the texts of features that were
/// written before. A map is moved about by small steps: most of what it asks for it has asked for already.
final class PointBook: Sendable {
    /// A feature of a version, in a system.
    private struct Key: Hashable {
        let version: String
        /// A view may name another place meanwhile.
        let place: RowPlace?
        let system: String
        let row: Int
    }

    private let grids = LayerReadings<PointGrid?>()
    private let texts: RecentlyWanted<Key, [UInt8]>

    /// - Parameter limit: bytes of texts.
    init(limit: Int) { texts = RecentlyWanted(limit: limit) }

    /// Nil when the layer is not one of points, or has too many, or is of a version that is no longer current.
    func grid(_ layer: Layer, _ serving: Serving) async throws -> PointGrid? {
        guard let place = layer.place, !place.isShape, layer.copy.about.rows <= PointGrid.mostRows,
            serving.shelf.copy(of: layer.name)?.dependence.state == layer.copy.dependence.state
        else { return nil }
        let engine = serving.shelf.engine, deadline = serving.deadline
        return try await grids.value(of: layer) {
            guard let coordinates = place.coordinates else { return nil }
            let plan = QueryPlan(outputs: [
                Output("longitude", coordinates.longitude), Output("latitude", coordinates.latitude), Output("row", .rowNumber),
            ])
            let query = try plan.compiled(over: layer.table)
            return try await engine.read(deadline: deadline) { try Self.grid($0, query, layer.copy.about.rows) }
        }
    }

    private static func grid(_ connection: Connection, _ query: CompiledQuery, _ count: Int) throws -> PointGrid? {
        var longitudes: [Double] = [], latitudes: [Double] = [], isInOrder = true
        longitudes.reserveCapacity(count)
        latitudes.reserveCapacity(count)
        try connection.stream(query.sql, query.parameters) { chunk in
            isInOrder = isInOrder && chunk.columns[2].value(at: chunk.count - 1).integer == longitudes.count + chunk.count - 1
            for row in 0..<chunk.count {
                longitudes.append(chunk.columns[0].double(at: row))
                latitudes.append(chunk.columns[1].double(at: row))
            }
        }
        // A row is known by its number: a table with gaps is asked as ever.
        return isInOrder ? PointGrid(longitudes: longitudes, latitudes: latitudes) : nil
    }

    /// The texts of features by their rows; those that are not there are written by the engine, all at once.
    func features(_ rows: [Int], _ question: FeatureQuestion, _ serving: Serving) async throws -> [[UInt8]] {
        let version = "\(question.layer.name) \(question.layer.copy.dependence.state)"
        func key(_ row: Int) -> Key {
            Key(version: version, place: question.layer.place, system: question.system.code, row: row)
        }
        var found: [Int: [UInt8]] = [:]
        for row in rows { if let text = texts[key(row)] { found[row] = text } }
        let missing = rows.filter { found[$0] == nil }
        if !missing.isEmpty {
            var plan = FeatureQuestion.plan(of: question.layer, in: question.system)
            plan.filter = FeatureFilter.numbered(missing)
            let text = FeatureText(try plan.compiled(over: question.layer.table)).rows
            let written = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
                var written: [(row: Int, text: [UInt8])] = []
                try connection.stream(text.sql, text.parameters) { chunk in
                    for row in 0..<chunk.count {
                        let number = chunk.columns[1].value(at: row).integer ?? -1
                        written.append((number, chunk.columns[0].withBytes(at: row) { Array($0) }))
                    }
                }
                return written
            }
            for (row, text) in written {
                found[row] = text
                texts.keep(text, key(row), bytes: text.count + 128)
            }
        }
        return rows.compactMap { found[$0] }
    }
}
