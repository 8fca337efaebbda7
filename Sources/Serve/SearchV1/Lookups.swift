internal import DuckDB
internal import Foundation
internal import Query
internal import Territory
internal import Workshop

/// `/api/datasets/1.0/{dataset}/`: the sheet of one dataset, with which every widget begins.
struct DatasetLookupEndpoint: V1Endpoint {
    let pattern = "api/datasets/1.0/{dataset}"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let name = ask.place("dataset")
        guard let sheet = try await serving.sheet(of: name, ask) else { throw Refusal.noDataset(name) }
        return .json(V1Sheet(sheet).json(domain: ask.domain))
    }
}

/// `/api/datasets/1.0/{dataset}/records/{record}`: one row, by its identifier.
struct RecordLookupEndpoint: V1Endpoint {
    let pattern = "api/datasets/1.0/{dataset}/records/{record}"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), request = try V1Request(ask, over: copy.table), name = ask.place("record")
        guard let identifier = copy.table.hidden.first, name.utf8.count == 40 else { throw Refusal.noRecord(name) }
        var plan = QueryPlan(of: copy.table, filter: .compare(.field(identifier), .equal, .value(.text(name))), limit: 1)
        plan.setting = request.setting
        let text = try V1Row(plan, over: copy).text(over: copy.table)
        let row = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.row(text.sql, text.parameters) }
        guard let record = row?[0].text else { throw Refusal.noRecord(name) }
        return .json(record)
    }
}

/// `/api/reuses/`: what others have made of the data and the town shows, the latest first.
struct ReusesEndpoint: V1Endpoint {
    let pattern = "api/reuses"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { nil }

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let rows = ask.parameters["rows"].flatMap { Int($0) } ?? 10, start = ask.parameters["start"].flatMap { Int($0) } ?? 0
        let shown = serving.workroom.suggestions.shown(.reuse).filter { reuse in
            ask.place("dataset").isEmpty || reuse.dataset == ask.place("dataset")
        }
        let page = shown.dropFirst(max(0, start)).prefix(min(max(0, rows), V1.window))
        let reuses = JSON.list(page.map { Self.json($0, serving.territory) })
        return .json(.members(["nhits": .integer(shown.count), "reuses": reuses, "results": reuses]))
    }

    /// In the names that ods-widgets read. A reuse of no dataset in particular has one without name, since they read it unasked.
    private static func json(_ reuse: Suggestion, _ territory: Territory) -> JSON {
        let dataset = reuse.dataset.flatMap { territory.dataset($0) }.flatMap { $0.isOpen ? $0 : nil }
        return .members([
            "id": .text(reuse.id), "title": .text(reuse.title), "description": .text(reuse.text), "url": .text(reuse.link),
            "thumbnail": .null, "created_at": .text(reuse.created.formatted(.iso8601)),
            "dataset": .members([
                "id": .text(dataset?.name ?? ""), "title": .text(dataset?.title.french ?? ""),
            ]),
            "user": .members(["first_name": "", "last_name": .text(reuse.author), "username": .text(reuse.author)]),
        ])
    }
}
