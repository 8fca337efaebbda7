import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("GeoJSON and KML")
struct GeoTextTests {
    @Test("GeoJSON: properties and identifier as columns, geometry as it is written")
    func geoJSON() async throws {
        let text = """
            {"type":"FeatureCollection","name":"x","features":[
              {"type":"Feature","id":"n1","geometry":{"type":"Point","coordinates":[5.720,45.10]},"properties":{"id":7,"in":{"a":1}}},
              {"type":"Feature","geometry":null,"properties":null},
              {"type":"Feature","properties":{"geometry":"rond"},"geometry":{"type":"Point","coordinates":[1,2,3]}}]}
            """
        for name in ["x.geojson", "x.json"] {
            let answer = try await FileTable.read(text, as: name)
            #expect(answer.columns == ["id", "id (2)", "in.a", "geometry (2)", "geometry"])
            #expect(
                answer.cells == [
                    ["n1", "7", "1", "∅", #"{"type":"Point","coordinates":[5.720,45.10]}"#], ["∅", "∅", "∅", "∅", "∅"],
                    ["∅", "∅", "∅", "rond", #"{"type":"Point","coordinates":[1,2,3]}"#],
                ])
        }
    }

    @Test("GeoJSON in a system of before is moved to WGS 84, told")
    func oldSystem() async throws {
        let feature = #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[913000,6458000]}}"#
        for system in ["urn:ogc:def:crs:EPSG::2154", "EPSG:2154"] {
            let crs = #""crs":{"type":"name","properties":{"name":"\#(system)"}}"#
            let answer = try await FileTable.read(
                #"{"type":"FeatureCollection",\#(crs),"features":[\#(feature)]}"#, as: "x.geojson")
            #expect(answer.rows[0][1]?.hasPrefix(GeoTests.first) == true, "\(answer.rows)")
            #expect(answer.notes.contains("geometries converted from EPSG:2154 to WGS 84 (longitude, latitude)"))
        }
        for system in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"] {
            let crs = #""crs":{"type":"name","properties":{"name":"\#(system)"}}"#
            let answer = try await FileTable.read(
                #"{"type":"FeatureCollection","features":[\#(feature)],\#(crs)}"#, as: "x.geojson")
            #expect(answer.rows[0][1] == #"{"type":"Point","coordinates":[913000,6458000]}"#)
        }
        let unknown = #"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:999999"}},"features":[\#(feature)]}"#
        #expect(try await FileTable.fault(unknown, as: "x.geojson").hasPrefix("collect.unreadable-file"))
    }

    @Test("GeoJSON one feature a line, and one feature alone")
    func lines() async throws {
        let feature = #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}"#
        #expect(try await FileTable.read("\(feature)\n\(feature)\n", as: "x.geojsonl").rows.count == 2)
        #expect(try await FileTable.read("\u{1E}\(feature)\n\u{1E}\(feature)\n", as: "x.geojsons").rows.count == 2)
        #expect(try await FileTable.read(feature, as: "x.geojson").cells == [["1", #"{"type":"Point","coordinates":[1,2]}"#]])
    }

    @Test("KML: extended data by name, the folder, the geometry with its numbers as they are written")
    func kml() async throws {
        let text = """
            <?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Ville</name><Folder><name>Écoles</name>
            <Placemark id="p1"><name>Jules Ferry</name><description><![CDATA[<b>ok</b>]]></description>
              <ExtendedData><Data name="code"><value>007</value></Data>
              <SchemaData><SimpleData name="places">120</SimpleData></SchemaData></ExtendedData>
              <Point><coordinates> 5.720,45.10,0 </coordinates></Point></Placemark>
            </Folder><Placemark><MultiGeometry>
              <LineString><coordinates>1,2 3,.5</coordinates></LineString>
              <Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs>
              <innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon>
            </MultiGeometry></Placemark></Document></kml>
            """
        let answer = try await FileTable.read(text, as: "x.kml")
        #expect(answer.columns == ["id", "name", "description", "code", "places", "folder", "geometry"])
        #expect(
            answer.cells[0] == [
                "p1", "Jules Ferry", "<b>ok</b>", "007", "120", "Écoles", #"{"type":"Point","coordinates":[5.720,45.10,0]}"#,
            ])
        #expect(
            answer.cells[1].last
                == #"{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,0.5]]},"#
                + #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}]}"#)
        #expect(
            try await FileTable.fault(text.replacing("5.720,", with: "est,"), as: "x.kml").contains("unreadable coordinates"))
    }
}
