internal import DuckDB
internal import Foundation

/// A tile of the web's square: its zoom, its column from the west, its row from the north (OGC 17-083r4, WebMercatorQuad).
package struct TileFrame: Sendable, Hashable {
    package let zoom: Int
    package let column: Int
    package let row: Int

    /// The deepest zoom.
    package static let deepest = 24
    /// Units of a tile's side.
    package static let extent = 4_096
    /// Units around it that are drawn too, so that nothing is cut at its edge.
    private static let margin = 64
    /// Below this zoom points that fall together are one.
    private static let firstWhole = 14
    /// Units of what falls together: less than a symbol; a symbol where tiles are crowded.
    private var cell: Int { isCrowded ? 128 : 64 }
    /// More features than this make a tile slow to write, and to draw.
    private static let crowd = 2_000.0
    private var isCrowded = false

    /// Nil when there is no such tile.
    package init?(zoom: Int, row: Int, column: Int) {
        guard (0...Self.deepest).contains(zoom), (0..<(1 << zoom)).contains(row), (0..<(1 << zoom)).contains(column) else {
            return nil
        }
        (self.zoom, self.row, self.column) = (zoom, row, column)
    }

    /// The same tile, told how many rows lie in which degrees (west, south, east, north): so many that tiles of this zoom are crowded, or
    /// not. It is the same for all tiles of a zoom, so that none differs from the one beside it.
    package func holding(_ rows: Int, within box: [Double]) -> TileFrame {
        let width = 360 / Double(1 << zoom), height = width * cos((box[1] + box[3]) / 2 * .pi / 180)
        let share = min(1, width / max(box[2] - box[0], 1e-9)) * min(1, height / max(box[3] - box[1], 1e-9))
        var tile = self
        tile.isCrowded = Double(rows) * share > Self.crowd
        return tile
    }

    private static let half = Projection.radius * .pi
    /// Metres of the side.
    private var side: Double { 2 * Self.half / Double(1 << zoom) }
    private var west: Double { -Self.half + Double(column) * side }
    private var north: Double { Self.half - Double(row) * side }

    /// Degrees of the tile and its margin.
    private func frame() throws(QueryFault) -> Frame {
        let margin = side * Double(Self.margin) / Double(Self.extent)
        let low = Projection.mercatorDegrees(west - margin, north - side - margin)
        let high = Projection.mercatorDegrees(west + side + margin, north + margin)
        let edges = [max(-180, low.longitude), low.latitude, min(180, high.longitude), high.latitude]
        return try Frame(edges: edges, .longitudeLatitude)
    }

    /// The features of a tile: properties, `geometry` in the units of the tile, `row`. Where points are gathered, `point_count`
    /// says how many, and the properties are those of one of them.
    package func plan(_ place: RowPlace, _ properties: [QueryField], filter: Predicate) throws(QueryFault) -> QueryPlan {
        var plan = QueryPlan(outputs: properties.map { Output($0) }, filter: filter.and(place.within(try frame())))
        plan.limit = 50_000
        if place.isShape {
            plan.filter = plan.filter.and(.holds(.call(seen(place), place.arguments)))
            plan.outputs.append(Output("geometry", .call(shape(place), place.arguments)))
        } else if zoom < Self.firstWhole {
            plan.groups = [Output("cell", .call(cellOf(place), place.arguments))]
            plan.outputs = properties.map { Output($0.name, .aggregate(.any, .field($0))) }
            let point = Expression.call(point(place), place.arguments)
            plan.outputs += [
                Output("point_count", .aggregate(.count, nil)), Output("geometry", .aggregate(.any, point)),
                Output("row", .aggregate(.least, .rowNumber)),
            ]
            return plan
        } else {
            plan.outputs.append(Output("geometry", .call(point(place), place.arguments)))
        }
        plan.outputs.append(Output("row", .rowNumber))
        return plan
    }

    private var envelope: SQL { "ST_Extent(ST_TileEnvelope(\(whole(zoom)), \(whole(column)), \(whole(row))))" }
    private func whole(_ number: Int) -> SQL { .trusted(String(number)) }
    private func drawn(_ metres: SQL) -> SQL {
        "ST_AsMVTGeom(\(metres), \(envelope), \(whole(Self.extent)), \(whole(Self.margin)), TRUE)"
    }

    /// Metres of a point on the web's plane, in closed form, without the engine's PROJ.
    private func metres(_ place: RowPlace, _ values: [SQL]) -> (x: SQL, y: SQL) {
        let (longitude, latitude) = place.degrees(values)
        let radius = SQL.trusted(String(Projection.radius))
        return (
            "(radians(\(longitude)) * \(radius))",
            "(ln(tan(pi() / 4 + radians(greatest(-85.06, least(85.06, \(latitude)))) / 2)) * \(radius))"
        )
    }

    /// A point in units of the tile, from its north-west corner. Worked out here: points beyond the margin are left out already, and
    /// need no `ST_AsMVTGeom`, which clips areas and lines.
    private func units(_ place: RowPlace, _ values: [SQL]) -> (x: SQL, y: SQL) {
        let (x, y) = metres(place, values), scale = SQL.trusted(String(Double(Self.extent) / side))
        return (
            "floor((\(x) - \(.trusted(String(west)))) * \(scale))", "floor((\(.trusted(String(north))) - \(y)) * \(scale))"
        )
    }

    private func point(_ place: RowPlace) -> ScalarFunction {
        ScalarFunction("tile:\(zoom):\(column):\(row)", gives: .geoShape) { [self] values, _ in
            let (x, y) = units(place, values)
            return "ST_Point(\(x), \(y))"
        }
    }

    private func cellOf(_ place: RowPlace) -> ScalarFunction {
        ScalarFunction("cell:\(zoom):\(column):\(row):\(cell)", gives: .int) { [self] values, _ in
            let (x, y) = units(place, values), size = whole(cell)
            return "(CAST(floor(\(x) / \(size)) AS BIGINT) * 1000 + CAST(floor(\(y) / \(size)) AS BIGINT))"
        }
    }

    /// Degrees of half a pixel of a screen of 512 pixels a tile.
    private var tolerance: Double { 360 / Double(1 << zoom) / 1_024 }

    /// Whether a line or an area is large enough to be seen.
    private func seen(_ place: RowPlace) -> ScalarFunction {
        ScalarFunction("seen:\(zoom)", gives: .boolean) { [tolerance] values, scope in
            let geometry = place.geometry(values), least = SQL.trusted(String(tolerance))
            if let bounds = place.field.flatMap({ scope.bounds($0) }) {
                return """
                    (\(bounds.east) - \(bounds.west) >= \(least) OR \(bounds.north) - \(bounds.south) >= \(least) \
                    OR ST_Dimension(\(geometry)) = 0)
                    """
            }
            return """
                (ST_Dimension(\(geometry)) = 0 OR ST_XMax(\(geometry)) - ST_XMin(\(geometry)) >= \(least) \
                OR ST_YMax(\(geometry)) - ST_YMin(\(geometry)) >= \(least))
                """
        }
    }

    /// A line or an area simplified to the zoom. Within a tile of zoom 12 the plane is straight to a twentieth of a pixel.
    private func shape(_ place: RowPlace) -> ScalarFunction {
        ScalarFunction("tile:\(zoom):\(column):\(row)", gives: .geoShape) { [self] values, _ in
            let simple: SQL = "ST_Simplify(\(place.geometry(values)), \(.trusted(String(tolerance))))"
            guard zoom >= 12 else {
                return "TRY(\(drawn("ST_MakeValid(ST_Transform(\(simple), 'OGC:CRS84', 'EPSG:3857', true))")))"
            }
            let low = Projection.mercatorDegrees(west, north - side), high = Projection.mercatorDegrees(west + side, north)
            let across = side / (high.longitude - low.longitude), up = side / (high.latitude - low.latitude)
            let numbers = [across, 0, 0, up, west - low.longitude * across, north - side - low.latitude * up]
            let matrix = numbers.map { SQL.trusted("CAST('\($0)' AS DOUBLE)") }.joined(", ")
            return "TRY(\(drawn("ST_MakeValid(ST_Affine(\(simple), \(matrix)))")))"
        }
    }
}
