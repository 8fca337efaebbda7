import Foundation
import Testing

@testable import Serve

@Suite("OGC API – Tiles, Part 1")
struct OGCTilesTests {
    /// What a tile says, read by a decoder of our own (Mapbox Vector Tile 2.1): names of layers, keys, texts, numbers of features.
    struct Tile {
        var layers: [String] = [], keys: Set<String> = [], texts: Set<String> = [], features = 0

        init(_ bytes: Data) {
            Self.fields(bytes) { number, layer in
                guard number == 3, let layer else { return }
                Self.fields(layer) { number, value in
                    guard let value else { return }
                    switch number {
                    case 1: layers.append(String(decoding: value, as: UTF8.self))
                    case 2: features += 1
                    case 3: keys.insert(String(decoding: value, as: UTF8.self))
                    case 4:
                        Self.fields(value) { if $0 == 1, let text = $1 { texts.insert(String(decoding: text, as: UTF8.self)) } }
                    default: break
                    }
                }
            }
        }

        private static func fields(_ bytes: Data, _ found: (Int, Data?) -> Void) {
            var rest = bytes[...]
            func number() -> Int {
                var (value, shift) = (0, 0)
                while let byte = rest.popFirst() {
                    value |= Int(byte & 127) << shift
                    shift += 7
                    if byte < 128 { break }
                }
                return value
            }
            while !rest.isEmpty {
                let key = number()
                switch key & 7 {
                case 0: _ = number(); found(key >> 3, nil)
                case 1: rest = rest.dropFirst(8)
                case 2:
                    let length = number()
                    found(key >> 3, Data(rest.prefix(length)))
                    rest = rest.dropFirst(length)
                default: rest = rest.dropFirst(4)
                }
            }
        }
    }

    private static func name(_ longitude: Double, _ latitude: Double, _ zoom: Int) -> String {
        let count = pow(2, Double(zoom)), radians = latitude * .pi / 180
        let column = Int((longitude + 180) / 360 * count), row = Int((1 - asinh(tan(radians)) / .pi) / 2 * count)
        return "\(zoom)/\(row)/\(column)"
    }

    @Test("mvt: a place is in its tile at every zoom, and in no other", arguments: ["points", "degres", "zones"])
    func places(_ collection: String) async throws {
        let town = try await OGCReferenceSystemTests.shared.value, root = "/ogc/collections/\(collection)/tiles/WebMercatorQuad"
        let place = collection == "zones" ? (1.9999, 43.5) : (1.4437, 43.6045)
        for zoom in [0, 5, 10, 12, 14, 18] {
            let reply = try await town.get("\(root)/\(Self.name(place.0, place.1, zoom))")
            #expect(reply.status == 200 && reply.header("Content-Type") == "application/vnd.mapbox-vector-tile", "\(zoom)")
            let tile = Tile(reply.bytes)
            #expect(tile.layers == [collection] && tile.features == (zoom < 6 ? 2 : 1), "\(zoom) \(tile)")
            #expect(tile.keys.contains("id"), "\(zoom) \(tile.keys)")
        }
        let away = try await town.get("\(root)/\(Self.name(-60, 10, 8))")
        #expect(away.status == 204 && away.bytes.isEmpty)
    }

    @Test("mvt: filters select what is drawn")
    func filters() async throws {
        let town = try await OGCReferenceSystemTests.shared.value, root = "/ogc/collections/points/tiles/WebMercatorQuad/0/0/0"
        let far = Tile(try await town.get("\(root)?nom=Loin").bytes)
        #expect(far.texts == ["Loin"], "\(far)")
        let near = Tile(try await town.get("\(root)?filter=id%3D1").bytes)
        #expect(near.texts == ["Capitole"], "\(near)")
    }

    @Test("core: what is out of range is absent, what is no number is refused")
    func refusals() async throws {
        let town = try await OGCReferenceSystemTests.shared.value, root = "/ogc/collections/points/tiles"
        for (path, status) in [
            ("WebMercatorQuad/1/2/0", 404), ("WebMercatorQuad/25/0/0", 404), ("WebMercatorQuad/-1/0/0", 404),
            ("WebMercatorQuad/x/0/0", 400),
            ("WebMercatorQuad/0/0/0?x=1", 400), ("WebMercatorQuad/0/0/0?f=png", 400), ("WorldCRS84Quad/0/0/0", 404),
        ] {
            #expect(try await town.get("\(root)/\(path)").status == status, "\(path)")
        }
    }

    @Test("tilesets-list, tileset: described, with TileJSON and the matrices they follow")
    func described() async throws {
        let town = try await OGCReferenceSystemTests.shared.value, root = "/ogc/collections/points/tiles"
        let list = try await town.get(root).json()
        #expect(list["tilesets"][0]["tileMatrixSetURI"].text?.hasSuffix("WebMercatorQuad") == true)
        let one = try await town.get("\(root)/WebMercatorQuad").json()
        let item = one["links"].list.first { $0["rel"].text == "item" }
        #expect(
            item?["href"].text?.hasSuffix("/{tileMatrix}/{tileRow}/{tileCol}") == true && item?["templated"] == .boolean(true))
        let plain = try await town.get("\(root)/WebMercatorQuad?f=tilejson").json()
        #expect(plain["tilejson"].text == "3.0.0" && plain["tiles"][0].text?.hasSuffix("/{z}/{y}/{x}") == true)
        #expect(try await town.get("/ogc/tileMatrixSets").status == 200)
        let matrices = try await town.get("/ogc/tileMatrixSets/WebMercatorQuad").json()
        #expect(abs((matrices["tileMatrices"][0]["scaleDenominator"].number ?? 0) - 559_082_264.0287178) < 0.1)
        for path in [root, "\(root)/WebMercatorQuad", "/ogc/tileMatrixSets", "/ogc/tileMatrixSets/WebMercatorQuad"] {
            #expect(try await town.get("\(path)?f=html").status == 200, "\(path)")
        }
        let collection = try await town.get("/ogc/collections/points").json()
        #expect(collection["links"].list.contains { $0["rel"].text?.hasSuffix("tilesets-vector") == true })
    }

    @Test("crowded tiles are written with fewer points, which stand for all of them")
    func crowded() async throws {
        // Ten thousand points on a square of a degree, and one row without a place.
        let rows = (0..<10_000).map { "\($0),\"\(45 + Double($0 / 100) / 100), \(5 + Double($0 % 100) / 100)\"" }
        let town = try await ServedTown(
            "foule", csv: "id,lieu\n" + rows.joined(separator: "\n") + "\n-1,\n",
            "fields: { id: { type: int }, lieu: { type: geo_point_2d } }")
        let root = "/ogc/collections/foule/tiles/WebMercatorQuad"
        let far = Tile(try await town.get("\(root)/\(Self.name(5.5, 45.5, 8))").bytes)
        let near = Tile(try await town.get("\(root)/\(Self.name(5.5, 45.5, 11))").bytes)
        #expect(far.features > 100 && far.features < 1_100 && near.features > 200, "\(far.features) \(near.features)")
        #expect(far.keys.contains("point_count"))
    }

    @Test("points that fall together are one at low zooms, and say how many they are")
    func gathered() async throws {
        let rows = (0..<500).map { "\($0),\"\(45 + Double($0) / 1e6), 5\"" }.joined(separator: "\n")
        let town = try await ServedTown(
            "serres", csv: "id,lieu\n\(rows)\n", "fields: { id: { type: int }, lieu: { type: geo_point_2d } }")
        let root = "/ogc/collections/serres/tiles/WebMercatorQuad"
        let low = Tile(try await town.get("\(root)/\(Self.name(5, 45.0002, 8))").bytes)
        #expect(low.features == 1 && low.keys.contains("point_count"))
        let high = Tile(try await town.get("\(root)/\(Self.name(5, 45.0002, 14))").bytes)
        #expect(high.features == 500 && !high.keys.contains("point_count"))
    }
}
