import Foundation
import Support
import Territory
import Testing

@testable import Collect

/// Sources and downloads of the tests.
enum HttpSample {
    static func source(
        _ address: String, _ options: [String: Value.Content] = ["network": .text("local")]
    ) -> SourceDeclaration {
        SourceDeclaration(
            connector: "http", argument: Value(.text(address), at: TextTable.place()),
            options: options.mapValues { Value($0, at: TextTable.place(3)) }, place: TextTable.place())
    }

    static func connector(
        _ address: String, in folder: TemporaryFolder, _ options: [String: Value.Content] = ["network": .text("local")],
        environment: [String: String] = [:]
    ) throws -> HttpConnector {
        try HttpConnector(
            source(address, options), in: Confinement(folder.url), opening: Keyring(environment: environment, folder: folder.url))
    }

    /// A fetch with limits of its own.
    static func fetch(
        _ address: String, in folder: TemporaryFolder, local: Bool = true, pauses: [Double] = [0, 0],
        change: (inout HttpFetch) -> Void = { _ in }
    ) throws -> HttpFetch {
        let parsed = try #require(HttpAddress(address))
        var fetch = HttpFetch(
            address: parsed, headers: [], isLocalAllowed: local, store: HttpStore(address, in: Confinement(folder.url)),
            place: TextTable.place())
        fetch.limits.pauses = pauses
        change(&fetch)
        return fetch
    }

    /// The code and the sentence of a refusal; the store must hold what it held.
    static func fault(_ fetch: HttpFetch, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let before = try? Data(contentsOf: fetch.store.body)
        do {
            _ = try fetch.refresh()
            return "no fault"
        } catch let fault as any Explained {
            #expect((try? Data(contentsOf: fetch.store.body)) == before, sourceLocation: sourceLocation)
            let left = (try? FileManager.default.contentsOfDirectory(atPath: fetch.store.folder.path)) ?? []
            #expect(!left.contains { $0.hasPrefix("part") }, "\(left)", sourceLocation: sourceLocation)
            return "\(fault.code)\(fault.isTransient ? " (transient)" : ""): \(fault.what.english)"
        } catch {
            return "\(error)"
        }
    }
}

extension HttpFetch {
    /// The body after a refresh.
    func refreshed() throws -> Data {
        _ = try refresh()
        return try Data(contentsOf: store.body)
    }
}
