/// `geopoint`: a longitude then a latitude, in degrees, as text, as a JSON list or as a JSON object.
struct GeopointType: ValueType {
    static let name = "geopoint"
    static let formats = ["array", "object"]
    static let constraints = ConstraintNames.listed

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        switch format {
        case "array": reading(of: text, shape: Self.list, coordinates: Self.inList(text))
        case "object": reading(of: text, shape: Self.object, coordinates: Self.inObject(text))
        default:
            reading(
                of: text, shape: "[^,]*,[^,]*", coordinates: ("split_part(\(text), ',', 1)", "split_part(\(text), ',', 2)"))
        }
    }

    func text(of column: String, type: String) -> String {
        guard type.hasPrefix("STRUCT") else { return "CAST(\(column) AS VARCHAR)" }
        let (lon, lat) = ("CAST(\(column).lon AS VARCHAR)", "CAST(\(column).lat AS VARCHAR)")
        return switch format {
        case "array": "'[' || \(lon) || ',' || \(lat) || ']'"
        case "object": #"'{"lon":' || \#(lon) || ',"lat":' || \#(lat) || '}'"#
        default: "\(lon) || ',' || \(lat)"
        }
    }

    private static let number = #"\s*"?\s*[+-]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*"?\s*"#
    private static let list = #"\s*\[\#(number),\#(number)\]\s*"#
    private static let object = #"(?s)\s*\{.*\}\s*"#

    private static func inList(_ text: String) -> (String, String) {
        let bare = #"regexp_replace(\#(text), '[\[\]"\s]', '', 'g')"#
        return ("split_part(\(bare), ',', 1)", "split_part(\(bare), ',', 2)")
    }

    /// An object with these two names and no other.
    private static func inObject(_ text: String) -> (String, String) {
        let known = "CASE WHEN json_valid(\(text)) THEN CASE WHEN len(json_keys(\(text))) = 2 THEN \(text) END END"
        return ("json_extract_string(\(known), '$.lon')", "json_extract_string(\(known), '$.lat')")
    }

    private func reading(of text: String, shape: String, coordinates: (String, String)) -> Reading {
        let lon = "TRY_CAST(trim(\(coordinates.0)) AS DOUBLE)", lat = "TRY_CAST(trim(\(coordinates.1)) AS DOUBLE)"
        let isPoint =
            "(regexp_full_match(\(text), \(constant(shape))) AND coalesce(\(lon) BETWEEN -180 AND 180 "
            + "AND \(lat) BETWEEN -90 AND 90, false))"
        return Reading(
            isRefused: "NOT \(isPoint)", value: "CASE WHEN \(isPoint) THEN {'lon': \(lon), 'lat': \(lat)} END")
    }
}
