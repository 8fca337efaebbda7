package import Territory

/// A form of file: its ending, media type (IANA) and the name of the European list of file types.
///
/// Source: <http://publications.europa.eu/resource/authority/file-type>.
package struct FileForm: Sendable, Hashable {
    package let name: String
    package let mediaType: String
    /// As people write it.
    package let label: String
    package let authorityCode: String

    private init(_ name: String, _ mediaType: String, _ label: String, _ authorityCode: String) {
        self.name = name
        self.mediaType = mediaType
        self.label = label
        self.authorityCode = authorityCode
    }

    private static let known: [String: FileForm] = Dictionary(
        uniqueKeysWithValues: [
            FileForm("csv", "text/csv", "CSV", "CSV"), FileForm("json", "application/json", "JSON", "JSON"),
            FileForm("ndjson", "application/x-ndjson", "NDJSON", "JSON"),
            FileForm("geojson", "application/geo+json", "GeoJSON", "GEOJSON"),
            FileForm("gpkg", "application/geopackage+sqlite3", "GeoPackage", "GPKG"),
            FileForm("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", "XLSX"),
            FileForm("html", "text/html", "HTML", "HTML"),
            FileForm("parquet", "application/vnd.apache.parquet", "Parquet", "PARQUET"),
        ].map { ($0.name, $0) })

    /// What the form is good for.
    var use: Bilingual { FileUse.words[name] ?? Bilingual(label) }

    package init(_ name: String) {
        self = Self.known[name] ?? FileForm(name, "application/octet-stream", name.uppercased(), "OCTET")
    }
}
