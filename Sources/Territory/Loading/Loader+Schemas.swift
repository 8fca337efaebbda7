import Foundation

// `scdl/subventions` is a name in schemas/, `schemas/mine.json` a path, `none` no schema.
extension Loader {
    mutating func resolveSchema(_ value: Value?) -> SchemaDeclaration? {
        guard let value, let name = value.text, name != "none" else { return nil }
        let paths = Self.paths(of: name)
        guard let first = paths.first, border.locate(first) != nil else {
            report(Problem(.outside, at: value.place, ["path": Bilingual(name)]))
            return nil
        }
        for path in paths {
            guard let file = border.locate(path), let bytes = laid[path] ?? (try? Data(contentsOf: file)) else { continue }
            do {
                return SchemaDeclaration(name: name, file: path, table: try TableSchema(bytes), place: value.place)
            } catch {
                report(
                    Problem(
                        .badSchema, at: value.place,
                        ["path": Bilingual(path), "detail": TableSchema.refusal(error)]))
                return nil
            }
        }
        reportMissing(value, name, paths)
        return nil
    }

    private static func paths(of name: String) -> [String] {
        guard !name.hasSuffix(".json") else { return [name] }
        return ["schemas/\(name).json", "schemas/\(name)/schema.json", "schemas/\(name).schema.json"]
    }

    private mutating func reportMissing(_ value: Value, _ name: String, _ paths: [String]) {
        let isPath = name.hasSuffix(".json")
        let near = NearestName.of(name, among: isPath ? schemaFiles() : schemaFiles().map(Self.name) + ["none"])
        let tried = Bilingual(
            fr: paths.joined(separator: TypeWords.or.french), en: paths.joined(separator: TypeWords.or.english))
        report(
            Problem(
                .missingFile, at: value.place, nearest: near,
                ["path": Bilingual(name), "where": Whereabouts.file.key("schema").words, "tried": tried]))
    }

    private func schemaFiles() -> [String] {
        let home = border.folder.appendingPathComponent("schemas")
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: home.path)) ?? []
        return paths.filter { $0.hasSuffix(".json") }.sorted().map { "schemas/" + $0 }
    }

    private static func name(of path: String) -> String {
        var name = String(path.dropFirst("schemas/".count))
        for ending in ["/schema.json", ".schema.json", ".json"] where name.hasSuffix(ending) {
            name = String(name.dropLast(ending.count))
            break
        }
        return name
    }
}
