internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

/// `/ogc/api`: the interface described (OpenAPI 3.0.3), each collection with the parameters that it really takes.
struct DescriptionResource: OGCResource {
    static let mediaType = "application/vnd.oai.openapi+json;version=3.0"
    let path = "ogc/api"
    let type = DescriptionResource.mediaType

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layers = serving.layers(ask), language = serving.language
        let fixed: [(String, String, [JSON])] = [
            ("/", "Landing page", []), ("/conformance", "Conformance classes", []), ("/api", "This document", []),
            ("/collections", "Collections", []),
        ]
        var paths = fixed.map { JSON.Member(name: $0.0, value: Self.item($0.1, $0.2)) }
        for layer in layers {
            let root = "/collections/\(layer.name)", title = layer.title(language)
            paths += [
                JSON.Member(name: root, value: Self.item(title, [])),
                JSON.Member(
                    name: root + "/queryables", value: Self.item("\(title): queryables", [], type: "application/schema+json")),
                JSON.Member(
                    name: root + "/items",
                    value: Self.item("\(title): features", Self.items(layer), type: "application/geo+json")),
                JSON.Member(
                    name: root + "/items/{featureId}",
                    value: Self.item(
                        "\(title): one feature", [Self.reference("featureId"), Self.reference("crs")],
                        type: "application/geo+json")),
            ]
        }
        var answer = Answer.json(
            .members([
                "openapi": "3.0.3",
                "info": .members(["title": .text("\(serving.territory.name) – OGC API"), "version": "1.0.0"]),
                "servers": .list([.members(["url": .text(ask.link(OGC.root))])]), "paths": .object(paths),
                "components": .members([
                    "parameters": .object(Self.parameters), "schemas": .members(["exception": Self.exception]),
                ]),
            ]))
        answer.headers[.contentType] = type
        return answer
    }

    private static func items(_ layer: Layer) -> [JSON] {
        var names = ["limit", "cursor", "crs", "filter", "filter-lang", "filter-crs"]
        if layer.place != nil { names += ["bbox", "bbox-crs"] }
        if layer.time != nil { names.append("datetime") }
        let own = layer.filters.map { field in
            parameter(field.name, .object(field.type.schema), description: layer.label(field))
        }
        return names.map(reference) + own
    }

    private static func reference(_ name: String) -> JSON {
        .members(["$ref": .text("#/components/parameters/\(name)")])
    }

    private static func item(_ summary: String, _ parameters: [JSON], type: String = "application/json") -> JSON {
        let body = JSON.members(["schema": .members(["type": "object"])])
        var responses = [
            JSON.Member(
                name: "200",
                value: .members([
                    "description": "The answer",
                    "content": .object([
                        JSON.Member(name: type, value: body),
                        JSON.Member(name: "text/html", value: .members(["schema": .members(["type": "string"])])),
                    ]),
                ]))
        ]
        let failures = [
            ("400", "A parameter is wrong"), ("404", "No such thing"), ("406", "No such form"), ("503", "Busy, or too slow"),
        ]
        responses += failures.map { status, words in
            let schema = JSON.members(["schema": .members(["$ref": "#/components/schemas/exception"])])
            return JSON.Member(
                name: status,
                value: .members([
                    "description": .text(words), "content": .members(["application/problem+json": schema]),
                ]))
        }
        return .members([
            "get": .members([
                "summary": .text(summary), "parameters": .list(parameters + [reference("f")]), "responses": .object(responses),
            ])
        ])
    }

    private static let exception = JSON.members([
        "type": "object", "required": .texts(["code"]),
        "properties": .members([
            "code": .members(["type": "string"]), "description": .members(["type": "string"]),
        ]),
    ])

    private static func parameter(
        _ name: String, _ schema: JSON, place: String = "query", description: String = "", isExploded: Bool? = nil
    ) -> JSON {
        var members = [
            JSON.Member(name: "name", value: .text(name)), JSON.Member(name: "in", value: .text(place)),
            JSON.Member(name: "required", value: .boolean(place == "path")), JSON.Member(name: "schema", value: schema),
        ]
        if !description.isEmpty { members.append(JSON.Member(name: "description", value: .text(description))) }
        if let isExploded {
            members += [
                JSON.Member(name: "style", value: "form"), JSON.Member(name: "explode", value: .boolean(isExploded)),
            ]
        }
        return .object(members)
    }

    private static let parameters: [JSON.Member] = {
        let text = JSON.members(["type": "string"])
        let systems = JSON.members(["type": "string", "enum": .texts(ReferenceSystem.all.map(\.uri))])
        let box = JSON.members([
            "type": "array", "minItems": .integer(4), "maxItems": .integer(6), "items": .members(["type": "number"]),
        ])
        let limit = JSON.members([
            "type": "integer", "minimum": .integer(1), "maximum": .integer(OGC.mostFeatures), "default": .integer(OGC.page),
        ])
        let all: [(String, JSON)] = [
            ("f", parameter("f", .members(["type": "string", "enum": .texts(["json", "html"])]))),
            ("limit", parameter("limit", limit)), ("cursor", parameter("cursor", text, description: "From a next link")),
            ("bbox", parameter("bbox", box, isExploded: false)), ("bbox-crs", parameter("bbox-crs", systems)),
            ("crs", parameter("crs", systems)), ("datetime", parameter("datetime", text)),
            ("filter", parameter("filter", text)),
            ("filter-lang", parameter("filter-lang", .members(["type": "string", "enum": .texts(["cql2-text", "cql2-json"])]))),
            ("filter-crs", parameter("filter-crs", systems)),
            ("featureId", parameter("featureId", text, place: "path")),
        ]
        return all.map { JSON.Member(name: $0.0, value: $0.1) }
    }()

    func page(_ view: PortalView) async throws -> ResourcePage {
        let language = view.site.language
        var page = view.resource(Bilingual(fr: "Adresses et paramètres", en: "Addresses and parameters").text(in: language))
        page.trail = [(OGC.title.text(in: language), [OGC.root])]
        page.lead = Bilingual(
            fr: "Chaque collection répond à /ogc/collections/{collection}/items ; ses paramètres sont ci-dessous.",
            en: "Each collection answers at /ogc/collections/{collection}/items; its parameters are below.")
        page.facts = view.serving.layers(view.ask).map { layer in
            let names =
                ["limit"] + (layer.place == nil ? [] : ["bbox", "bbox-crs", "crs"]) + (layer.time == nil ? [] : ["datetime"])
            return (layer.dataset.title, (names + layer.filters.map(\.name)).joined(separator: ", "))
        }
        page.links = [view.other(type)]
        return page
    }
}
