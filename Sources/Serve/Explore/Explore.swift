internal import Territory

/// The Explore API v2.1 (explore-api.md §2): the list of its addresses. A new one is a file and a line here.
enum Explore {
    static let root = "api/explore/v2.1/catalog"

    static let endpoints: [any Endpoint] = [
        DatasetsEndpoint(), CatalogueFacetsEndpoint(), CatalogueExportsEndpoint(), CatalogueExportEndpoint(), DatasetEndpoint(),
        RecordsEndpoint(), RecordEndpoint(), FacetsEndpoint(), ExportsEndpoint(), ExportEndpoint(), AttachmentsEndpoint(),
        AttachmentEndpoint(),
    ]

    /// The address of a dataset's part.
    static func path(_ dataset: String, _ part: String = "") -> String {
        "\(root)/datasets/\(AddressText.encoded(dataset))\(part.isEmpty ? "" : "/" + part)"
    }
}

/// Links of an answer, `_links` or `links`.
enum Links {
    static func list(_ links: KeyValuePairs<String, String>) -> JSON {
        .list(links.map { .members(["rel": .text($0.key), "href": .text($0.value)]) })
    }

    /// The links of a page of results.
    static func page(_ ask: Ask, _ path: String, total: Int, limit: Int, offset: Int) -> JSON {
        func to(_ offset: Int) -> String {
            let rest = ask.parameters.without("offset").without("limit").items
            return ask.link(
                path,
                Parameters(rest + [.init(name: "limit", value: String(limit)), .init(name: "offset", value: String(offset))]))
        }
        var links: [(String, String)] = [("self", ask.link(path, ask.parameters)), ("first", to(0))]
        if limit > 0 {
            links.append(("last", to(max(0, (total - 1) / limit * limit))))
            if offset + limit < total { links.append(("next", to(offset + limit))) }
            if offset > 0 { links.append(("prev", to(max(0, offset - limit)))) }
        }
        return .list(links.map { .members(["rel": .text($0.0), "href": .text($0.1)]) })
    }
}
