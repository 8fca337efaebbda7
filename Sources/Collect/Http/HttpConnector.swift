package import DuckDB
package import Foundation
internal import Synchronization
package import Territory

/// A file at an address of the web, of any format in `fileFormats`. The body is kept on this machine and asked for again only
/// when the server says that it changed; once for each connector, however often its files are looked at.
package struct HttpConnector: Connector {
    /// What one run learnt: the first to look asks the server, the others wait for the answer.
    private final class Once: Sendable {
        let answer = Mutex<Result<HttpFetch.Outcome, any Error>?>(nil)
    }

    package static let findings: [FindingKind] = []

    private let source: SourceDeclaration
    private let address: HttpAddress
    private let store: HttpStore
    private let keyring: Keyring
    private let once = Once()

    package init(_ source: SourceDeclaration, in folder: Confinement) throws {
        try self.init(source, in: folder, opening: Keyring(environment: [:], folder: folder.folder))
    }

    package init(_ source: SourceDeclaration, in folder: Confinement, opening keyring: Keyring) throws {
        self.source = source
        self.keyring = keyring
        guard let address = HttpAddress(source.argument.text ?? "") else {
            let written = (source.argument.text ?? "").prefix { $0 != "?" && $0 != "@" }
            throw HttpFault(reason: .badAddress, address: String(written), place: source.argument.place)
        }
        self.address = address
        let names = (source.options["headers"]?.entries ?? []).map(\.key).sorted()
        store = HttpStore(([address.url.absoluteString] + names).joined(separator: "\n"), in: folder)
    }

    package func files() throws -> [URL] {
        _ = try refreshed()
        return [store.body]
    }

    package func collect(_ connection: Connection, into work: WorkArea) throws -> Collected {
        let outcome = try refreshed()
        let file = SourceFile(url: store.body, name: address.shown, number: 0, place: source.place)
        let collected = try FileReading(source).collect([file], connection, into: work)
        return Collected(
            relation: collected.relation, notes: [HttpMessages.note(outcome, address)] + collected.notes,
            findings: collected.findings, layouts: collected.layouts, titles: collected.titles)
    }

    private func refreshed() throws -> HttpFetch.Outcome {
        try once.answer.withLock { answer in
            let known = answer ?? Result { try fetch().refresh() }
            answer = known
            return try known.get()
        }
    }

    private func fetch() throws -> HttpFetch {
        HttpFetch(
            address: address, headers: try headers(), isLocalAllowed: source.options["network"]?.text == "local", store: store,
            place: source.argument.place)
    }

    /// The headers, their secrets opened now and kept nowhere.
    private func headers() throws -> [(name: String, value: String)] {
        try (source.options["headers"]?.entries ?? []).map { entry in
            (entry.key, try PlainOrSecret(entry.value).map { try keyring.open($0) } ?? "")
        }
    }
}
