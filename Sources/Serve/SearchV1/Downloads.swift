internal import Lake
internal import Query

/// `/api/records/1.0/download/`: every row, as a file.
struct RecordsDownloadEndpoint: V1Endpoint {
    let pattern = "api/records/1.0/download"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer { try await V1Download.answer(ask, serving) }
}

/// `/explore/dataset/{dataset}/download/`: the same, at the address that old pages and `odsclient` know.
struct DatasetDownloadEndpoint: V1Endpoint {
    let pattern = "explore/dataset/{dataset}/download"

    func reply(_ ask: Ask, _ serving: Serving) async throws -> Answer { try await V1Download.answer(ask, serving) }
}

/// Rows as a file: records of this API as JSON, or one of the formats of exports.
enum V1Download {
    static func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let copy = try await serving.copy(ask), dataset = copy.copy.dataset
        let format = V1Format(ask, default: "csv"), request = try V1Request(ask, over: copy.table)
        let name = format.name == "xls" ? "xlsx" : format.name
        let form: any ExportForm
        if let ours = V1Export(name, of: copy) {
            form = ours
        } else {
            guard let known = ExportForms.form(name, for: copy.table) else { throw Refusal.noFormat(format.name) }
            form = known
        }
        var plan = try request.plan()
        let rows = try request.number("rows", default: -1, in: -1...Int(Int32.max))
        plan.limit = rows < 0 ? nil : rows
        plan.offset = try request.number("start", default: 0, in: 0...Int(Int32.max))
        let job = ExportJob(
            plan: plan, table: copy.table, request: try ExploreRequest(translated(ask)), name: dataset,
            labels: serving.labels(dataset), serving: serving)
        if format.isWrapped {
            // A script has to be there whole before it is wrapped: it holds no more rows than a page may.
            plan.limit = min(plan.limit ?? V1.window, V1.window)
            return try await V1File(plan, copy, name == "geojson" ? .feature : .record).page(serving)
        }
        let state = try serving.dependence(ask).map { "v1 \(dataset) \($0.state)" }
        return try await Exporting.answer(job, form, sharedAs: state, holding: copy)
    }

    /// The options of v1 by the names that exports know; everything that chooses rows is in the plan already.
    private static func translated(_ ask: Ask) -> Ask {
        let names = [
            "csv_separator": "delimiter", "use_labels_for_header": "use_labels", "timezone": "timezone", "lang": "lang",
            "epsg": "epsg", "with_bom": "with_bom",
        ]
        let items = ask.parameters.items.filter { !$0.value.isEmpty && $0.name != "apikey" }
        var told = items.compactMap { item in names[item.name].map { Parameters.Item(name: $0, value: item.value.lowercasedFlag) }
        }
        if ask.parameters["with_bom"] == nil { told.append(.init(name: "with_bom", value: "false")) }
        // The whole request stands in it too: equal exports are shared by their parameters.
        told += items.map { Parameters.Item(name: "v1 \($0.name)", value: $0.value) }
        return ask.with(Parameters(told))
    }
}

extension String {
    /// `TRUE` as `true`, anything else as it is.
    fileprivate var lowercasedFlag: String { ["true", "false"].contains(lowercased()) ? lowercased() : self }
}
