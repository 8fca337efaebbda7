internal import DuckDB
internal import Foundation
internal import Lake
internal import Portal
internal import Query
internal import Territory

/// What the pages of one request are made from: whose site, which state of the page, the datasets that everyone may see.
struct PortalView: Sendable {
    let ask: Ask
    let serving: Serving
    let site: Site
    let state: PageState
    let now = Date()

    init(_ ask: Ask, _ serving: Serving, _ language: Language) {
        self.ask = ask
        self.serving = serving
        site = Self.site(serving, language)
        state = PageState(ask.parameters.items.map { PageState.Item($0.name, $0.value) })
    }

    static func site(_ serving: Serving, _ language: Language) -> Site {
        let path = serving.options.basePath.split(separator: "/").map { "/" + $0 }.joined()
        return Site(name: serving.territory.name, languages: serving.territory.languages, language: language, basePath: path)
    }

    var civil: CivilTime { CivilTime(microseconds: Int64(now.timeIntervalSince1970 * 1_000_000)) }

    /// The datasets that everyone may see. What a key opens is for programs.
    var exhibits: [Exhibit] {
        serving.shelf.copies.filter { serving.shelf.isOpen($0.copy.dataset) }.compactMap(exhibit)
    }

    /// The dataset of the address.
    func exhibit() throws -> Exhibit {
        let name = ask.place("dataset")
        guard serving.shelf.isOpen(name), let copy = serving.shelf.copy(of: name), let exhibit = exhibit(copy) else {
            throw Refusal.noDataset(name)
        }
        return exhibit
    }

    private func exhibit(_ copy: OpenCopy) -> Exhibit? {
        guard let dataset = serving.territory.dataset(copy.copy.dataset) else { return nil }
        let licence = Licence(dataset.licence ?? serving.territory.licence)
        return Exhibit(
            dataset, table: copy.table, rows: copy.about.rows, version: copy.copy.version, committed: copy.about.committed,
            licence: licence.title, licenceAddress: licence.address)
    }

    /// The rows of plans over a dataset, asked on one connection. The copy is held to the end.
    func rows(_ plans: [QueryPlan], of exhibit: Exhibit) async throws -> [[Row]] {
        let copy = serving.shelf.copy(of: exhibit.name)
        defer { withExtendedLifetime(copy) {} }
        let queries = try plans.map { try $0.compiled(over: exhibit.table) }
        return try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            try queries.map { try connection.rows($0.sql, $0.parameters) }
        }
    }

    /// How many rows a plan has without its page, and the values of facets.
    func counts(_ plan: QueryPlan, _ facets: FacetPlan?, of exhibit: Exhibit) async throws -> (total: Int, facets: [FacetAnswer])
    {
        let copy = serving.shelf.copy(of: exhibit.name)
        defer { withExtendedLifetime(copy) {} }
        let count = try plan.counted(over: exhibit.table), query = try facets?.compiled(over: exhibit.table)
        let (total, rows) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            (
                try connection.row(count.sql, count.parameters)?[0].integer ?? 0,
                try query.map { try connection.rows($0.sql, $0.parameters) } ?? []
            )
        }
        return (total, facets.map { FacetAnswer.read(rows, of: $0) } ?? [])
    }

    /// Asks the lake itself: what has been, and what changed.
    func lake<T: Sendable>(_ body: @escaping @Sendable (LakeSession) throws -> T) async throws -> T {
        try await serving.lake.session { try await $0.session(readOnly: true, patience: .seconds(5), body) }
    }
}
