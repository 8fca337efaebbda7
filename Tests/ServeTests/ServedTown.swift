import DuckDB
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Lake
import Logging
import NIOCore
import NIOFoundationEssentialsCompat
import Runs
import Support
import Territory

@testable import Serve

/// A territory in a temporary folder, its datasets run into a lake and served in process.
final class ServedTown: Sendable {
    let folder: TemporaryFolder
    let server: Server

    /// The town that most tests read: they change nothing in it.
    static let shared = Task { try await ServedTown(files: seeded) }

    init(files: [String: String], setting change: (inout ServeOptions) -> Void = { _ in }) async throws {
        folder = try TemporaryFolder()
        try folder.write("territory: { name: Essai, languages: [fr, en] }\nlicence: lov2\n", to: "lavoir.yaml")
        for (path, text) in files { try folder.write(text, to: path) }
        try await Self.run(folder)
        var options = ServeOptions()
        options.readers = 2
        options.logsRequests = false
        change(&options)
        let territory = try Territory.load(folder.url, knowing: vocabulary)
        server = try await Server(
            territory, options, extensionFolder: Repository.extensions,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        await server.refresh()
    }

    /// A town that publishes one table.
    /// - Parameter lines: of its declaration, after title, source and portal.
    convenience init(_ name: String, csv: String, _ lines: String) async throws {
        let head = "title: \(name.capitalized)\nsource: { file: exports/\(name).csv }\npublish: [portal]\n"
        try await self.init(files: ["exports/\(name).csv": csv, "datasets/\(name).yaml": "\(head)\(lines)\n"])
    }

    /// Runs every dataset, as another process would.
    static func run(_ folder: TemporaryFolder) async throws {
        let territory = try Territory.load(folder.url, knowing: vocabulary)
        let environment = RunEnvironment(author: "test", message: "", program: "0", extensionFolder: Repository.extensions)
        let results = try await Runner(territory, environment).run(territory.datasets)
        for result in results where result.version == nil { throw NotRun(dataset: result.dataset, words: "\(result)") }
    }

    struct NotRun: Error {
        let dataset: String
        let words: String
    }

    /// Asks for a path of the Explore API, `datasets/…`, parameters as they are.
    func explore(_ path: String, _ parameters: KeyValuePairs<String, String> = [:], headers: HTTPFields = [:]) async throws
        -> Reply
    {
        let query = parameters.map { "\(AddressText.encoded($0.key))=\(AddressText.encoded($0.value))" }.joined(separator: "&")
        return try await get("/\(Explore.root)/\(path)" + (query.isEmpty ? "" : "?\(query)"), headers: headers)
    }

    func get(_ uri: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws -> Reply {
        try await server.application(watches: false).test(.router) { client in
            try await client.execute(uri: uri, method: method, headers: headers) { response in
                Reply(status: response.status.code, headers: response.headers, bytes: Data(response.body.readableBytesView))
            }
        }
    }

    /// What came back.
    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: Data
        var text: String { String(decoding: bytes, as: UTF8.self) }

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

        /// The body as JSON.
        func json() throws -> Value { try JSONDecoder().decode(Value.self, from: bytes) }
    }

    /// JSON as a test reads it.
    indirect enum Value: Decodable, Hashable {
        case null, boolean(Bool), number(Double), text(String), list([Value]), object([String: Value])

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if one.decodeNil() {
                self = .null
            } else if let value = try? one.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? one.decode(Double.self) {
                self = .number(value)
            } else if let value = try? one.decode(String.self) {
                self = .text(value)
            } else if let value = try? one.decode([Value].self) {
                self = .list(value)
            } else {
                self = .object(try one.decode([String: Value].self))
            }
        }

        subscript(name: String) -> Value { if case .object(let members) = self { members[name] ?? .null } else { .null } }
        subscript(index: Int) -> Value { if case .list(let values) = self, index < values.count { values[index] } else { .null } }
        var list: [Value] { if case .list(let values) = self { values } else { [] } }
        var text: String? { if case .text(let text) = self { text } else { nil } }
        var number: Double? { if case .number(let number) = self { number } else { nil } }
        var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
    }

    /// Six works of art with everything that is hard to write: quotes, separators, line ends, accents, nulls, lists, points, shapes.
    static let seeded: [String: String] = [
        "exports/oeuvres.csv": """
        id,titre,prix,poids,pose,releve,mots,public,lieu,contour,secret
        1,"Le ""Grand"" Cèdre",120,1.5,1998-03-21,2025-11-04 09:30:00,"bois;parc",oui,"43.6045, 1.4437","{""type"":""Point"",""coordinates"":[1.4437,43.6045]}",a
        2,"Deux; points: et, virgules",80,0.25,2001-07-01,2025-06-04 09:30:00.5,bois,non,"43.61, 1.45",,b
        3,"Sur
        deux lignes",,2,,,,oui,,,c
        4,École d'Été,40,3.75,2020-02-29,2020-02-29 23:59:59,"eau;parc",non,"43.5, 1.4",,d
        5,École d'Été,40,3.75,2020-08-14,2020-08-14 00:00:00,eau,non,"43.7, 1.5",,e
        6,<b>&amp;</b>,-3,0,1900-01-01,1970-01-01 00:00:00,,oui,"-21.1, 55.5",,f
        """,
        "datasets/oeuvres.yaml": """
        title: { fr: Œuvres d'art, en: Works of art }
        description: { fr: Les œuvres de la ville, en: The town's works }
        theme: culture
        keywords: [art, parc]
        frequency: annual
        source: { file: exports/oeuvres.csv }
        key: [id]
        publish: [portal]
        fields:
          id: { type: int, label: Numéro }
          titre: { type: text, label: Titre, facet: true }
          prix: { type: int, label: Prix, unit: € }
          poids: { type: double }
          pose: { type: date, facet: true }
          releve: { type: datetime }
          mots: { type: text, facet: true, separator: ";" }
          public: { type: boolean }
          lieu: { type: geo_point_2d }
          contour: { type: geo_shape }
          secret: { type: text, private: true }
        """,
        "exports/paie.csv": "agent,grade\n1,A\n2,B\n2,B\n",
        "datasets/paie.yaml": "title: Paie\nsource: { file: exports/paie.csv }\n",
    ]
}
