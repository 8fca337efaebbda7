internal import DuckDB
internal import Foundation
internal import Lake
internal import Portal
internal import Query
internal import Territory
internal import Workshop

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
        state = PageState(ask.parameters)
    }

    static func site(_ serving: Serving, _ language: Language) -> Site {
        let path = serving.options.basePath.split(separator: "/").map { "/" + $0 }.joined()
        return Site(
            name: serving.territory.name, languages: serving.territory.languages, language: language, basePath: path,
            theme: serving.theme, takesSuggestions: serving.workroom.isOpen)
    }

    var civil: CivilTime { CivilTime(now) }

    /// The datasets that everyone may see. What a key opens is for programs.
    var exhibits: [Exhibit] {
        serving.shelf.copies.filter { serving.shelf.isOpen($0.copy.dataset) }.compactMap(exhibit)
    }

    /// The dataset of the address.
    func exhibit() throws -> Exhibit {
        let name = ask.place("dataset")
        guard let exhibit = exhibit(of: name) else { throw Refusal.noDataset(name) }
        return exhibit
    }

    /// A dataset, if everyone may see it.
    func exhibit(of name: String) -> Exhibit? {
        serving.shelf.isOpen(name) ? serving.shelf.copy(of: name).flatMap(exhibit) : nil
    }

    private func exhibit(_ copy: OpenCopy) -> Exhibit? {
        guard let dataset = serving.live.dataset(copy.copy.dataset) else { return nil }
        let licence = Licence(dataset.licence ?? serving.territory.licence)
        return Exhibit(
            dataset, table: copy.table, rows: copy.about.rows, version: copy.copy.version, committed: copy.about.committed,
            licence: licence.title, licenceAddress: licence.address,
            contact: dataset.sheet.contact ?? serving.territory.identity.contact)
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

    /// The chart that the address names.
    func chart(of exhibit: Exhibit) throws -> ChartChoice {
        guard let choice = ChartChoice(exhibit, state) else { throw Refusal.noPath }
        return choice
    }

    /// What a chart is made of.
    func parts(_ choice: ChartChoice, of exhibit: Exhibit) async throws -> [ChartPart] {
        choice.question.parts(try await rows([choice.question.plan], of: exhibit)[0])
    }

    /// What a page of a table shows, asked on one connection.
    struct TableAnswer: Sendable {
        let rows: [Row]
        /// Of all pages together.
        let total: Int
        let facets: [FacetAnswer]
    }

    /// - Parameter knownTotal: how many rows the plan has without its page, when nothing needs to be counted for it.
    func table(_ plan: QueryPlan, _ facetPlan: FacetPlan?, knownTotal: Int?, of exhibit: Exhibit) async throws -> TableAnswer {
        let copy = serving.shelf.copy(of: exhibit.name)
        defer { withExtendedLifetime(copy) {} }
        let table = exhibit.table, values = try facetPlan?.compiled(over: table)
        let count = knownTotal == nil ? try plan.counted(over: table) : nil
        return try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            var plan = plan
            plan.passing = try count.flatMap { try connection.row($0.sql, $0.parameters)?[0].integer }
            let facets = try values.map { try connection.rows($0.sql, $0.parameters) } ?? []
            let page = try plan.compiled(over: table)
            return TableAnswer(
                rows: try connection.rows(page.sql, page.parameters), total: plan.passing ?? knownTotal ?? 0,
                facets: facetPlan.map { FacetAnswer.read(facets, of: $0) } ?? [])
        }
    }

    /// Asks the lake itself: what has been, and what changed.
    func lake<T: Sendable>(_ body: @escaping @Sendable (LakeSession) throws -> T) async throws -> T {
        try await serving.lake.session { try await $0.session(readOnly: true, patience: .seconds(5), body) }
    }
}

extension PageState {
    init(_ parameters: Parameters) { self.init(parameters.items.map { Item($0.name, $0.value) }) }
}

extension Serving {
    /// The datasets that a form lets anyone choose from.
    func openDatasets(_ language: Language) -> [(name: String, title: String)] {
        territory.datasets.filter(\.isOpen).map { ($0.name, $0.title.text(in: language)) }
    }

    /// The language that an address is in.
    func language(of ask: Ask) -> Language {
        territory.languages.first { $0.rawValue == ask.segments.first } ?? territory.languages.first ?? .french
    }
}
