internal import DuckDB
internal import Query

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

/// `/api/reuses/`: what others have made of the data. A territory declares none: the list is empty.
struct ReusesEndpoint: V1Endpoint {
    let pattern = "api/reuses"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { nil }

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        .json(.members(["nhits": .integer(0), "reuses": .list([]), "results": .list([])]))
    }
}
