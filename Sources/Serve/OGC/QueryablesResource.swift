internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

/// `/ogc/collections/{dataset}/queryables`: what a filter may name, as a JSON Schema (Part 3, `queryables`).
struct QueryablesResource: OGCResource {
    let path = "ogc/collections/{dataset}/queryables"
    let type = "application/schema+json"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.layer(ask), facts = try await serving.layerBook.facts(layer, serving)
        var answer = Answer.json(
            .members([
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": .text(ask.link(OGC.path(layer.name, "queryables"))), "type": "object",
                "title": .text(layer.title(serving.language)),
                "properties": .object(Self.properties(layer, facts)), "additionalProperties": false,
            ]))
        answer.headers[.contentType] = type
        return answer
    }

    private static func properties(_ layer: Layer, _ facts: LayerFacts) -> [JSON.Member] {
        let plain = layer.properties.filter { !$0.type.isGeographic && $0.type != .jsonBlob }
        let fields = plain.map { field -> JSON.Member in
            var members = [JSON.Member(name: "title", value: .text(layer.label(field)))]
            if let words = layer.description(field) { members.append(JSON.Member(name: "description", value: .text(words))) }
            members +=
                field.isMultivalued
                ? [
                    JSON.Member(name: "type", value: "array"),
                    JSON.Member(name: "items", value: .object(field.type.schema)),
                ] : field.type.schema
            if field == layer.time { members.append(JSON.Member(name: "x-ogc-role", value: "primary-instant")) }
            return JSON.Member(name: field.name, value: .object(members))
        }
        guard layer.place != nil else { return fields }
        let kinds = Set(facts.kinds.map { $0.replacing("Multi", with: "").lowercased() })
        let format = kinds.count == 1 ? "geometry-\(kinds.first ?? "any")-or-multi\(kinds.first ?? "")" : "geometry-any"
        let isPoint = facts.kinds == ["Point"]
        return fields + [
            JSON.Member(
                name: "geometry",
                value: .members([
                    "title": "Geometry", "format": .text(isPoint ? "geometry-point" : format), "x-ogc-role": "primary-geometry",
                ]))
        ]
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let layer = try view.serving.layer(view.ask), language = view.site.language
        var page = view.resource(
            Bilingual(fr: "Propriétés qui filtrent", en: "Properties to filter by").text(in: language))
        page.trail = OGC.trail(language, below: layer)
        page.facts = layer.properties.filter { !$0.type.isGeographic && $0.type != .jsonBlob }.map { field in
            (Bilingual(field.name), "\(layer.label(field)) – \(field.type.exploreName)")
        }
        page.links = [view.other(type)]
        return page
    }
}

extension ValueType {
    /// The type in a JSON Schema.
    var schema: [JSON.Member] {
        let (type, format): (JSON, JSON?) =
            switch self {
            case .int: ("integer", nil)
            case .double: ("number", nil)
            case .boolean: ("boolean", nil)
            case .date: ("string", "date")
            case .datetime: ("string", "date-time")
            case .text, .file, .jsonBlob, .geoPoint, .geoShape: ("string", nil)
            }
        return [JSON.Member(name: "type", value: type)] + (format.map { [JSON.Member(name: "format", value: $0)] } ?? [])
    }
}
