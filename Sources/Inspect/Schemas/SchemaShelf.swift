internal import Check
package import Foundation

/// The schemas a file is compared with: the Table Schema files of a folder.
package struct SchemaShelf: Sendable {
    let schemas: [TargetSchema]
    /// Whether the folder is `schemas/` of a territory, so that a dataset there can name them.
    package let isOfTerritory: Bool

    /// No schema at all.
    package static let empty = SchemaShelf(schemas: [], isOfTerritory: false)

    private static let limit = 500
    private static let sizeLimit = 4 << 20

    private init(schemas: [TargetSchema], isOfTerritory: Bool) {
        self.schemas = schemas
        self.isOfTerritory = isOfTerritory
    }

    /// Schemas by their names; what is no Table Schema is passed.
    /// - Parameter areAtHand: whether a dataset of the territory can name them, or will once it is written.
    package init(_ named: [(name: String, bytes: Data)], areAtHand: Bool = false) {
        schemas = named.compactMap { name, bytes in
            guard var schema = try? JSONDecoder().decode(TargetSchema.self, from: bytes), !schema.fields.isEmpty else {
                return nil
            }
            schema.path = name
            schema.descriptor = try? SchemaDescriptor(bytes, file: name)
            return schema
        }
        isOfTerritory = areAtHand
    }

    /// Reads a folder and those inside; earlier versions and what is no Table Schema are passed.
    package init(_ folder: URL) {
        let home = folder.standardizedFileURL.path
        let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: home)) ?? []).filter { path in
            path.hasSuffix(".json")
                && !path.split(separator: "/").dropLast().contains { ["versions", "examples", "verdicts"].contains($0) }
        }
        schemas = paths.sorted().prefix(Self.limit).compactMap { path in
            let file = home + "/" + path
            let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
            guard size < Self.sizeLimit, let bytes = FileManager.default.contents(atPath: file),
                var schema = try? JSONDecoder().decode(TargetSchema.self, from: bytes), !schema.fields.isEmpty
            else { return nil }
            schema.path = Self.name(of: path)
            schema.descriptor = try? SchemaDescriptor(bytes, file: path)
            return schema
        }
        let above = folder.standardizedFileURL.deletingLastPathComponent()
        isOfTerritory =
            folder.lastPathComponent == "schemas"
            && FileManager.default.fileExists(atPath: above.appending(path: "lavoir.yaml").path)
    }

    /// `scdl/subventions.json`, `scdl/subventions/schema.json` and `scdl/subventions.schema.json` are `scdl/subventions`.
    private static func name(of path: String) -> String {
        for ending in ["/schema.json", ".schema.json", ".json"] where path.hasSuffix(ending) {
            return String(path.dropLast(ending.count))
        }
        return path
    }
}
