package import Territory

/// A published schema as schema.data.gouv.fr names it: `scdl/subventions`, version `2.1.1`. A town's own file has no such name.
package struct SchemaName: Sendable, Hashable {
    package let name: String
    package let version: String?

    package init?(_ schema: SchemaDeclaration) {
        let parts = schema.name.split(separator: "@", maxSplits: 1).map(String.init)
        guard let name = parts.first, !name.hasSuffix(".json"), name.contains("/") else { return nil }
        self.name = name
        let written = parts.count > 1 ? parts[1] : schema.table.version
        version = written.map { $0.hasPrefix("v") ? String($0.dropFirst()) : $0 }
    }

    /// Where the national catalogue has it.
    package var address: String {
        "https://schema.data.gouv.fr/schemas/\(name)/" + (version.map { $0 + "/" } ?? "latest/") + "schema.json"
    }
}
