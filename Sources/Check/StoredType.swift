internal import DuckDB
package import Territory

/// How each declared field type is stored, and how a text becomes it.
package struct StoredType: Sendable {
    package let type: FieldType
    /// The values of a multivalued field are cut at this text and stored as a list.
    package let separator: String?

    package init(_ type: FieldType, separator: String? = nil) {
        self.type = type
        self.separator = separator
    }

    /// The SQL type of the column in the lake.
    package var sqlType: String {
        let single =
            switch type {
            case .int: "BIGINT"
            case .double: "DOUBLE"
            case .text, .geo_shape: "VARCHAR"
            case .boolean: "BOOLEAN"
            case .date: "DATE"
            case .datetime: "TIMESTAMP"
            case .geo_point_2d: "STRUCT(lon DOUBLE, lat DOUBLE)"
            }
        return separator == nil ? single : "\(single)[]"
    }

    /// An SQL expression that gives the stored value, or NULL when the text cannot be read. `value` is a VARCHAR
    /// expression that is never empty text.
    package func expression(_ value: String) -> String {
        guard let separator else { return single(value) }
        let parts = "list_transform(string_split(\(value), \(literal(separator))), lambda part: trim(part))"
        return "list_transform(\(parts), lambda part: \(single("part")))"
    }

    /// An SQL predicate: the stored value lost something of the text.
    package func isUnreadable(_ value: String, stored: String) -> String {
        separator == nil
            ? "\(stored) IS NULL" : "(\(stored) IS NULL OR list_contains(list_transform(\(stored), lambda x: x IS NULL), true))"
    }

    private func single(_ value: String) -> String {
        switch type {
        case .text: value
        case .int: "CASE WHEN regexp_full_match(\(value), '[+-]?[0-9]+(\\.0+)?') THEN TRY_CAST(\(value) AS BIGINT) END"
        case .double:
            "CASE WHEN regexp_full_match(\(value), '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?')"
                + " AND isfinite(TRY_CAST(\(value) AS DOUBLE)) THEN TRY_CAST(\(value) AS DOUBLE) END"
        case .boolean:
            "CASE WHEN lower(\(value)) IN ('true', 'vrai', 'oui', '1') THEN true"
                + " WHEN lower(\(value)) IN ('false', 'faux', 'non', '0') THEN false END"
        case .date: "CASE WHEN regexp_full_match(\(value), '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(\(value) AS DATE) END"
        case .datetime:
            // The engine also takes words such as `epoch` and `infinity` for a time.
            "CASE WHEN regexp_full_match(\(value), '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}.*)?')"
                + " THEN TRY_CAST(\(value) AS TIMESTAMP) END"
        case .geo_point_2d: Self.point(value)
        case .geo_shape:
            "CASE WHEN json_valid(\(value)) AND json_extract_string(\(value), '$.type') IS NOT NULL THEN \(value) END"
        }
    }

    /// `latitude, longitude`, as the portals write a point; out of range is unreadable.
    private static func point(_ value: String) -> String {
        let latitude = "TRY_CAST(trim(split_part(\(value), ',', 1)) AS DOUBLE)"
        let longitude = "TRY_CAST(trim(split_part(\(value), ',', 2)) AS DOUBLE)"
        return """
            CASE WHEN \(latitude) BETWEEN -90 AND 90 AND \(longitude) BETWEEN -180 AND 180 \
            THEN {'lon': \(longitude), 'lat': \(latitude)} END
            """
    }
}
