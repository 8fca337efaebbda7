extension Explore {
    private typealias Operation = APIDescription.Operation
    private typealias Parameter = APIDescription.Parameter

    /// What programs are told of this API.
    /// - Parameter datasets: those that everyone may see.
    static func description(_ datasets: [String]) -> APIDescription {
        APIDescription(
            name: "explore", title: "Opendatasoft's Explore API v2.1",
            operations: operations.map {
                .init(path: "/\(root)\($0.path)", summary: $0.summary, parameters: $0.parameters, types: $0.types)
            },
            parameters: parameters + [Parameter("dataset_id", APIDescription.dataset(datasets))],
            failures: [
                .init(status: 400, words: "A clause or parameter is wrong", schema: refusal),
                .init(status: 401, words: "The key is not valid", schema: refusal),
                .init(status: 404, words: "No such thing", schema: refusal),
                .init(status: 429, words: "The quota is used up"),
                .init(status: 503, words: "Busy, or too slow", schema: refusal),
            ])
    }

    private static let clauses = ["select", "where", "group_by", "order_by", "refine", "exclude", "lang", "timezone"]
    private static let page = clauses + ["limit", "offset", "include_links"]
    private static let files =
        clauses + [
            "export_limit", "use_labels", "compressed", "delimiter", "list_separator", "quote_all", "with_bom",
            "parquet_compression", "epsg",
        ]

    private static let operations = [
        Operation(path: "/datasets", summary: "Datasets of the catalogue", parameters: page),
        Operation(
            path: "/facets", summary: "Values of the catalogue's facets",
            parameters: ["facet", "refine", "exclude", "where", "timezone"]),
        Operation(path: "/exports", summary: "Formats of the catalogue"),
        Operation(path: "/exports/{catalogue_format}", summary: "The catalogue as a file", parameters: files, types: ["*/*"]),
        Operation(
            path: "/datasets/{dataset_id}", summary: "One dataset", parameters: ["select", "lang", "timezone", "include_links"]),
        Operation(path: "/datasets/{dataset_id}/records", summary: "Rows", parameters: page + ["version", "as_of"]),
        Operation(
            path: "/datasets/{dataset_id}/records/{record_id}", summary: "One row",
            parameters: ["select", "lang", "timezone", "version"]),
        Operation(
            path: "/datasets/{dataset_id}/facets", summary: "Values of facets",
            parameters: ["facet", "refine", "exclude", "where", "lang", "timezone", "version"]),
        Operation(path: "/datasets/{dataset_id}/exports", summary: "Formats of the dataset", parameters: ["version"]),
        Operation(
            path: "/datasets/{dataset_id}/exports/{format}", summary: "All the rows as a file",
            parameters: files + ["version", "as_of"], types: ["*/*"]),
        Operation(path: "/datasets/{dataset_id}/attachments", summary: "Files beside the dataset"),
    ]

    private static let parameters =
        ["select", "where", "group_by", "order_by", "timezone", "list_separator", "as_of", "record_id"].map {
            Parameter($0, APIDescription.text)
        } + ["refine", "exclude", "facet"].map { Parameter($0, APIDescription.list) }
        + ["include_links", "use_labels", "compressed", "quote_all", "with_bom"].map { Parameter($0, APIDescription.boolean) }
        + [
            Parameter("limit", APIDescription.whole(-1, 20_000)), Parameter("offset", APIDescription.whole(0)),
            Parameter("export_limit", APIDescription.whole(-1), name: "limit"),
            Parameter("lang", APIDescription.choice(ExploreRequest.languages)),
            Parameter("delimiter", APIDescription.choice(ValuesForm.separators)),
            Parameter("parquet_compression", APIDescription.choice(["snappy", "zstd"])),
            Parameter("epsg", APIDescription.whole(1024, 32_767)), Parameter("version", APIDescription.whole(1)),
            Parameter("format", APIDescription.choice(ExportForms.all.map(\.name))),
            Parameter("catalogue_format", APIDescription.choice(CatalogueExportEndpoint.names)),
        ]

    private static let refusal = JSON.members([
        "type": "object", "required": .texts(["error_code", "message"]),
        "properties": .members(["error_code": APIDescription.text, "message": APIDescription.text]),
    ])
}
