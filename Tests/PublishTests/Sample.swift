import Foundation
import Support

@testable import Publish
@testable import Territory

/// A dataset of a territory, and files to publish of it.
struct Sample {
    let folder: TemporaryFolder
    let territory: Territory

    init(destinations: String = "", sheet: String = "", token: String = "secret-token") throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            territory:
              name: Ville de Valbourg
              siren: "215800004"
              siret: "21580000400016"
              site: https://donnees.valbourg.example/
              contact: { name: Service numérique, page: "https://valbourg.example/contact" }
              coverage: { level: commune, code: "58001", name: Valbourg, box: [3.1, 47.1, 3.2, 47.2] }
            licence: lov2
            \(destinations)
            """, to: "lavoir.yaml")
        try folder.write(
            """
            title: { fr: Subventions, en: Grants }
            description: Toutes les subventions.
            theme: finances
            keywords: [Vie associative, "l'aide : clé"]
            frequency: annual
            period: { from: 2022-01-01, to: 2024-12-31 }
            source: { file: a.csv }
            \(sheet)
            """, to: "datasets/subventions.yaml")
        territory = try Territory.load(folder.url, knowing: Self.vocabulary, environment: ["TOKEN": token])
    }

    /// One connector, and every destination.
    static let vocabulary = Vocabulary(
        connectors: [Spec(name: "file", summary: Bilingual("file"), argument: .text, example: "file: a.csv")], steps: [],
        destinations: Publish.destinations.map { $0.spec })

    /// The sheet of version 3.
    func sheet(_ name: String = "subventions") throws -> Sheet {
        guard let dataset = territory.dataset(name) else { throw CocoaError(.fileNoSuchFile) }
        return Sheet(dataset, of: territory, version: 3, first: "2023-04-01 08:00:00.5", last: "2025-03-31 08:00:00.123")
    }

    /// A publication with files of these texts, by name.
    func publication(_ texts: [(name: String, text: String)] = [("subventions.csv", "a,b\r\n1,2\r\n")]) throws -> Publication {
        let files = try texts.map { name, text in
            try folder.write(text, to: "made/\(name)")
            let form = String(name.split(separator: ".").last ?? "")
            return try PublishedFile(
                folder.url.appending(path: "made/\(name)"), key: "data.\(form)", purpose: .data, form: FileForm(form))
        }
        return Publication(sheet: try sheet(), files: files)
    }
}
