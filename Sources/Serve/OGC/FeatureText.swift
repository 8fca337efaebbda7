internal import Query

/// Features as GeoJSON, written by the engine: one text and the number of the row for each.
struct FeatureText: Sendable {
    let rows: RowText

    /// - Parameter query: of `FeatureQuestion.plan`.
    init(_ query: CompiledQuery) {
        let count = query.columns.count
        let (geometry, identifier, row) = (count - 3, count - 2, count - 1)
        let properties = RowText.object(query, hidden: [geometry, identifier, row])
        let line = """
            concat('{"type":"Feature","id":"', \(RowText.name(identifier)), '","geometry":', \
            coalesce(\(RowText.name(geometry)), 'null'), ',"properties":', \(properties), '}'), \(RowText.name(row))
            """
        rows = RowText.lines(query, line)
    }
}
