internal import Lake
internal import Query
internal import Territory

/// `/arcgis/rest/info`: what the server is, and that it asks for no token.
struct EsriInfoEndpoint: Endpoint {
    let pattern = "arcgis/rest/info"
    let family = Family.geoServices

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        try GeoServices.answer(
            .members([
                "currentVersion": .double(GeoServices.version), "fullVersion": "10.9.1",
                "authInfo": .members(["isTokenBasedSecurity": false]),
            ]), ask)
    }
}

/// `/arcgis/rest/services`: a feature service for each dataset.
struct EsriServicesEndpoint: Endpoint {
    let pattern = "arcgis/rest/services"
    let family = Family.geoServices

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let services = serving.layers(ask).map { layer in
            JSON.members([
                "name": .text(layer.name), "type": "FeatureServer",
                "url": .text(ask.link("arcgis/rest/services/\(AddressText.encoded(layer.name))/FeatureServer")),
            ])
        }
        return try GeoServices.answer(
            .members([
                "currentVersion": .double(GeoServices.version), "folders": .list([]), "services": .list(services),
            ]), ask)
    }
}

/// A feature service: its layers, or its table.
struct EsriServiceEndpoint: Endpoint {
    let pattern = "arcgis/rest/services/{dataset}/FeatureServer"
    let family = Family.geoServices

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.layer(ask), all = try await EsriLayer.all(layer, serving)
        let licence = Licence(layer.dataset.licence ?? serving.territory.licence)
        let listed = EsriLayer.told(all) { one in
            .object(
                [
                    JSON.Member(name: "id", value: .integer(one.number)),
                    JSON.Member(name: "name", value: .text(one.title(serving.language))),
                    JSON.Member(name: "type", value: .text(one.type)),
                ] + (one.kind.map { [JSON.Member(name: "geometryType", value: .text($0.rawValue))] } ?? []))
        }
        let extent = EsriDescription.extent(all[0].facts)
        return try GeoServices.answer(
            .members([
                "currentVersion": .double(GeoServices.version),
                "serviceDescription": .text(layer.summary(serving.language)),
                "description": .text(layer.summary(serving.language)),
                "copyrightText": .text("\(serving.territory.name), \(licence.title)"), "hasVersionedData": false,
                "maxRecordCount": .integer(GeoServices.most), "supportedQueryFormats": "JSON, geoJSON", "capabilities": "Query",
                "spatialReference": EsriDescription.degrees, "initialExtent": extent, "fullExtent": extent,
                "allowGeometryUpdates": false, "units": "esriDecimalDegrees", "layers": listed.layers,
                "tables": listed.tables,
            ]), ask)
    }
}

/// All the layers of a service at once.
struct EsriLayersEndpoint: Endpoint {
    let pattern = "arcgis/rest/services/{dataset}/FeatureServer/layers"
    let family = Family.geoServices

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let all = try await EsriLayer.all(try serving.layer(ask), serving)
        let described = EsriLayer.told(all) { EsriDescription($0, serving).json }
        return try GeoServices.answer(.members(["layers": described.layers, "tables": described.tables]), ask)
    }
}

/// One layer.
struct EsriLayerEndpoint: Endpoint {
    let pattern = "arcgis/rest/services/{dataset}/FeatureServer/{layer}"
    let family = Family.geoServices

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        try GeoServices.answer(EsriDescription(try await serving.esriLayer(ask), serving).json, ask)
    }
}

/// A layer as Esri describes it.
struct EsriDescription: Sendable {
    private let one: EsriLayer
    private let serving: Serving

    init(_ one: EsriLayer, _ serving: Serving) {
        self.one = one
        self.serving = serving
    }

    static let degrees = JSON.members(["wkid": .integer(4_326), "latestWkid": .integer(4_326)])

    static func extent(_ facts: LayerFacts) -> JSON {
        guard let box = facts.box else { return .null }
        return .members([
            "xmin": .double(box[0]), "ymin": .double(box[1]), "xmax": .double(box[2]), "ymax": .double(box[3]),
            "spatialReference": degrees,
        ])
    }

    /// The fields as every answer tells them.
    static func fields(_ layer: Layer, _ fields: [QueryField]) -> [JSON] {
        fields.map { field in
            var members = [
                JSON.Member(name: "name", value: .text(field.name)), JSON.Member(name: "alias", value: .text(layer.label(field))),
                JSON.Member(name: "type", value: .text(field.esriType)), JSON.Member(name: "nullable", value: true),
                JSON.Member(name: "editable", value: false), JSON.Member(name: "domain", value: .null),
            ]
            if field.esriType == "esriFieldTypeString" { members.append(JSON.Member(name: "length", value: .integer(65_536))) }
            return .object(members)
        }
    }

    static let identifier = JSON.members([
        "name": .text(GeoServices.identifier), "alias": .text(GeoServices.identifier), "type": "esriFieldTypeOID",
        "nullable": false, "editable": false, "domain": .null,
    ])

    var json: JSON {
        let layer = one.layer, language = serving.language
        let shown = one.fields.first { $0.type == .text && !$0.isMultivalued }?.name ?? GeoServices.identifier
        var members: [JSON.Member] = [
            .init(name: "currentVersion", value: .double(GeoServices.version)), .init(name: "id", value: .integer(one.number)),
            .init(name: "name", value: .text(one.title(language))),
            .init(name: "type", value: .text(one.type)),
            .init(name: "description", value: .text(layer.summary(language))),
            .init(name: "copyrightText", value: .text(serving.territory.name)), .init(name: "displayField", value: .text(shown)),
            .init(name: "defaultVisibility", value: true), .init(name: "hasAttachments", value: false),
            .init(name: "objectIdField", value: .text(GeoServices.identifier)), .init(name: "globalIdField", value: ""),
            .init(name: "fields", value: .list([Self.identifier] + Self.fields(layer, one.fields))),
            .init(name: "maxRecordCount", value: .integer(GeoServices.most)),
            .init(name: "supportedQueryFormats", value: "JSON, geoJSON"), .init(name: "capabilities", value: "Query"),
            .init(name: "supportsStatistics", value: true), .init(name: "supportsAdvancedQueries", value: true),
            .init(
                name: "advancedQueryCapabilities",
                value: .members([
                    "supportsPagination": true, "supportsStatistics": true, "supportsOrderBy": true, "supportsDistinct": true,
                    "supportsHavingClause": true,
                ])), .init(name: "hasZ", value: false), .init(name: "hasM", value: false),
        ]
        if let kind = one.kind {
            members += [
                .init(name: "geometryType", value: .text(kind.rawValue)), .init(name: "extent", value: Self.extent(one.facts)),
                .init(name: "sourceSpatialReference", value: Self.degrees),
            ]
        }
        if let time = layer.time { members.append(.init(name: "timeInfo", value: timeInfo(time))) }
        return .object(members)
    }

    /// The date that `time` is compared with, and how far it goes.
    private func timeInfo(_ field: QueryField) -> JSON {
        let ends = one.facts.times.map { [$0.first, $0.last].map { MomentReader.read($0)?.start(in: .utc).microseconds } } ?? []
        return .members([
            "startTimeField": .text(field.name), "endTimeField": .null, "trackIdField": .null,
            "timeExtent": .list(ends.map { $0.map { .integer(Int($0 / 1_000)) } ?? .null }),
            "timeReference": .members(["timeZone": "UTC", "respectsDaylightSaving": false]),
        ])
    }
}

extension QueryField {
    /// Whole numbers are doubles to Esri, whose own stop at 32 bits; lists and other places are texts.
    var esriType: String {
        if isMultivalued { return "esriFieldTypeString" }
        switch type {
        case .int, .double: return "esriFieldTypeDouble"
        case .boolean: return "esriFieldTypeSmallInteger"
        case .date, .datetime: return "esriFieldTypeDate"
        case .text, .file, .jsonBlob, .geoPoint, .geoShape: return "esriFieldTypeString"
        }
    }
}
