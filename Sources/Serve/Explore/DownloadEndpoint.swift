internal import Query

/// The download address of old pages and of `odsclient`: `/explore/dataset/{dataset}/download/?format=csv`. The v1 form of
/// records is not spoken here yet: CSV, GeoJSON and files only.
struct DownloadEndpoint: Endpoint {
    let pattern = "explore/dataset/{dataset}/download"
    let family = Family.explore

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let format = ask.parameters["format"] ?? "csv"
        var items = ask.parameters.items.compactMap { item -> Parameters.Item? in
            switch item.name {
            case "csv_separator": Parameters.Item(name: "delimiter", value: item.value)
            case "use_labels_for_header": Parameters.Item(name: "use_labels", value: item.value)
            case "rows": item.value == "-1" ? nil : Parameters.Item(name: "limit", value: item.value)
            case "fields": Parameters.Item(name: "select", value: Self.quoted(item.value))
            case "q": Parameters.Item(name: "qv1", value: item.value)
            case "timezone", "lang", "apikey", "version", "as_of": item
            default:
                item.name.hasPrefix("refine.")
                    ? Self.refinement(item, "refine") : item.name.hasPrefix("exclude.") ? Self.refinement(item, "exclude") : nil
            }
        }
        if ask.parameters["with_bom"] == nil { items.append(.init(name: "with_bom", value: "false")) }
        var export = ask.with(Parameters(items))
        export.places["format"] = format
        return try await ExportEndpoint().answer(export, serving)
    }

    private static func quoted(_ fields: String) -> String {
        fields.split(separator: ",").map { "`\($0.replacing("`", with: "\\`"))`" }.joined(separator: ",")
    }

    private static func refinement(_ item: Parameters.Item, _ name: String) -> Parameters.Item {
        let field = item.name.dropFirst(name.utf8.count + 1)
        return Parameters.Item(name: name, value: "\(field):\(item.value)")
    }
}
