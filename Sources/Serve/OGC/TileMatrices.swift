internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

/// The tile matrix set that tiles are cut by (17-083r4, annex D.1).
enum TileMatrices {
    static let uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
    private static let half = 20_037_508.3427892

    static var json: JSON {
        .members([
            "id": "WebMercatorQuad", "title": "Google Maps Compatible for the World", "uri": .text(uri),
            "crs": .text(ReferenceSystem.webMercator.uri), "orderedAxes": .texts(["X", "Y"]),
            "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
            "tileMatrices": .list(
                (0...TileFrame.deepest).map { zoom in
                    let size = 2 * half / 256 / pow(2, Double(zoom))
                    return .members([
                        "id": .text(String(zoom)), "scaleDenominator": .double(size / 0.00028), "cellSize": .double(size),
                        "pointOfOrigin": .list([.double(-half), .double(half)]), "tileWidth": .integer(256),
                        "tileHeight": .integer(256), "matrixWidth": .integer(1 << zoom), "matrixHeight": .integer(1 << zoom),
                    ])
                }),
        ])
    }
}

/// `/ogc/tileMatrixSets`.
struct TileMatrixSetsResource: OGCResource {
    let path = "ogc/tileMatrixSets"

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let own = OGCLink("self", ask.link("ogc/tileMatrixSets/WebMercatorQuad"), type, Bilingual("WebMercatorQuad"))
        return .json(
            .members([
                "tileMatrixSets": .list([
                    .members([
                        "id": "WebMercatorQuad", "uri": .text(TileMatrices.uri), "crs": .text(ReferenceSystem.webMercator.uri),
                        "links": .list([own.json(serving.language)]),
                    ])
                ])
            ]))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        var page = view.resource(Bilingual(fr: "Grilles de tuiles", en: "Tile matrix sets").text(in: view.site.language))
        page.trail = [(OGC.title.text(in: view.site.language), [OGC.root])]
        page.links = [.init("WebMercatorQuad", view.page("ogc/tileMatrixSets/WebMercatorQuad")), view.other(type)]
        return page
    }
}

/// `/ogc/tileMatrixSets/WebMercatorQuad`.
struct TileMatrixSetResource: OGCResource {
    let path = "ogc/tileMatrixSets/WebMercatorQuad"

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer { .json(TileMatrices.json) }

    func page(_ view: PortalView) async throws -> ResourcePage {
        var page = view.resource("WebMercatorQuad")
        page.trail = [(OGC.title.text(in: view.site.language), [OGC.root])]
        page.links = [view.other(type)]
        return page
    }
}
