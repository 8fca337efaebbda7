internal import Check
internal import Foundation

/// A folder of schemas: `scdl/subventions.json`, `scdl/subventions/schema.json`, and earlier versions in
/// `scdl/subventions/versions/2.1.0/schema.json`. `scdl--subventions` stands for `scdl/subventions`.
struct SchemaFolder: Sendable {
    private let folder: URL
    private let origin: SchemaLibrary.Origin

    init(_ folder: URL, _ origin: SchemaLibrary.Origin) {
        self.folder = folder
        self.origin = origin
    }

    /// A file of the folder that is a Table Schema.
    private struct Found {
        let name: String
        let version: String?
        let title: String?
        let isCurrent: Bool
        let url: URL
    }

    func entries() -> [SchemaLibrary.Entry] {
        Dictionary(grouping: found(), by: \.name).map { name, files in
            let versions = files.sorted { !$0.isCurrent && $1.isCurrent }.compactMap(\.version)
            return SchemaLibrary.Entry(
                name: name, title: files.first { $0.isCurrent }?.title ?? files[0].title,
                versions: Set(versions).sorted { $0.compare($1, options: .numeric) == .orderedAscending }, origin: origin)
        }
    }

    /// The bytes of a schema; the current one when no version is asked for.
    func bytes(_ reference: SchemaReference) -> Data? {
        let files = found().filter { $0.name == reference.name }
        let chosen =
            if let version = reference.version {
                files.first { $0.version == version }
            } else {
                files.first { $0.isCurrent }
                    ?? files.max { ($0.version ?? "").compare($1.version ?? "", options: .numeric) == .orderedAscending }
            }
        return chosen.flatMap { FileManager.default.contents(atPath: $0.url.path) }
    }

    private func found() -> [Found] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return paths.filter { $0.hasSuffix(".json") && !$0.hasPrefix("_") && !$0.contains("/examples/") }.sorted().compactMap {
            path in
            let url = folder.appending(path: path)
            guard let descriptor = try? SchemaDescriptor(contentsOf: url) else { return nil }
            let parts = path.split(separator: "/").map(String.init)
            let old = parts.firstIndex(of: "versions")
            return Found(
                name: Self.name(of: path),
                version: old.flatMap { parts.count > $0 + 1 ? SchemaReference.bare(parts[$0 + 1]) : nil }
                    ?? descriptor.version.map { SchemaReference.bare($0) },
                title: descriptor.title, isCurrent: old == nil, url: url)
        }
    }

    private static func name(of path: String) -> String {
        let whole = path.firstRange(of: "/versions/").map { String(path[..<$0.lowerBound]) } ?? path
        let ending = ["/schema.json", ".schema.json", ".json"].first { whole.hasSuffix($0) } ?? ""
        return String(whole.dropLast(ending.count)).replacing("--", with: "/", maxReplacements: 1)
    }
}
