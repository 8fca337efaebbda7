internal import Portal
internal import Query
internal import Territory

/// `/ogc/collections/{dataset}/tiles`: the tilesets of a collection. There is one.
struct TilesetsResource: OGCResource {
    let path = "ogc/collections/{dataset}/tiles"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.drawnLayer(ask), address = ask.link(OGC.path(layer.name, "tiles/WebMercatorQuad"))
        let own = OGCLink("self", address, type, Bilingual(fr: "Jeu de tuiles", en: "Tileset"))
        return .json(
            .members([
                "links": .list(links(ask).map { $0.json(serving.language) }),
                "tilesets": .list([
                    .members([
                        "title": .text(layer.title(serving.language)), "dataType": "vector",
                        "crs": .text(ReferenceSystem.webMercator.uri), "tileMatrixSetURI": .text(TileMatrices.uri),
                        "links": .list(([own] + TilesetResource.ways(ask, layer)).map { $0.json(serving.language) }),
                    ])
                ]),
            ]))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let layer = try view.serving.drawnLayer(view.ask), language = view.site.language
        var page = view.resource(Bilingual(fr: "Tuiles vectorielles", en: "Vector tiles").text(in: language))
        page.trail = OGC.trail(language, below: layer)
        page.links = [.init("WebMercatorQuad", view.page(OGC.path(layer.name, "tiles/WebMercatorQuad"))), view.other(type)]
        return page
    }
}

/// `/ogc/collections/{dataset}/tiles/WebMercatorQuad`: the tileset described, or as TileJSON 3.0 for maps of the web.
struct TilesetResource: OGCResource {
    let path = "ogc/collections/{dataset}/tiles/WebMercatorQuad"
    let forms: Set = ["json", "tilejson"]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.drawnLayer(ask), facts = try await serving.layerBook.facts(layer, serving)
        if ask.parameters["f"] == "tilejson" { return .json(Self.tileJSON(layer, facts, ask, serving)) }
        let box = facts.box ?? [-180, -85, 180, 85]
        return .json(
            .members([
                "title": .text(layer.title(serving.language)), "dataType": "vector",
                "crs": .text(ReferenceSystem.webMercator.uri), "tileMatrixSetURI": .text(TileMatrices.uri),
                "links": .list((links(ask) + Self.ways(ask, layer)).map { $0.json(serving.language) }),
                "layers": .list([
                    .members([
                        "id": .text(layer.name), "dataType": "vector", "geometryDimension": .integer(Self.dimension(facts)),
                        "propertiesSchema": .members([
                            "type": "object",
                            "properties": .object(
                                layer.drawn.map { JSON.Member(name: $0.name, value: .object($0.type.schema)) }),
                        ]),
                    ])
                ]),
                "boundingBox": .members([
                    "lowerLeft": .list([.double(box[0]), .double(box[1])]),
                    "upperRight": .list([.double(box[2]), .double(box[3])]),
                    "crs": .text(ReferenceSystem.longitudeLatitude.uri),
                ]),
            ]))
    }

    private static func dimension(_ facts: LayerFacts) -> Int {
        facts.kinds.contains { $0.contains("Polygon") } ? 2 : facts.kinds.contains { $0.contains("Line") } ? 1 : 0
    }

    private static func tileJSON(_ layer: Layer, _ facts: LayerFacts, _ ask: Ask, _ serving: Serving) -> JSON {
        let names = layer.drawn.map { JSON.Member(name: $0.name, value: .text(layer.label($0))) }
        return .members([
            "tilejson": "3.0.0", "name": .text(layer.title(serving.language)),
            "tiles": .texts([ask.link(OGC.path(layer.name, "tiles/WebMercatorQuad")) + "/{z}/{y}/{x}"]),
            "vector_layers": .list([.members(["id": .text(layer.name), "fields": .object(names)])]),
            "minzoom": .integer(0), "maxzoom": .integer(18),
            "bounds": .list((facts.box ?? [-180, -85, 180, 85]).map { .double($0) }),
            "attribution": .text(serving.territory.name),
        ])
    }

    static func ways(_ ask: Ask, _ layer: Layer) -> [OGCLink] {
        let root = ask.link(OGC.path(layer.name, "tiles/WebMercatorQuad"))
        return [
            OGCLink(
                "item", root + "/{tileMatrix}/{tileRow}/{tileCol}", TileEndpoint.type, Bilingual(fr: "Une tuile", en: "A tile"),
                isTemplate: true),
            OGCLink(
                "describedby", root + "?f=tilejson", "application/json", Bilingual("TileJSON")),
            OGCLink(
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", ask.link("ogc/tileMatrixSets/WebMercatorQuad"),
                "application/json", Bilingual("WebMercatorQuad")),
        ]
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let layer = try view.serving.drawnLayer(view.ask), language = view.site.language
        var page = view.resource("WebMercatorQuad")
        page.trail = OGC.trail(language, below: layer)
        page.lead = Bilingual(
            fr: "Tuiles vectorielles du jeu « \(layer.title(.french)) », des zooms 0 à 18, simplifiées au zoom.",
            en: "Vector tiles of “\(layer.title(.english))”, for zooms 0 to 18, simplified to the zoom.")
        let own = view.ask.link(OGC.path(layer.name, "tiles/WebMercatorQuad")) + "?f=tilejson"
        page.links = [.init("TileJSON", own, type: type), view.other(type)]
        return page
    }
}

extension Serving {
    /// The layer of the address, when it has a place on the map.
    func drawnLayer(_ ask: Ask) throws -> Layer {
        let layer = try layer(ask)
        guard layer.place != nil else { throw Refusal.noPath }
        return layer
    }
}
