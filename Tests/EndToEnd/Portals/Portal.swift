import Foundation
import Support
import Testing

/// A real portal on this machine, a proxy before it, and a town that publishes there.
final class Portal: Sendable {
    /// What the tests need of each kind.
    enum Kind: String, Sendable { case ckan, udata, s3 }

    let kind: Kind
    /// Where the server keeps its files and its tokens.
    let folder: TemporaryFolder
    let port: Int

    /// The portal of the suite that runs.
    @TaskLocal static var current: Portal?

    init(_ kind: Kind) throws {
        self.kind = kind
        folder = try TemporaryFolder()
        let owner = ["LAVOIR_OWNER": String(ProcessInfo.processInfo.processIdentifier)]
        let said = try Script.run(
            Self.script(kind), ["start", folder.url.path], in: folder.url, environment: owner)
        port = try #require(Int(said.split(separator: "\n").last ?? ""), "\(kind) start said: \(said)")
    }

    private static func script(_ kind: Kind) -> String {
        Repository.folder.appending(path: "scripts/servers/\(kind.rawValue)").path
    }

    func stop() { _ = try? Script.run(Self.script(kind), ["stop", folder.url.path], in: folder.url) }

    /// Kills the web server as a crash would, and starts it again.
    /// - Parameters:
    ///   - plugins: beside its own, until the next start.
    ///   - settings: lines `name=value`.
    func restart(plugins: String = "", settings: String = "") throws {
        let environment = ["CKAN_PLUGINS": plugins, "CKAN_SETTINGS": settings]
        _ = try Script.run(Self.script(kind), ["restart", folder.url.path], in: folder.url, environment: environment)
        if !plugins.isEmpty { _ = try ask("GET", "api/3/action/status_show") }
    }

    /// A token: of an editor, or of nobody's member.
    func token(_ name: String = "token") throws -> String {
        try folder.text("\(kind.rawValue)-\(name)").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var organization: String {
        get throws { kind == .ckan ? "ville-test" : try folder.text("udata-organization") }
    }

    /// Asks the portal itself, past the proxy.
    func ask(_ method: String = "GET", _ path: String, _ body: String? = nil, token: String? = nil) throws -> Any {
        let header = kind == .ckan ? "Authorization" : "X-API-KEY"
        var arguments = [
            "-sS", "-X", method, "http://127.0.0.1:\(port)/\(path)", "-H", "\(header): \(try token ?? self.token())",
        ]
        if let body { arguments += ["-H", "Content-Type: application/json", "-d", body] }
        return try JSONSerialization.jsonObject(with: Data(try Script.run("curl", arguments, in: folder.url).utf8))
    }
}

/// Starts a portal around a suite.
struct PortalTrait: SuiteTrait, TestScoping {
    let kind: Portal.Kind

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        let portal = try Portal(kind)
        defer { portal.stop() }
        try await Portal.$current.withValue(portal) { try await function() }
    }
}

extension Trait where Self == PortalTrait {
    /// A real portal for the whole suite: `Portal.current`. Its absence is a failure.
    static func portal(_ kind: Portal.Kind) -> Self { PortalTrait(kind: kind) }
}

/// A proxy before a portal, which counts and breaks; it goes with the test.
final class PortalProxy: Sendable {
    private let server: ScriptServer
    var folder: TemporaryFolder { server.folder }
    var port: Int { server.port }

    init(before portal: Portal) throws {
        server = try ScriptServer(
            "Tests/EndToEnd/Portals/proxy.py",
            ["http://127.0.0.1:\(portal.port)", "."] + (portal.kind == .s3 ? ["keep-host"] : []))
    }

    /// The requests so far: method, path, status.
    var requests: [String] { server.lines() }

    /// Those that change something.
    var writes: [String] { requests.filter { !$0.hasPrefix("GET ") && !$0.hasPrefix("HEAD ") } }

    /// Forgets the requests so far.
    func forget() throws { try folder.write("", to: "requests.log") }

    /// Faults that have not come yet.
    var remainingFaults: [String] { server.lines("faults") }

    /// Breaks the next requests of a kind: `POST resource_create 500-after`.
    func breaks(_ faults: String...) throws { try folder.write(faults.joined(separator: "\n"), to: "faults") }
}

/// A town that publishes to one portal.
struct PublishingTown: Sendable {
    let town: Town
    let portal: Portal
    let proxy: PortalProxy

    /// - Parameters:
    ///   - name: tells this town's datasets from those of other tests on the same portal.
    ///   - lines: more of the dataset's file.
    init(_ portal: Portal, _ name: String, token: String? = nil, options: String = "", lines: String = "") throws {
        self.portal = portal
        proxy = try PortalProxy(before: portal)
        var town = try Town(
            lake: Self.lavoir(portal, proxy, options), datasets: [name: Self.dataset(name, lines)])
        town.environment = ["PORTAL_TOKEN": try token ?? portal.token()]
        try town.folder.write(Self.rows, to: "exports/\(name).csv")
        self.town = town
    }

    /// The lines of `lavoir.yaml` that declare the portal, seen through the proxy.
    static func lavoir(_ portal: Portal, _ proxy: PortalProxy, _ options: String = "") throws -> String {
        "destinations:\n\(try destination("ailleurs", portal, proxy, options))\n"
    }

    static func destination(_ name: String, _ portal: Portal, _ proxy: PortalProxy, _ options: String = "") throws -> String {
        """
          \(name): { \(portal.kind.rawValue): "http://127.0.0.1:\(proxy.port)", token: { env: PORTAL_TOKEN }, organization: "\(try portal.organization)"\(options) }
        """
    }

    /// The keys of what goes beside the files.
    static let documents = ["dictionary", "csvw", "report.html", "report.json"]

    /// What the source of a dataset holds.
    static let rows = "id,nom,montant\n1,Amicale,10\n2,Judo,20\n"

    static func dataset(_ name: String, _ lines: String = "", at destination: String = "ailleurs") -> String {
        """
        title: Essai \(name)
        description: >-
          Des montants versés à des associations, pour voir ce qu'un portail en fait. Deux lignes, trois colonnes, et assez de mots
          pour que la description soit jugée bonne par qui la note : de quoi parlent les données, d'où elles viennent, leurs limites.
        keywords: [essai, vie associative]
        frequency: annual
        period: { from: 2024-01-01, to: 2024-12-31 }
        coverage: { level: commune, code: "58000", name: Valbourg, box: [3.05, 47.02, 3.16, 47.09] }
        contact: { name: Service numérique, page: "https://www.example.org/contact" }
        source: { file: exports/\(name).csv }
        key: [id]
        fields: { id: { type: int }, nom: { type: text }, montant: { type: double, unit: € } }
        publish: [\(destination)]
        \(lines)
        """
    }

    struct Answer: Decodable {
        struct Change: Decodable { let kind: String }
        struct Words: Decodable { let fr: String }
        struct Fault: Decodable { let code: String }
        let dataset: String
        let outcome: String
        let changes: [Change]
        let left: [Words]
        let advice: [Words]
        let score: Double?
        let fault: Fault?
    }

    /// Publishes, or plans, and reads the answers.
    func answers(_ arguments: [String] = ["publish"], status: Int32 = 0) throws -> [Answer] {
        let outcome = try Program.run(arguments + ["--json"], in: town.folder.url, environment: town.environment)
        #expect(outcome.status == status, "\(arguments)\n\(outcome.output)\(outcome.errors)")
        return try JSONDecoder().decode([Answer].self, from: Data(outcome.output.utf8))
    }
}
