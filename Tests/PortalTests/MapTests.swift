import Testing

@testable import Portal

@Suite("Maps")
struct MapTests {
    @Test(
        "show a frame that is asked for in figures", arguments: [("1.2", "43.5", "1.5", "43.7"), ("1,2", "43,5", "1,5", "43,7")])
    func asked(west: String, south: String, east: String, north: String) throws {
        let state = PageState([.init("ouest", west), .init("sud", south), .init("est", east), .init("nord", north)])
        let frame = try #require(MapFrame(state))
        #expect(frame.west == 1.2 && frame.north == 43.7 && MapFrame(frame.state) == frame)
        let (x, y) = frame.place((frame.south + frame.north) / 2, (frame.west + frame.east) / 2)
        #expect(abs(x - 360) < 0.001 && abs(y - 240) < 0.5)
    }

    @Test(
        "show no frame that cannot be",
        arguments: [
            ["1", "2", "1", "3"], ["2", "2", "1", "3"], ["-181", "0", "0", "1"], ["a", "b", "c", "d"], ["nan", "0", "1", "1"],
            ["0", "0", "inf", "1"],
        ])
    func refused(values: [String]) {
        #expect(MapFrame(PageState(zip(MapFrame.names, values).map { PageState.Item($0, $1) })) == nil)
    }

    @Test(
        "lay every corner within the drawing, at any latitude",
        arguments: [(0.0, 0.0), (2.3, 48.8), (55.5, -21.1), (20, 84), (179.9, -80)])
    func corners(longitude: Double, latitude: Double) throws {
        for size in [0.001, 0.1, 2] {
            guard
                let frame = MapFrame(
                    west: longitude - size, south: latitude - size, east: longitude + size, north: latitude + size)
            else { continue }
            for (one, other) in [(frame.south, frame.west), (frame.north, frame.east)] {
                let (x, y) = frame.place(one, other)
                #expect(x >= -0.01 && x <= 720.01 && y >= -0.01 && y <= 480.01, "\(x) \(y)")
            }
            #expect(frame.zoom >= 0 && frame.zoom <= 18 && frame.cell.width > 0 && frame.metresByPixel > 0)
        }
    }

    @Test("put together what would cover one another")
    func together() {
        let one = MapPlace(latitude: 43, longitude: 1, count: 3, name: "A"),
            other = MapPlace(latitude: 44, longitude: 2, count: 1, name: "B")
        #expect(one.joined(other) == MapPlace(latitude: 43.25, longitude: 1.25, count: 4, name: "A"))
    }
}
