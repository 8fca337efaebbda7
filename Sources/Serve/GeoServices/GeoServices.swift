internal import HTTPTypes
internal import Lake
internal import NIOCore
internal import Query
internal import Territory

/// Esri's GeoServices REST under `/arcgis/rest`: each dataset is a feature service, for the tools that speak nothing else. A new
/// address is a type and a line here.
enum GeoServices {
    static let root = "arcgis/rest"
    static let version = 10.91
    /// Features answered at once.
    static let most = 2_000
    static let identifier = "OBJECTID"

    static let endpoints: [any Endpoint] = [
        EsriInfoEndpoint(), EsriServicesEndpoint(), EsriServiceEndpoint(), EsriLayersEndpoint(), EsriLayerEndpoint(),
        EsriQueryEndpoint(),
    ]

    /// The document as asked for: `json`, or `pjson` on several lines.
    static func answer(_ document: JSON, _ ask: Ask) throws -> Answer {
        switch ask.parameters["f"] ?? "json" {
        case "json": return .json(document)
        case "pjson", "html": return .json(document.pretty)
        case let name: throw Refusal.parameter("Format \(name) is not supported.", fr: "Le format \(name) n'est pas offert.")
        }
    }

    /// An error as Esri's clients read it.
    static func refused(_ refusal: Refusal, _ ask: Ask) -> Answer {
        let error = JSON.members([
            "code": .integer(refusal.status.code), "message": .text(refusal.what.text(in: ask.language)), "details": .list([]),
        ])
        return .text(JSON.members(["error": error]).line, type: "application/json; charset=utf-8", status: refusal.status)
    }
}

/// The features of a dataset that have one kind of geometry: Esri's layers mix none.
struct EsriLayer: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case point = "esriGeometryPoint"
        case multipoint = "esriGeometryMultipoint"
        case line = "esriGeometryPolyline"
        case area = "esriGeometryPolygon"

        var names: [String] {
            switch self {
            case .point: ["Point"]
            case .multipoint: ["MultiPoint"]
            case .line: ["LineString", "MultiLineString"]
            case .area: ["Polygon", "MultiPolygon"]
            }
        }

        var title: Bilingual {
            switch self {
            case .point: Bilingual(fr: "points", en: "points")
            case .multipoint: Bilingual(fr: "groupes de points", en: "groups of points")
            case .line: Bilingual(fr: "lignes", en: "lines")
            case .area: Bilingual(fr: "surfaces", en: "areas")
            }
        }
    }

    let layer: Layer
    let facts: LayerFacts
    let number: Int
    /// Nil for a table without geometry.
    let kind: Kind?
    /// Whether the dataset has other kinds too.
    let isPart: Bool

    /// The layers of a dataset, in the order of the kinds.
    static func all(_ layer: Layer, _ serving: Serving) async throws -> [EsriLayer] {
        let facts = try await serving.layerBook.facts(layer, serving)
        let kinds = Kind.allCases.filter { kind in kind.names.contains { facts.kinds.contains($0) } }
        guard layer.place != nil, !kinds.isEmpty else {
            return [EsriLayer(layer: layer, facts: facts, number: 0, kind: layer.place == nil ? nil : .point, isPart: false)]
        }
        return kinds.enumerated().map {
            EsriLayer(layer: layer, facts: facts, number: $0.offset, kind: $0.element, isPart: kinds.count > 1)
        }
    }

    /// What Esri calls it.
    var type: String { kind == nil ? "Table" : "Feature Layer" }

    /// The layers and the tables of a service, told apart as Esri does.
    static func told(_ all: [EsriLayer], _ one: (EsriLayer) -> JSON) -> (layers: JSON, tables: JSON) {
        (.list(all.filter { $0.kind != nil }.map(one)), .list(all.filter { $0.kind == nil }.map(one)))
    }

    /// The rows of the layer.
    var filter: Query.Predicate { isPart ? layer.place?.isOf(kind?.names ?? []) ?? .everything : .everything }

    func title(_ language: Language) -> String {
        let title = layer.title(language)
        return isPart ? "\(title) – \(kind?.title.text(in: language) ?? "")" : title
    }

    /// The fields, other places as texts.
    var fields: [QueryField] { layer.properties }
}

extension Serving {
    /// The layer of the address.
    func esriLayer(_ ask: Ask) async throws -> EsriLayer {
        let all = try await EsriLayer.all(try layer(ask), self)
        guard let number = Int(ask.place("layer")), let one = all.first(where: { $0.number == number }) else {
            throw Refusal(.notFound, "NotFound", "Invalid layer.", fr: "Cette couche n'existe pas.")
        }
        return one
    }
}
