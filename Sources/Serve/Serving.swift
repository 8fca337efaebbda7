internal import DuckDB
internal import Foundation
internal import Lake
internal import Logging
internal import Portal
internal import Query
internal import Runs
internal import Territory
internal import Workshop

/// What the endpoints answer from.
final class Serving: Sendable {
    let live: LiveTerritory
    var territory: Territory { live.now }
    let options: ServeOptions
    let shelf: Shelf
    let lake: LakeDoor
    let keys: Keys
    let quotas: Quotas
    let spools: Spools
    let checks: Places
    let schemas: SchemaLibrary
    let extensionFolder: String
    let cache: AnswerCache
    let flights = Flights()
    let connections = Connections()
    let metrics = Metrics()
    /// What is known of the layers of the OGC APIs.
    let layerBook = LayerBook()
    /// Where points lie.
    let pointBook: PointBook
    let log: Logger
    let workroom: Workroom
    /// The town's directory, when it lets agents in.
    let identity: IdentityProvider?
    /// Pictures in dots: one at a time.
    let pictures = SlowWork("lavoir.pictures", most: 16)
    /// How the pages look.
    let theme: Theme

    init(
        _ live: LiveTerritory, _ options: ServeOptions, engine: Engine, lake: LakeDoor, extensionFolder: String, log: Logger
    ) throws {
        let territory = live.now
        self.live = live
        self.options = options
        self.log = log
        theme = Theme(territory, scripts: URL(filePath: extensionFolder))
        shelf = Shelf(live, engine: engine)
        workroom = Workroom(territory, days: options.draftDays)
        identity = try territory.signIn.map { try IdentityProvider($0, territory.keyring) }
        self.lake = lake
        keys = Keys(KeyFile(territory))
        quotas = Quotas(anonymous: options.anonymousQuota, in: territory.folder.appending(path: ".lavoir"))
        spools = Spools(territory, limit: options.exportBytes)
        checks = Places(options.checks)
        schemas = SchemaLibrary(
            territory: territory.folder, cache: SchemaLibrary.defaultCache, isLocalAllowed: options.asksLocalAddresses)
        self.extensionFolder = extensionFolder
        cache = AnswerCache(limit: options.cacheBytes / 4 * 3)
        pointBook = PointBook(limit: options.cacheBytes / 4)
    }

    /// The copy that a request is about: of the current version, or of the one asked for with `version` or `as_of`. A dataset
    /// that the caller may not see is absent.
    func copy(_ ask: Ask) async throws -> OpenCopy {
        let name = try visible(ask)
        if let choice = try Self.choice(ask) {
            return try await shelf.past(try await lake.with { try await $0.past(name, choice) })
        }
        guard let copy = shelf.copy(of: name) else { throw Refusal.noDataset(name) }
        return copy
    }

    /// What answers about a dataset depend on, when that is its current version.
    func dependence(_ ask: Ask) throws -> Dependence? {
        let name = try visible(ask)
        if ask.parameters["version"] != nil || ask.parameters["as_of"] != nil || Self.movesWithTime(ask) { return nil }
        return shelf.copy(of: name)?.dependence
    }

    /// What answers about the catalogue depend on.
    func catalogueDependence(_ ask: Ask) -> Dependence? { Self.movesWithTime(ask) ? nil : shelf.catalogue?.dependence }

    /// The catalogue as the caller sees it.
    func catalogue(_ ask: Ask) throws -> (catalogue: Catalogue, table: QueryTable) {
        guard let catalogue = shelf.catalogue else { throw Refusal.notReady }
        return (catalogue, catalogue.table(for: ask.caller))
    }

    /// The sheet of a dataset as the catalogue holds it (`DatasetSheet`); nil when there is none that the caller may see.
    func sheet(of name: String, _ ask: Ask) async throws -> String? {
        let (catalogue, table) = try catalogue(ask)
        defer { withExtendedLifetime(catalogue) {} }
        let plan = QueryPlan(
            outputs: [Output("sheet", .field(DatasetSheet.sheet))],
            filter: .compare(.field(DatasetSheet.fields[0]), .equal, .value(.text(name))), limit: 1)
        let query = try plan.compiled(over: table)
        return try await shelf.engine.read(deadline: deadline) { try $0.row(query.sql, query.parameters)?[0].text }
    }

    /// The deadline of a short question.
    var deadline: Duration { .seconds(options.timeout) }

    private func visible(_ ask: Ask) throws -> String {
        let name = ask.place("dataset")
        guard territory.dataset(name) != nil, shelf.isOpen(name) || ask.caller.opens(name) else { throw Refusal.noDataset(name) }
        return name
    }

    private static func choice(_ ask: Ask) throws -> VersionChoice? {
        if let text = ask.parameters["version"] {
            guard let number = Int(text) else {
                throw Refusal.parameter("Invalid value for version API parameter: \(text) was found but an integer is expected.")
            }
            return .number(number)
        }
        guard let text = ask.parameters["as_of"] else { return nil }
        guard let choice = VersionChoice(text), case .date = choice else {
            throw Refusal.parameter("Invalid value for as_of API parameter: \(text) was found but a date is expected.")
        }
        return choice
    }

    /// Whether the answer changes while the data do not: it asks what time it is.
    private static func movesWithTime(_ ask: Ask) -> Bool {
        ask.parameters.items.contains { $0.value.range(of: "now", options: .caseInsensitive) != nil }
    }
}
