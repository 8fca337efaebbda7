extension V1 {
    private typealias Operation = APIDescription.Operation
    private typealias Parameter = APIDescription.Parameter

    /// What programs are told of this API.
    /// - Parameter datasets: those that everyone may see.
    static func description(_ datasets: [String]) -> APIDescription {
        let dataset = APIDescription.dataset(datasets)
        return APIDescription(
            name: "v1", title: "Opendatasoft's earlier search API",
            operations: operations,
            parameters: parameters + [Parameter("dataset", dataset), Parameter("dataset_id", dataset)],
            failures: [
                .init(status: 400, words: "A parameter is wrong", schema: refusal),
                .init(status: 401, words: "The key is not valid", schema: refusal),
                .init(status: 404, words: "No such thing", schema: refusal),
                .init(status: 429, words: "The quota is used up"),
                .init(status: 503, words: "Busy, or too slow", schema: refusal),
            ])
    }

    /// What chooses rows.
    private static let choosing = ["q", "refinements", "geofilter.distance", "geofilter.polygon", "lang", "timezone"]
    private static let rows = ["dataset"] + choosing

    private static let operations = [
        Operation(
            path: "/api/records/1.0/search/", summary: "Rows, with facets",
            parameters: rows + ["fields", "sort", "facet", "rows", "start"]),
        Operation(
            path: "/api/records/1.0/download/", summary: "All the rows as a file",
            parameters: rows + ["fields", "sort", "export_rows", "format", "csv_separator", "use_labels_for_header", "with_bom"],
            types: ["*/*"]),
        Operation(
            path: "/api/records/1.0/analyze/", summary: "Figures over axes, for charts",
            parameters: rows + ["x", "series", "sort", "maxpoints", "precision", "periodic"]),
        Operation(
            path: "/api/records/1.0/geocluster/", summary: "Points gathered for a map at a zoom",
            parameters: rows + ["clusterprecision", "clusterdistance", "return_polygons", "series"]),
        Operation(
            path: "/api/records/1.0/geopolygon/", summary: "Rows gathered by their shape",
            parameters: rows + ["series", "maxpoints"]),
        Operation(
            path: "/api/records/1.0/geopreview/", summary: "Shapes of rows, without their values", parameters: rows + ["rows"]),
        Operation(
            path: "/api/records/1.0/boundingbox/", summary: "How many rows lie on the map, and within which rectangle",
            parameters: rows),
        Operation(
            path: "/api/datasets/1.0/search/", summary: "Datasets of the catalogue, with facets",
            parameters: ["q", "refinements", "lang", "timezone", "sort", "facet", "rows", "start"]),
        Operation(path: "/api/datasets/1.0/{dataset_id}/", summary: "One dataset"),
        Operation(path: "/api/datasets/1.0/{dataset_id}/records/{record_id}/", summary: "One row", parameters: ["timezone"]),
        Operation(path: "/api/reuses/", summary: "What others made of the data", parameters: ["dataset", "rows", "start"]),
    ]

    private static let parameters =
        [
            "q", "geofilter.distance", "geofilter.polygon", "timezone", "sort", "fields", "x", "precision", "periodic",
            "record_id",
        ].map { Parameter($0, APIDescription.text) }
        + ["use_labels_for_header", "with_bom", "return_polygons"].map { Parameter($0, APIDescription.boolean) }
        + [
            .matching(#"^(refine|exclude|disjunctive)\..+$"#, as: "refinements"),
            .matching(#"^y\..+\.(func|expr|subsets|cumulative)$"#, as: "series"),
            Parameter("facet", APIDescription.list), Parameter("lang", APIDescription.choice(["fr", "en"])),
            Parameter("rows", APIDescription.whole(-1, window)), Parameter("start", APIDescription.whole(0, window)),
            Parameter("export_rows", APIDescription.whole(-1), name: "rows"),
            Parameter("maxpoints", APIDescription.whole(0, groups)),
            Parameter("clusterprecision", APIDescription.whole(0, 30)),
            Parameter("clusterdistance", APIDescription.whole(0, 1_000)),
            Parameter("format", APIDescription.choice(ExportForms.all.map(\.name))),
            Parameter("csv_separator", APIDescription.choice(ValuesForm.separators)),
        ]

    private static let refusal = JSON.members([
        "type": "object", "required": .texts(["errorcode", "error"]),
        "properties": .members(["errorcode": .members(["type": "integer"]), "error": APIDescription.text]),
    ])
}
