extension CKANActions {
    private typealias Parameter = APIDescription.Parameter

    /// What programs are told of this API: every action with GET.
    /// - Parameter datasets: those that everyone may see.
    static func description(_ datasets: [String]) -> APIDescription {
        APIDescription(
            name: "ckan", title: "CKAN's action API, its reading side",
            operations: all.map { action in
                .init(path: "/api/3/action/\(action.name)", summary: action.help, parameters: action.parameters)
            },
            parameters: parameters + [Parameter("resource_id", APIDescription.dataset(datasets))],
            failures: [
                // An unknown action is refused by a sentence without an envelope.
                .init(status: 400, words: "The request cannot be understood"),
                .init(status: 401, words: "The key is not valid"),
                .init(status: 403, words: "Not allowed", schema: refusal),
                .init(status: 404, words: "No such thing", schema: refusal),
                .init(status: 409, words: "A parameter is wrong", schema: refusal),
                .init(status: 429, words: "The quota is used up"), .init(status: 503, words: "Busy, or too slow"),
            ])
    }

    private static let parameters =
        ["id", "name", "q", "fq", "sort", "facet.field", "fields", "filters", "full_text", "sql", "query"].map {
            Parameter($0, APIDescription.text)
        }
        + ["facet", "distinct", "include_total", "include_meta", "include_fields_schema", "all_fields"].map {
            Parameter($0, APIDescription.boolean)
        }
        + ["limit", "offset", "rows", "start"].map { Parameter($0, APIDescription.whole(0)) }
        + [
            // Below zero: all of them.
            Parameter("facet.limit", APIDescription.whole(-1)),
            Parameter("records_format", APIDescription.choice(["objects", "lists", "csv", "tsv"])),
        ]

    private static let refusal = JSON.members([
        "type": "object", "required": .texts(["success", "error"]),
        "properties": .members([
            "success": .members(["const": false]), "error": .members(["type": "object"]), "help": APIDescription.text,
        ]),
    ])
}
