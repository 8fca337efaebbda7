internal import DuckDB

/// A rectangle as a request gives it, in the order of the axes of its system.
package struct Frame: Sendable, Hashable {
    /// Least of the first axis, least of the second, greatest of the first, greatest of the second.
    package let edges: [Double]
    package let system: ReferenceSystem

    /// Reads `bbox`: four numbers, or six with heights, which are passed over.
    /// - Throws: `QueryFault` on `bbox`.
    package init(_ text: String, in system: ReferenceSystem) throws(QueryFault) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmed) }
        let known = numbers.compactMap(\.self).filter(\.isFinite)
        guard known.count == numbers.count, known.count == 4 || known.count == 6 else {
            throw QueryFault(
                .parameter, "bbox takes four numbers, or six", fr: "bbox prend quatre nombres, ou six", clause: "bbox")
        }
        let edges = known.count == 4 ? known : [known[0], known[1], known[3], known[4]]
        try self.init(edges: edges, system)
    }

    package init(edges: [Double], _ system: ReferenceSystem) throws(QueryFault) {
        self.edges = edges
        self.system = system
        let goesRound = system.projection == nil
        let (first, second) = (edges[0] <= edges[2], edges[1] <= edges[3])
        // Only longitudes go round the globe.
        guard (first || (goesRound && !system.isNorthFirst)) && (second || (goesRound && system.isNorthFirst)) else {
            throw QueryFault(
                .parameter, "bbox gives the least values first", fr: "bbox donne d'abord les plus petites valeurs",
                clause: "bbox")
        }
    }

    /// The rectangles of longitudes and latitudes it is made of: two across the antimeridian. For a plane, what bounds it.
    package var boxes: [BoundingBox] {
        let (west, south, east, north) = bounds
        let spans: [(Double, Double)] = west <= east ? [(west, east)] : [(west, 180), (-180, east)]
        return spans.map { span in
            BoundingBox(
                Geometry.Position(longitude: span.0, latitude: south), Geometry.Position(longitude: span.1, latitude: north))
        }
    }

    /// Whether it is in degrees: its boxes are then all of it.
    package var isOfDegrees: Bool { system.projection == nil }

    /// West, south, east, north in degrees; west is greater than east across the antimeridian. For a plane, what bounds it.
    private var bounds: (west: Double, south: Double, east: Double, north: Double) {
        guard system.projection != nil else {
            return system.isNorthFirst ? (edges[1], edges[0], edges[3], edges[2]) : (edges[0], edges[1], edges[2], edges[3])
        }
        let along = (0...16).flatMap { step -> [Geometry.Position] in
            let share = Double(step) / 16
            let (x, y) = (edges[0] + (edges[2] - edges[0]) * share, edges[1] + (edges[3] - edges[1]) * share)
            return [
                system.degrees(x, edges[1]), system.degrees(x, edges[3]), system.degrees(edges[0], y),
                system.degrees(edges[2], y),
            ]
        }
        let longitudes = along.map(\.longitude), latitudes = along.map(\.latitude)
        let (west, east) = (longitudes.min() ?? -180, longitudes.max() ?? 180)
        let (south, north) = (latitudes.min() ?? -90, latitudes.max() ?? 90)
        // An edge curves between two of its points by less than a hundredth of the whole.
        let margin = max(1e-6, max(east - west, north - south) / 100)
        return (max(-180, west - margin), max(-90, south - margin), min(180, east + margin), min(90, north + margin))
    }
}

extension RowPlace {
    /// The rows within or on the edge of a frame. A row without a place is not.
    package func within(_ frame: Frame) -> Predicate {
        guard !frame.isOfDegrees else { return held(frame) { .box($0) } }
        let rough = about(frame)
        let place = self, system = frame.system, edges = frame.edges
        let exact = ScalarFunction("frame:\(system.code):\(edges)", gives: .boolean) { values, _ in
            let envelope = edges.map { SQL("\(value: .double($0))") }.joined(", ")
            return "ST_Intersects(\(place.geometry(values, in: system)), ST_MakeEnvelope(\(envelope)))"
        }
        return .all([rough, .holds(.call(exact, arguments))])
    }

    /// The rows that may be within a frame: what comes before a closer look.
    func about(_ frame: Frame) -> Predicate { held(frame) { .about($0) } }

    private func held(_ frame: Frame, _ location: (BoundingBox) -> Location) -> Predicate {
        let around = frame.boxes.map { held($0, location) }
        return around.count == 1 ? around[0] : .any(around)
    }

    private func held(_ box: BoundingBox, _ location: (BoundingBox) -> Location) -> Predicate {
        func between(_ field: QueryField, _ lower: Double, _ upper: Double) -> Predicate {
            .between(
                .field(field), Interval(lower: .init(.double(lower)), upper: .init(.double(upper))))
        }
        switch self {
        case .shape(let field), .point(let field): return .located(field, location(box))
        case .degrees(let longitude, let latitude):
            return .all([between(longitude, box.west, box.east), between(latitude, box.south, box.north)])
        }
    }
}

extension Substring {
    /// Without blanks around.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
