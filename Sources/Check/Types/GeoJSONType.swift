/// `geojson`: an object of RFC 7946, or a topology.
///
/// One geometry without extras is recognised by the engine; what is not goes to `GeoJSONShape`, value by value.
struct GeoJSONType: ValueType {
    static let name = "geojson"
    static let formats = ["topojson"]
    static let constraints = ConstraintNames.listed

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        if format == "topojson" {
            return Reading(
                isRefused: "\(text) IS NOT NULL", value: text, confirm: { !GeoJSONShape.isTopology(GeoJSONShape.read($0)) })
        }
        let isPlain = "regexp_full_match(\(text), \(constant(Self.geometry)))"
        return Reading(isRefused: "NOT \(isPlain)", value: text, confirm: { !GeoJSONShape.isValid(GeoJSONShape.read($0)) })
    }

    /// `{"type": "Polygon", "coordinates": [[[…]]]}`, the two names in either order.
    private static let geometry: String = {
        let number = #"\s*-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\s*"#
        let position = #"\s*\[\#(number),\#(number)(?:,\#(number))?\]\s*"#
        let lists = #"\s*\[(?:\#(position)(?:,\#(position))*)?\]\s*"#
        let shapes = [("Point", position), ("MultiPoint", lists)].map { name, coordinates in
            let type = #""type"\s*:\s*"\#(name)""#, place = #""coordinates"\s*:\#(coordinates)"#
            return #"(?:\#(type)\s*,\s*\#(place)|\#(place),\s*\#(type))"#
        }
        return #"\s*\{\s*(?:\#(shapes.joined(separator: "|")))\s*\}\s*"#
    }()
}
