internal import DuckDB
internal import Query

/// `/api/records/1.0/boundingbox/`: how many rows lie on the map, within which rectangle, as which geometries.
struct BoundingBoxEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/boundingbox"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table), filter = try request.filter()
        let bounds = try MapPlans.bounds(over: copy.table, filter: filter).compiled(over: copy.table)
        let geometries = try MapPlans.geometries(over: copy.table, filter: filter).compiled(over: copy.table)
        let (row, types) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            (
                try connection.row(bounds.sql, bounds.parameters), try connection.rows(geometries.sql, geometries.parameters)
            )
        }
        let edges = (row?.values.dropFirst() ?? []).compactMap { JSON($0).number }
        // Maps read four numbers, whatever there is.
        let box = edges.count == 4 ? edges : [0, 0, 0, 0]
        let known = types.filter { $0[0].text != nil }
        return .json(
            .members([
                "count": .integer(row?[0].integer ?? 0), "bbox": .list(box.map { .double($0) }),
                "geometries": .object(
                    known.map { JSON.Member(name: $0[0].text ?? "", value: .integer($0[1].integer ?? 0)) }),
            ]))
    }
}
