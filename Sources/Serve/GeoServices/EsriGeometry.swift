internal import Query

/// A geometry as a GeoServices question gives it, with its spatial reference.
struct EsriGeometry: Sendable {
    let geometry: Geometry
    let system: ReferenceSystem

    /// - Parameters:
    ///   - text: JSON, or numbers between commas for points and envelopes.
    ///   - reference: `inSR`: a number, or JSON with a `wkid`.
    /// - Throws: `Refusal` when it cannot be read.
    init(_ text: String, reference: String?) throws(Refusal) {
        let value = JSON(reading: text) ?? .null
        let own = value["spatialReference"]
        system = try Self.system(own.members.isEmpty ? reference : own.line, "inSR")
        let numbers = text.split(separator: ",").compactMap { Double($0.filter { !$0.isWhitespace }) }
        let edges = ["xmin", "ymin", "xmax", "ymax"].compactMap { value[$0].number }
        let found: Geometry? =
            if edges.count == 4 || (value.members.isEmpty && numbers.count == 4) {
                Self.rectangle(edges.count == 4 ? edges : numbers)
            } else if let x = value["x"].number, let y = value["y"].number {
                .point(Geometry.Position(longitude: x, latitude: y))
            } else if value.members.isEmpty, numbers.count == 2 {
                .point(Geometry.Position(longitude: numbers[0], latitude: numbers[1]))
            } else if value["rings"] != .null {
                Self.areas(value["rings"].items.map(Self.positions))
            } else if value["paths"] != .null {
                .lines(value["paths"].items.map(Self.positions))
            } else if value["points"] != .null {
                .points(Self.positions(value["points"]))
            } else {
                nil
            }
        guard let found else {
            throw .parameter("'geometry' parameter is invalid.", fr: "Le paramètre geometry n'est pas valable.")
        }
        geometry = found
    }

    /// The system of a spatial reference; degrees are longitude first.
    static func system(_ text: String?, _ parameter: String) throws(Refusal) -> ReferenceSystem {
        guard let text, !text.isEmpty else { return .longitudeLatitude }
        let value = JSON(reading: text) ?? .null
        guard let number = Int(text) ?? value["latestWkid"].integer ?? value["wkid"].integer else {
            throw .parameter("'\(parameter)' parameter is invalid.", fr: "Le paramètre \(parameter) n'est pas valable.")
        }
        if number == 4_326 { return .longitudeLatitude }
        guard let system = ReferenceSystem(epsg: number) else {
            throw .parameter(
                "Spatial reference \(number) is not supported.", fr: "La référence spatiale \(number) n'est pas offerte.")
        }
        return system
    }

    private static func rectangle(_ edges: [Double]) -> Geometry {
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)]
        return .polygon([corners.map { Geometry.Position(longitude: edges[$0.0], latitude: edges[$0.1]) }])
    }

    private static func positions(_ value: JSON) -> [Geometry.Position] {
        value.items.compactMap { place in
            let numbers = place.items.compactMap(\.number)
            return numbers.count >= 2 ? Geometry.Position(longitude: numbers[0], latitude: numbers[1]) : nil
        }
    }

    /// Clockwise rings are areas, the others holes of the one before.
    private static func areas(_ rings: [[Geometry.Position]]) -> Geometry? {
        var areas: [[[Geometry.Position]]] = []
        for ring in rings where ring.count >= 3 {
            let closed = ring.first == ring.last ? ring : ring + ring.prefix(1)
            let turns = zip(closed, closed.dropFirst()).reduce(0) { sum, edge in
                sum + (edge.1.longitude - edge.0.longitude) * (edge.1.latitude + edge.0.latitude)
            }
            if turns >= 0 || areas.isEmpty { areas.append([closed]) } else { areas[areas.count - 1].append(closed) }
        }
        return areas.isEmpty ? nil : .polygons(areas)
    }
}
