internal import DuckDB
internal import Foundation
internal import Lake
internal import Portal
internal import Query
internal import Runs
internal import Territory
internal import Workshop

/// What a dataset is.
struct DatasetAddress: PortalAddress {
    let path = "donnees/{dataset}"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit()
        let first = ChartChoice(exhibit, PageState())?.question
        let plans = [QueryPlan(of: exhibit.table, limit: 10)] + (first.map { [$0.plan] } ?? [])
        let rows = try await view.rows(plans, of: exhibit)
        return DatasetPage(
            view.site, exhibit, rows: rows[0].map(\.values), parts: first.map { $0.parts(rows[1]) } ?? [], base: view.ask.base,
            now: view.now, reuses: view.reuses(of: exhibit.name)
        ).html
    }
}

extension PortalView {
    /// What others made of a dataset, as far as the town shows it.
    fileprivate func reuses(of dataset: String) -> [Suggestion] {
        serving.workroom.suggestions.shown(.reuse).filter { $0.dataset == dataset }
    }
}

/// Its rows.
struct TableAddress: PortalAddress {
    let path = "donnees/{dataset}/tableau"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), question = TableQuestion(exhibit, view.state)
        do {
            let plan = try question.plan(now: view.civil), facets = try question.facetPlan(now: view.civil)
            let answer = try await view.table(plan, facets, knownTotal: question.isFiltered ? nil : exhibit.rows, of: exhibit)
            return TablePage(
                view.site, question, rows: answer.rows.map(\.values), total: answer.total, facets: answer.facets
            ).html
        } catch let fault as QueryFault {
            return TablePage(
                view.site, question, rows: [], total: 0, facets: [], fault: fault.what.text(in: view.site.language)
            ).html
        }
    }
}

/// Its charts.
struct ChartsAddress: PortalAddress {
    let path = "donnees/{dataset}/graphiques"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), choices = ChartChoice.all(exhibit, view.state)
        let rows = try await view.rows(choices.map(\.question.plan), of: exhibit)
        let charts = zip(choices, rows).map { (choice: $0, parts: $0.question.parts($1)) }
        return ChartsPage(view.site, exhibit, view.state, charts: charts, base: view.ask.base).html
    }

    /// The chart that a reader makes may be brought to life.
    func policy(_ view: PortalView) -> PagePolicy { view.state["type"] == nil || !view.site.hasScripts ? .plain : .scripted }
}

/// One of its rows.
struct RowAddress: PortalAddress {
    let path = "donnees/{dataset}/lignes/{row}"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), name = view.ask.place("row")
        guard name.utf8.count == 40, let identifier = exhibit.table.hidden.first else { throw Refusal.noRecord(name) }
        let plan = QueryPlan(of: exhibit.table, filter: .compare(.field(identifier), .equal, .value(.text(name))), limit: 1)
        guard let row = try await view.rows([plan], of: exhibit)[0].first else { throw Refusal.noRecord(name) }
        return RowPage(view.site, exhibit, identifier: name, values: row.values).html
    }
}

/// Where its rows are.
struct MapAddress: PortalAddress {
    let path = "donnees/{dataset}/carte"

    func html(_ view: PortalView) async throws -> HTML { try await page(view).html }

    /// The map with the list of what is on it.
    func page(_ view: PortalView) async throws -> MapPage {
        let exhibit = try view.exhibit()
        guard let source = MapSource(exhibit) else { throw Refusal.noPath }
        let asked = MapFrame(view.state)
        let extent = asked == nil ? try await view.rows([source.extent], of: exhibit)[0].first : nil
        guard let frame = asked ?? MapFrame(extent: extent) else { throw Refusal.noPath }
        let drawn = source.isOfShapes ? try source.shapes(frame) : try source.clusters(frame)
        let rows = try await view.rows([drawn, try source.rows(frame)], of: exhibit)
        return MapPage(
            view.site, source, frame, isWhole: asked == nil, places: source.isOfShapes ? [] : MapPlace.read(rows[0]),
            shapes: source.isOfShapes ? MapShape.read(rows[0]) : [],
            rows: rows[1].map(\.values), base: view.ask.base
        )
    }
}

/// How good it is.
struct QualityAddress: PortalAddress {
    let path = "donnees/{dataset}/qualite"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit()
        let reports = try await view.lake { try $0.versionReports(of: exhibit.name) }
        let history = QualityHistory.all(reports, of: [exhibit.name]).first
        let points = history?.points.map { QualityPage.Point(version: $0.version, time: $0.time, quality: $0.quality) } ?? []
        return QualityPage(view.site, exhibit, groups: history?.groups ?? [], points: points).html
    }
}

/// What it has been.
struct VersionsAddress: PortalAddress {
    let path = "donnees/{dataset}/versions"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), name = exhibit.name
        if let (from, to) = VersionForms.compared(view.state) {
            return try await view.difference(of: exhibit, from: from, to: to)
        }
        return VersionsPage(view.site, exhibit, versions: try await view.lake { try $0.history(of: name) }, view.state).html
    }
}

/// What changed from one version to another.
struct DifferenceAddress: PortalAddress {
    let path = "donnees/{dataset}/versions/{versions}"

    func html(_ view: PortalView) async throws -> HTML {
        let numbers = view.ask.place("versions").components(separatedBy: "..").map { Int($0) }
        guard numbers.count == 2, let from = numbers[0], let to = numbers[1] else { throw Refusal.noPath }
        return try await view.difference(of: try view.exhibit(), from: from, to: to)
    }
}

extension PortalView {
    /// Two hundred rows of each kind are shown.
    fileprivate func difference(of exhibit: Exhibit, from: Int, to: Int) async throws -> HTML {
        let name = exhibit.name, key = exhibit.dataset.key
        let difference = try await lake { session in
            try session.difference(
                name, from: try session.version(.number(from), of: name), to: try session.version(.number(to), of: name),
                key: key,
                limit: 200)
        }
        return DifferencePage(site, exhibit, difference).html
    }
}

/// How a program reads it.
struct InterfaceAddress: PortalAddress {
    let path = "donnees/{dataset}/api"

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit()
        return InterfacePage(
            view.site, exhibit, base: view.ask.base, answer: try await view.records(of: exhibit.name, [("limit", "2")])
        ).html
    }
}
