internal import Check
internal import Foundation

/// A catalogue of schemas as schema.data.gouv.fr publishes it: <https://schema.data.gouv.fr/schemas.json>. Its Table Schemas are
/// copied with all their versions; a version that is here already is not asked for again.
package struct SchemaCatalogue: Decodable {
    /// Where the national catalogue is.
    package static let address = "https://schema.data.gouv.fr/schemas.json"

    /// What an update did.
    package struct Outcome: Sendable, Encodable {
        package var schemas = 0
        package var fetched = 0
        package var known = 0
        /// The addresses that gave no Table Schema.
        package var failed: [String] = []
    }

    struct Schema: Decodable {
        struct Version: Decodable {
            let version_name: String
            let schema_url: String
        }
        let name: String
        let schema_type: String
        let versions: [Version]
    }

    let schemas: [Schema]
}

extension SchemaLibrary {
    /// Copies the Table Schemas of a catalogue.
    /// - Parameter source: the address or the path of a catalogue, or a folder of schemas.
    package func update(from source: String) throws -> SchemaCatalogue.Outcome {
        var outcome = SchemaCatalogue.Outcome()
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: source, isDirectory: &isFolder), isFolder.boolValue {
            try copy(folder: URL(filePath: source), &outcome)
            return outcome
        }
        guard let catalogue = try? JSONDecoder().decode(SchemaCatalogue.self, from: try bytes(source)) else {
            throw UnknownSchema(reference: source, nearest: nil, versions: [])
        }
        for schema in catalogue.schemas where schema.schema_type == "tableschema" {
            guard SchemaReference(schema.name) != nil else { continue }
            outcome.schemas += 1
            for version in schema.versions {
                try keep(schema.name, version.version_name, &outcome) {
                    try bytes(Self.resolved(version.schema_url, against: source))
                }
            }
        }
        return outcome
    }

    private func copy(folder: URL, _ outcome: inout SchemaCatalogue.Outcome) throws {
        let shelf = SchemaFolder(folder, .fetched)
        for entry in shelf.entries() where SchemaReference(entry.name) != nil {
            outcome.schemas += 1
            for version in entry.versions {
                try keep(entry.name, version, &outcome) {
                    SchemaReference("\(entry.name)@\(version)").flatMap { shelf.bytes($0) } ?? Data()
                }
            }
        }
    }

    /// Keeps one version, unless it is here: what was published under a number does not change.
    private func keep(
        _ name: String, _ version: String, _ outcome: inout SchemaCatalogue.Outcome, _ bytes: () throws -> Data
    ) throws {
        guard SchemaReference("\(name)@\(version)") != nil else { return outcome.failed.append("\(name)@\(version)") }
        let file = cache.appending(path: "\(name)/versions/\(SchemaReference.bare(version))/schema.json")
        guard !FileManager.default.fileExists(atPath: file.path) else { return outcome.known += 1 }
        guard let bytes = try? bytes(), (try? SchemaDescriptor(bytes, file: name)) != nil else {
            return outcome.failed.append("\(name)@\(version)")
        }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file, options: .atomic)
        outcome.fetched += 1
    }

    /// An address or a path that may be relative to the catalogue's.
    private static func resolved(_ address: String, against source: String) -> String {
        if address.contains("://") { return address }
        if source.contains("://") { return URL(string: address, relativeTo: URL(string: source))?.absoluteString ?? address }
        return URL(filePath: source).deletingLastPathComponent().appending(path: address).path
    }
}
