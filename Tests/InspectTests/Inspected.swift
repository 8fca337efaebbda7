import Foundation
import Support

@testable import Inspect

/// A file of a test, inspected.
enum Inspected {
    static func file(_ file: URL, schemas: URL? = nil, drafting path: String? = nil) async throws -> Inspector.Findings {
        try await Inspector(extensionFolder: Repository.extensions)
            .inspect(file, against: schemas.map { SchemaShelf($0) } ?? .empty, drafting: path)
    }

    /// Inspects these bytes under a name.
    static func bytes(_ bytes: Data, named name: String = "x.csv", drafting path: String? = nil) async throws
        -> Inspector.Findings
    {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: name)
        return try await file(folder.url.appending(path: name), drafting: path)
    }

    static func text(_ text: String, drafting path: String? = nil) async throws -> Inspector.Findings {
        try await bytes(Data(text.utf8), drafting: path)
    }

    /// Rows of a table of three columns that no trap catches.
    static func plain(_ rows: Int = 12) -> String {
        let names = [
            "Lyre", "Boule", "Rame", "Judo", "Chorale", "Pétanque", "Escrime", "Danse", "Tir", "Voile", "Aïkido", "Club",
        ]
        return "nom;ville;montant\n" + (0..<rows).map { "\(names[$0 % names.count]) \($0);Valbourg;\($0 * 100 + 50)\n" }.joined()
    }
}
