import Foundation

@testable import Territory

/// A territory in a temporary folder, gone with the last reference to it.
final class SampleTerritory: Sendable {
    let folder: URL

    static let lavoir = """
        territory: { name: Ville de Valbourg, siren: "215800004", languages: [fr, en] }
        destinations:
          metropole: { ckan: "https://data.example.org", token: { env: CKAN_TOKEN } }

        """

    /// Files by path; a sound lavoir.yaml unless one is given.
    init(_ files: [String: String], lavoir: String? = lavoir) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("territory-\(UUID().uuidString)")
        var all = files.mapValues { Data($0.utf8) }
        if let lavoir { all["lavoir.yaml"] = all["lavoir.yaml"] ?? Data(lavoir.utf8) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, bytes) in all { try write(bytes, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ bytes: Data, to path: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    var problems: [Problem] { Territory.problems(in: folder, knowing: .sample) }

    /// `code place` for each problem, in order.
    var outline: [String] { problems.map { "\($0.code) \($0.place?.description ?? "-")" } }

    func load() throws -> Territory { try Territory.load(folder, knowing: .sample) }
}

extension Vocabulary {
    /// A few specs with every shape a room may use.
    static let sample = Vocabulary(
        connectors: [
            Spec(
                name: "file", summary: Bilingual("file"), argument: .glob,
                options: [
                    Key("encoding", .text, summary: Bilingual("encoding")), Key("header", .integer, summary: Bilingual("header")),
                    Key("sheet", .scalar, summary: Bilingual("sheet")),
                ], example: "file: a.csv"),
            Spec(
                name: "totem", summary: Bilingual("totem"), argument: .glob,
                options: [Key("mode", .choice(["completed", "strict"]), required: true, summary: Bilingual("mode"))],
                example: "totem: a.xml"),
        ],
        steps: [
            Spec(name: "rename", summary: Bilingual("rename"), argument: .map(.text), example: "rename: { A: B }"),
            Spec(name: "keep", summary: Bilingual("keep"), argument: .oneOrMany(.text), example: "keep: [A]"),
            Spec(
                name: "trim", summary: Bilingual("trim"), argument: .oneOf([.choice(["all"]), .list(.text)]), example: "trim: all"
            ),
            Spec(
                name: "unpivot", summary: Bilingual("unpivot"),
                argument: .object([
                    Key("columns", .oneOrMany(.text), required: true, summary: Bilingual("columns")),
                    Key("name", .text, required: true, summary: Bilingual("name")),
                    Key("keep-empty", .boolean, summary: Bilingual("keep-empty")),
                ]), example: "unpivot: { columns: A, name: b }", knownAs: ["melt"]),
            Spec(
                name: "lookup", summary: Bilingual("lookup"),
                argument: .object([Key("file", .path(mustExist: true), required: true, summary: Bilingual("file"))]),
                example: "lookup: { file: lookups/a.csv }"),
        ],
        destinations: [
            Spec(
                name: "ckan", summary: Bilingual("ckan"), argument: .text,
                options: [Key("token", .secret, required: true, summary: Bilingual("token"))], example: "ckan: https://x")
        ])
}

/// A dataset with a title and a source, and whatever follows.
func dataset(_ rest: String) -> String { "title: T\nsource: { file: a.csv }\n" + rest }
