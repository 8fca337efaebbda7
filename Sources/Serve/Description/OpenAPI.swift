internal import Lake
internal import Territory

/// The OpenAPI 3.1 document (<https://spec.openapis.org/oas/v3.1.0>), made from one table: what the server answers is what the
/// document says.
struct OpenAPI: Sendable {
    private let ask: Ask
    private let territory: Territory
    /// What everyone may see.
    private let datasets: [String]

    init(_ ask: Ask, _ serving: Serving) {
        self.ask = ask
        territory = serving.territory
        datasets = serving.shelf.copies.map(\.copy.dataset).filter { serving.shelf.isOpen($0) }
    }

    private struct Path {
        let path: String
        let summary: String
        let parameters: [String]
        var types = ["application/json"]
        var schema = "object"
    }

    private static let clauses = ["select", "where", "group_by", "order_by", "refine", "exclude", "lang", "timezone"]
    private static let page = clauses + ["limit", "offset", "include_links"]
    private static let files =
        clauses + [
            "export_limit", "use_labels", "compressed", "delimiter", "list_separator", "quote_all", "with_bom",
            "parquet_compression", "epsg",
        ]

    private static let paths = [
        Path(path: "/datasets", summary: "Datasets of the catalogue", parameters: page),
        Path(
            path: "/facets", summary: "Values of the catalogue's facets",
            parameters: ["facet", "refine", "exclude", "where", "timezone"]),
        Path(path: "/exports", summary: "Formats of the catalogue", parameters: []),
        Path(path: "/exports/{catalogue_format}", summary: "The catalogue as a file", parameters: files, types: ["*/*"]),
        Path(
            path: "/datasets/{dataset_id}", summary: "One dataset", parameters: ["select", "lang", "timezone", "include_links"]),
        Path(path: "/datasets/{dataset_id}/records", summary: "Rows", parameters: page + ["version", "as_of"]),
        Path(
            path: "/datasets/{dataset_id}/records/{record_id}", summary: "One row",
            parameters: ["select", "lang", "timezone", "version"]),
        Path(
            path: "/datasets/{dataset_id}/facets", summary: "Values of facets",
            parameters: ["facet", "refine", "exclude", "where", "lang", "timezone", "version"]),
        Path(path: "/datasets/{dataset_id}/exports", summary: "Formats of the dataset", parameters: ["version"]),
        Path(
            path: "/datasets/{dataset_id}/exports/{format}", summary: "All the rows as a file",
            parameters: files + ["version", "as_of"], types: ["*/*"]),
        Path(path: "/datasets/{dataset_id}/attachments", summary: "Files beside the dataset", parameters: []),
    ]

    var document: JSON {
        .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": .text("\(territory.name) – Explore API v2.1"), "version": "2.1",
                "description":
                    "Compatible with Opendatasoft's Explore API v2.1. `version` and `as_of` are Lavoir's own: any version that is kept can be asked for.",
            ]),
            "servers": .list([.members(["url": .text(ask.link(Explore.root))])]),
            "paths": .object(Self.paths.map { JSON.Member(name: $0.path, value: Self.item($0)) }),
            "components": .members([
                "schemas": .members(["Error": Self.error]),
                "parameters": .object(parameters),
                "securitySchemes": .members([
                    "apikey": .members(["type": "apiKey", "in": "header", "name": "Authorization", "description": "Apikey <key>"])
                ]),
            ]),
        ])
    }

    private static func item(_ path: Path) -> JSON {
        let names = path.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        let references = (names + path.parameters).map { JSON.members(["$ref": .text("#/components/parameters/\($0)")]) }
        let content = path.types.map {
            JSON.Member(name: $0, value: $0 == "*/*" ? .object([]) : .members(["schema": .members(["type": .text(path.schema)])]))
        }
        var responses = [JSON.Member(name: "200", value: .members(["description": "The answer", "content": .object(content)]))]
        responses += [("304", "Not changed")].map { JSON.Member(name: $0.0, value: .members(["description": .text($0.1)])) }
        for (status, words) in [
            ("400", "A clause or parameter is wrong"), ("401", "The key is not valid"), ("404", "No such thing"),
            ("429", "The quota is used up"), ("503", "Busy, or too slow"),
        ] {
            let body = JSON.members([
                "application/json": .members([
                    "schema": status == "429" ? .members(["type": "object"]) : .members(["$ref": "#/components/schemas/Error"])
                ])
            ])
            responses.append(JSON.Member(name: status, value: .members(["description": .text(words), "content": body])))
        }
        return .members([
            "get": .members(["summary": .text(path.summary), "parameters": .list(references), "responses": .object(responses)])
        ])
    }

    private static let error = JSON.members([
        "type": "object", "required": .texts(["error_code", "message"]),
        "properties": .members(["error_code": .members(["type": "string"]), "message": .members(["type": "string"])]),
    ])

    private static let text = JSON.members(["type": "string"])
    private static let boolean = JSON.members(["type": "boolean"])
    private static let list = JSON.members(["type": "array", "items": text])

    private static func whole(_ least: Int, _ most: Int? = nil) -> JSON {
        .object(
            [.init(name: "type", value: "integer"), .init(name: "minimum", value: .integer(least))]
                + (most.map { [.init(name: "maximum", value: .integer($0))] } ?? []))
    }

    private static func choice(_ values: [String]) -> JSON { .members(["type": "string", "enum": .texts(values)]) }

    private static let parameters: [(String, JSON)] = [
        ("select", text), ("where", text), ("group_by", text), ("order_by", text), ("refine", list), ("exclude", list),
        ("facet", list), ("limit", whole(-1, 20_000)), ("offset", whole(0)), ("export_limit", whole(-1)),
        ("lang", choice(["en", "fr", "nl", "pt", "it", "ar", "de", "es", "ca", "eu", "sv"])), ("timezone", text),
        ("include_links", boolean), ("use_labels", boolean), ("compressed", boolean),
        ("delimiter", choice([";", ",", "\t", "|"])), ("list_separator", text), ("quote_all", boolean), ("with_bom", boolean),
        ("parquet_compression", choice(["snappy", "zstd"])), ("epsg", whole(1024, 32_767)), ("version", whole(1)),
        ("as_of", text), ("record_id", text), ("format", choice(ExportForms.all.map(\.name))),
        ("catalogue_format", choice(CatalogueExportEndpoint.names)),
    ]

    private var parameters: [JSON.Member] {
        let known = datasets.isEmpty ? Self.text : Self.choice(datasets)
        return (Self.parameters + [("dataset_id", known)]).map { JSON.Member(name: $0.0, value: Self.parameter($0.0, $0.1)) }
    }

    private static func parameter(_ key: String, _ schema: JSON) -> JSON {
        let isPlace = ["dataset_id", "record_id", "format", "catalogue_format"].contains(key)
        return .members([
            "name": .text(key == "export_limit" ? "limit" : key), "in": isPlace ? "path" : "query", "required": .boolean(isPlace),
            "schema": schema,
        ])
    }
}
