internal import DuckDB
internal import HTTPTypes
internal import NIOCore
internal import Query
internal import Territory

/// `query` of a layer: features, their number, their identifiers, or statistics.
struct EsriQueryEndpoint: Endpoint {
    let pattern = "arcgis/rest/services/{dataset}/FeatureServer/{layer}/query"
    let family = Family.geoServices
    let takesBody = true

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? {
        let isTimely = ["where", "having"].contains { ask.parameters[$0]?.uppercased().contains("CURRENT_") ?? false }
        return isTimely ? nil : try serving.layerDependence(ask)
    }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let one = try await serving.esriLayer(ask), question = try EsriQuestion(ask, one)
        let form = ask.parameters["f"] ?? "json"
        guard ["json", "pjson", "geojson", "html"].contains(form) else {
            throw Refusal.parameter("Format \(form) is not supported.", fr: "Le format \(form) n'est pas offert.")
        }
        if ask.parameters["returnCountOnly"]?.lowercased() == "true" {
            var counted = question.plan(geometry: nil)
            if question.isGrouped { counted.limit = nil }
            let count = try counted.counted(over: one.layer.table)
            let number = try await serving.shelf.engine.read(deadline: serving.deadline) {
                try $0.row(count.sql, count.parameters)?[0].integer
            }
            return .json(.members(["count": .integer(number ?? 0)]))
        }
        if ask.parameters["returnIdsOnly"]?.lowercased() == "true" {
            var plan = QueryPlan(outputs: [Output("id", .objectIdentifier)], filter: question.filter)
            plan.order = question.order
            return try await identifiers(plan, one, serving)
        }
        return try await features(question, form == "geojson" && !question.isGrouped, serving)
    }

    private func identifiers(_ plan: QueryPlan, _ one: EsriLayer, _ serving: Serving) async throws -> Answer {
        let query = try plan.compiled(over: one.layer.table)
        let text = try await serving.shelf.engine.read(deadline: serving.deadline) {
            try $0.row("SELECT string_agg(id, ',') FROM (\(query.sql)) AS answer", query.parameters)?[0].text
        }
        return .json(
            .members(["objectIdFieldName": .text(GeoServices.identifier), "objectIds": .raw("[\(text ?? "")]")]))
    }

    private func features(_ question: EsriQuestion, _ isGeoJSON: Bool, _ serving: Serving) async throws -> Answer {
        let one = question.one
        let place = question.returnsGeometry && !question.isGrouped ? one.layer.place : nil
        let geometry = isGeoJSON ? place?.geoJSON(in: question.system) : place?.esriJSON(in: question.system)
        let query = try question.plan(geometry: geometry).compiled(over: one.layer.table)
        let text = EsriText(query, hasGeometry: geometry != nil, isGeoJSON: isGeoJSON).rows
        var rows = try await serving.shelf.engine.read(deadline: serving.deadline) {
            try $0.rows(text.sql, text.parameters).map { $0[0].text ?? "{}" }
        }
        let isCut = rows.count > question.limit && !(question.isGrouped && question.groups.isEmpty)
        if isCut { rows.removeLast(rows.count - question.limit) }
        let features = JSON.raw("[\(rows.joined(separator: ",\n"))]")
        if isGeoJSON {
            var members = [
                JSON.Member(name: "type", value: "FeatureCollection"), JSON.Member(name: "features", value: features),
            ]
            if isCut { members.insert(.init(name: "exceededTransferLimit", value: true), at: 1) }
            var answer = Answer.json(.object(members))
            answer.headers[.contentType] = "application/geo+json"
            return answer
        }
        return .json(.object(head(question, geometry != nil, isCut) + [JSON.Member(name: "features", value: features)]))
    }

    private func head(_ question: EsriQuestion, _ hasGeometry: Bool, _ isCut: Bool) -> [JSON.Member] {
        let one = question.one
        var fields = EsriDescription.fields(one.layer, question.isGrouped ? question.groups : question.fields)
        var members: [JSON.Member] = []
        if question.isGrouped {
            members.append(JSON.Member(name: "displayFieldName", value: ""))
            fields += question.statistics.map { statistic in
                let type =
                    statistic.expression.type.isTemporal
                    ? "esriFieldTypeDate" : statistic.expression.type.isText ? "esriFieldTypeString" : "esriFieldTypeDouble"
                return .members([
                    "name": .text(statistic.name), "alias": .text(statistic.name), "type": .text(type),
                ])
            }
        } else {
            members.append(JSON.Member(name: "objectIdFieldName", value: .text(GeoServices.identifier)))
            members.append(JSON.Member(name: "globalIdFieldName", value: ""))
            fields.insert(EsriDescription.identifier, at: 0)
        }
        if hasGeometry, let kind = one.kind {
            let code = Int(question.system.code.split(separator: ":").last ?? "") ?? 4_326
            members += [
                JSON.Member(name: "geometryType", value: .text(kind.rawValue)),
                JSON.Member(
                    name: "spatialReference", value: .members(["wkid": .integer(code), "latestWkid": .integer(code)])),
            ]
        }
        members.append(JSON.Member(name: "fields", value: .list(fields)))
        if isCut { members.append(JSON.Member(name: "exceededTransferLimit", value: true)) }
        return members
    }
}

/// Rows as Esri's features or as GeoJSON, written by the engine.
struct EsriText: Sendable {
    let rows: RowText

    init(_ query: CompiledQuery, hasGeometry: Bool, isGeoJSON: Bool) {
        let columns = hasGeometry ? query.columns.dropLast() : query.columns[...]
        let members = columns.enumerated().flatMap { index, column in
            [literal(column.name), Self.value(RowText.name(index), column)]
        }
        let attributes = "CAST(json_object(\(members.joined(separator: ", "))) AS VARCHAR)"
        let place = hasGeometry ? "coalesce(\(RowText.name(query.columns.count - 1)), 'null')" : "'null'"
        let geometry = hasGeometry ? "',\"geometry\":', \(place), " : ""
        let line =
            isGeoJSON
            ? "concat('{\"type\":\"Feature\",\"id\":', \(RowText.name(0)), ',\"geometry\":', \(place), ',\"properties\":', \(attributes), '}')"
            : "concat('{\"attributes\":', \(attributes), \(geometry)'}')"
        rows = RowText.lines(query, line)
    }

    /// Times are milliseconds since 1970, booleans 0 and 1, lists and other places texts.
    private static func value(_ name: String, _ column: ResultColumn) -> String {
        if column.isMultivalued { return "array_to_string(\(name), ', ')" }
        switch column.type {
        case .date, .datetime: return "epoch_ms(CAST(\(name) AS TIMESTAMP))"
        case .boolean: return "CAST(\(name) AS TINYINT)"
        // A sum of whole numbers may be of a type that JSON's readers do not know.
        case .int where column.field == nil && column.name != GeoServices.identifier: return "CAST(\(name) AS DOUBLE)"
        case .int, .double: return name
        case .geoPoint: return CellText(column).plain(name)
        case .text, .file, .jsonBlob, .geoShape: return name
        }
    }
}
