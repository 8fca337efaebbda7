internal import Territory

/// `french-gps-coordinates`: a point in metropolitan France or one of five overseas territories.
struct GPSCoordinates: CustomCheck {
    static let name = "french-gps-coordinates"
    static let kinds = [outside, reversed]
    static let outside = FindingKind(
        code: "check.gps-coordinates", severity: .error,
        what: Bilingual(
            fr: "« {value} » n'est pas en France dans « {field} »", en: "\"{value}\" is not in France in \"{field}\""),
        remedy: Bilingual(
            fr: "Vérifiez la longitude puis la latitude, en degrés décimaux (WGS 84)",
            en: "Check the longitude then the latitude, in decimal degrees (WGS 84)"))
    static let reversed = FindingKind(
        code: "check.reversed-coordinates", severity: .error,
        what: Bilingual(
            fr: "« {value} » est en France une fois inversé dans « {field} »",
            en: "\"{value}\" is in France once reversed in \"{field}\""),
        remedy: Bilingual(
            fr: "Écrivez la longitude d'abord, puis la latitude", en: "Write the longitude first, then the latitude"))

    /// Least and greatest longitude, least and greatest latitude.
    private struct Box {
        let lon: (Double, Double)
        let lat: (Double, Double)

        func holds(_ lon: String, _ lat: String) -> String {
            "(\(lon) > \(self.lon.0) AND \(lon) < \(self.lon.1) AND \(lat) > \(self.lat.0) AND \(lat) < \(self.lat.1))"
        }
    }

    /// Guadeloupe, Martinique, Guyane, La Réunion, Mayotte, the mainland and Corsica.
    private static let boxes = [
        Box(lon: (-61.809839, -61.001959), lat: (15.832041, 16.514488)),
        Box(lon: (-61.229033, -60.809655), lat: (14.388646, 14.878723)),
        Box(lon: (-54.60239, -51.619041), lat: (2.111055, 5.748138)),
        Box(lon: (55.216526, 55.836654), lat: (-21.389631, -20.8718)),
        Box(lon: (45.01833, 45.299985), lat: (-13.005254, -12.63659)),
        Box(lon: (-5.141277, 9.560091), lat: (41.333571, 51.088989)),
    ]

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view), cell.field.type == GeopointType.name else { return .none }
        let lon = "\(cell.value).lon", lat = "\(cell.value).lat"
        let isInside = "(\(boxes.map { $0.holds(lon, lat) }.joined(separator: " OR ")))"
        let isReversed = "(\(boxes.map { $0.holds(lat, lon) }.joined(separator: " OR ")))"
        return CompiledCheck(rules: [
            Rule(outside, cell, where: "NOT \(isInside) AND NOT \(isReversed)"),
            Rule(reversed, cell, where: "NOT \(isInside) AND \(isReversed)"),
        ])
    }
}
