/// The formats a version leaves in.
package enum ExportFormat: String, Sendable, CaseIterable {
    case csv, json, ndjson, geojson, xlsx, parquet

    /// Whether the engine writes the file itself; the others are a stream of text lines.
    package var isFile: Bool { self == .xlsx || self == .parquet }
}
