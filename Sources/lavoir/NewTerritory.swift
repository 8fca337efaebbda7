internal import Foundation
internal import Runs
internal import Territory

/// The files of a territory that begins.
struct NewTerritory {
    let name: String
    let siren: String?

    /// A folder that is a territory already.
    struct AlreadyThere: Explained {
        let folder: String
        var code: String { "lavoir.territory-exists" }
        var place: Place? { nil }
        var subject: String? { folder }
        var what: Bilingual { Bilingual(fr: "\(folder) contient déjà un territoire", en: "\(folder) already holds a territory") }
        var cause: Bilingual? { nil }
        var remedy: Bilingual { Bilingual(fr: "Choisissez un autre dossier", en: "Choose another folder") }
    }

    /// Writes the files.
    /// - Returns: their paths, relative to the folder.
    func write(to folder: URL) throws -> [String] {
        guard !FileManager.default.fileExists(atPath: folder.appending(path: "lavoir.yaml").path) else {
            throw AlreadyThere(folder: folder.path)
        }
        for name in ["datasets", "exports", "lookups", "schemas", ".lavoir/schemas"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        for (path, text) in files { try Data(text.utf8).write(to: folder.appending(path: path), options: .withoutOverwriting) }
        return files.map(\.path)
    }

    private var files: [(path: String, text: String)] {
        [
            ("lavoir.yaml", lavoir), ("datasets/exemple.yaml", Self.dataset), ("exports/exemple.csv", Self.export),
            (".gitignore", ".lavoir/\nlake/\naccess/\n"),
            (".lavoir/schemas/lavoir.json", JSONSchema.lavoir(vocabulary)),
            (".lavoir/schemas/dataset.json", JSONSchema.dataset(vocabulary)),
            (".lavoir/schemas/source.json", JSONSchema.source(vocabulary)),
        ]
    }

    private var lavoir: String {
        let quoted = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let identity = siren.map { ", siren: \"\($0)\"" } ?? ""
        return """
            # yaml-language-server: $schema=.lavoir/schemas/lavoir.json
            territory: { name: \(quoted)\(identity), languages: [fr, en] }
            licence: lov2
            # lake: { catalogue: lake/catalogue.ducklake, data: lake/data, keep: 2 years }

            """
    }

    private static let dataset = """
        # yaml-language-server: $schema=../.lavoir/schemas/dataset.json
        title: Un premier jeu de données
        description: Remplacez-le par le vôtre.
        frequency: annual
        source: { file: exports/exemple.csv }
        recipe:
          - trim: all
          - parse: { montant: amount, date: date }
        key: [reference]
        fields:
          montant: { type: double, unit: €, label: Montant }
          date: { type: date, label: Date }

        """

    private static let export =
        "reference;date;objet;montant\nA-1;03/02/2025;Réfection du lavoir;1 500,00 €\nA-2;17/03/2025;Bancs;249,90 €\n"
}
