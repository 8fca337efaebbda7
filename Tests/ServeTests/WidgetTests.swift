import Foundation
import Testing

@testable import Serve

/// The requests of ods-widgets 2.1.2, from its source (explore-api.md §8.1), and the fields it reads in the answers.
@Suite("What ods-widgets asks")
struct WidgetTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let widget: String
        let path: String
        /// Paths of members that must be there, `a.0.b`.
        let reads: [String]
        var testDescription: String { widget }
    }

    private static let common = "timezone=Europe%2FParis&lang=fr&dataset=oeuvres"

    static let rows = [
        Row(
            widget: "dataset context",
            path: "/api/datasets/1.0/oeuvres/?extrametas=true&interopmetas=true&assetmetas=true&source=&timezone=Europe%2FParis",
            reads: [
                "datasetid", "metas.domain", "metas.title", "metas.timezone", "metas.records_count", "fields.0.name",
                "fields.0.label", "fields.0.type",
                "fields.1.annotations.0.name", "features", "attachments", "alternative_exports", "has_records", "data_visible",
                "basic_metas", "extra_metas.asset_content_configuration.facets.0.field_name", "interop_metas",
            ]),
        Row(
            widget: "last reuses", path: "/api/reuses/?rows=5&timezone=UTC", reads: ["nhits", "reuses"]),
        Row(
            widget: "table", path: "/api/records/1.0/search/?\(common)&rows=40&start=0&sort=-prix",
            reads: [
                "nhits", "parameters.rows", "parameters.start", "records.0.recordid", "records.0.fields",
                "records.0.record_timestamp", "records.0.datasetid",
            ]),
        Row(
            widget: "map tooltip",
            path: "/api/records/1.0/search/?\(common)&rows=1&start=0&geofilter.distance=43.6045,1.4437,10&fields=titre",
            reads: ["records.0.fields.titre", "records.0.geometry.type"]),
        Row(
            widget: "search box", path: "/api/records/1.0/search/?\(common)&q=grand&rows=5",
            reads: ["nhits", "records.0.fields.titre"]),
        Row(
            widget: "calendar",
            path:
                "/api/records/1.0/search/?\(common)&rows=1000&q.calendar=pose%3E%3D2020%2F01%2F01%20AND%20pose%3C%3D2020%2F12%2F31",
            reads: ["records.1.fields.pose"]),
        Row(
            widget: "facets",
            path:
                "/api/records/1.0/search/?\(common)&rows=0&facet=titre&facet=mots&facetsort.mots=-count&disjunctive.mots=true&refine.mots=eau",
            reads: [
                "nhits", "facet_groups.0.name", "facet_groups.0.facets.0.name", "facet_groups.0.facets.0.path",
                "facet_groups.0.facets.0.count",
                "facet_groups.0.facets.0.state", "parameters.disjunctive.mots", "parameters.refine.mots",
            ]),
        Row(
            widget: "tag cloud", path: "/api/records/1.0/search/?\(common)&rows=0&facet=mots",
            reads: ["facet_groups.0.facets.2.count"]),
        Row(
            widget: "chart",
            path:
                "/api/records/1.0/analyze/?\(common)&x=mots&sort=&maxpoints=50&y.serie1-1.expr=prix&y.serie1-1.func=AVG&y.serie1-1.cumulative=false",
            reads: ["0.x", "0.serie1-1"]),
        Row(
            widget: "time chart",
            path:
                "/api/records/1.0/analyze/?\(common)&x=pose.year&x=pose.month&sort=x.pose.year,x.pose.month&maxpoints=&output_timezone=UTC&y.serie1-1.func=COUNT",
            reads: ["0.x.year", "0.x.month", "0.serie1-1"]),
        Row(
            widget: "chart with breakdown",
            path: "/api/records/1.0/analyze/?\(common)&x=pose.year&x=titre&sort=x.pose.year,x.titre&y.serie1-1.func=COUNT",
            reads: ["0.x.pose.year", "0.x.titre", "0.serie1-1"]),
        Row(
            widget: "aggregation", path: "/api/records/1.0/analyze/?\(common)&y.serie1.expr=prix&y.serie1.func=SUM",
            reads: ["0.serie1"]),
        Row(
            widget: "cross table",
            path: "/api/records/1.0/analyze/?\(common)&x=public&x=titre&sort=x.public,x.titre&y.serie1.func=COUNT",
            reads: ["0.x.public", "0.x.titre", "0.serie1"]),
        Row(
            widget: "map, first look", path: "/api/records/1.0/boundingbox/?\(common)&geofilter.bbox=-90,-200,90,200",
            reads: ["count", "bbox.3", "geometries.Point"]),
        Row(
            widget: "map, clusters",
            path:
                "/api/records/1.0/geocluster/?\(common)&clusterdistance=50&clusterprecision=6&geofilter.bbox=40,0,50,3&return_polygons=true",
            reads: [
                "clusters.0.cluster_center.1", "clusters.0.count", "clusters.0.cluster", "count.min", "count.max",
                "clusterprecision",
            ]),
        Row(
            widget: "map, heat",
            path:
                "/api/records/1.0/geocluster/?\(common)&clustermode=heatmap&clusterdistance=15&clusterprecision=6&geofilter.bbox=40,0,50,3&y.serie1.expr=prix&y.serie1.func=AVG",
            reads: ["clusters.0.series.serie1", "series.serie1.min", "series.serie1.max"]),
        Row(
            widget: "map, shapes",
            path: "/api/records/1.0/geopreview/?\(common)&rows=1000&clusterprecision=6&geofilter.bbox=40,0,50,3",
            reads: ["0.geometry.type", "0.geo_digest"]),
        Row(
            widget: "map, coloured shapes",
            path: "/api/records/1.0/geopolygon/?\(common)&clusterprecision=6&y.serie1.expr=prix&y.serie1.func=SUM",
            reads: ["clusters.0.cluster.type", "clusters.0.geo_digest", "clusters.0.series.serie1", "series.serie1.max"]),
        Row(
            widget: "map, every point", path: "/api/records/1.0/download/?\(common)&rows=1000&format=json&fields=lieu,titre",
            reads: ["0.fields.lieu.1", "0.geometry.coordinates.1"]),
        Row(
            widget: "last datasets", path: "/api/datasets/1.0/search/?rows=5&sort=modified",
            reads: ["nhits", "datasets.0.datasetid", "datasets.0.metas.title"]),
        Row(
            widget: "themes", path: "/api/datasets/1.0/search/?rows=0&facet=theme",
            reads: ["facet_groups.0.facets.0.name", "facet_groups.0.facets.0.count"]),
        Row(
            widget: "top publishers", path: "/api/datasets/1.0/search/?rows=0&facet=publisher",
            reads: ["facet_groups.0.facets.0.path"]),
        Row(widget: "reuses", path: "/api/reuses/?rows=10&start=0", reads: ["results"]),
        Row(
            widget: "advanced analysis",
            path:
                "/api/explore/v2.1/catalog/datasets/oeuvres/records/?select=count(*)%20as%20n&group_by=titre&limit=100&timezone=Europe%2FParis",
            reads: ["results.0.titre", "results.0.n"]),
    ]

    @Test("is answered with the members it reads", arguments: rows)
    func reads(_ row: Row) async throws {
        let reply = try await ServedTown.shared.value.get(row.path)
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.header("Access-Control-Allow-Origin") == "*")
        let answer = try reply.json()
        for path in row.reads {
            var value = answer, parent = answer
            for step in path.split(separator: ".") {
                parent = value
                value = Int(step).map { value[$0] } ?? value[String(step)]
            }
            let last = String(path.split(separator: ".").last ?? "")
            #expect(value != .null || parent.names.contains(last), "\(path) is missing in \(reply.text.prefix(1_500))")
        }
    }

    @Test("is refused with a sentence that it shows")
    func errors() async throws {
        let reply = try await ServedTown.shared.value.get("/api/records/1.0/search/?dataset=oeuvres&sort=inconnu")
        #expect(try reply.json()["error"].text?.contains("inconnu") == true)
        let absent = try await ServedTown.shared.value.get("/api/datasets/1.0/nulle-part/")
        #expect(absent.status == 404)
        #expect(try absent.json()["error"].text == "The requested dataset nulle-part does not exist.")
    }

    @Test("finds one record by its identifier, and the catalogue by words and facets")
    func lookups() async throws {
        let town = try await ServedTown.shared.value
        let record = try await town.search(["rows": "1"]).json()["records"][0], name = try #require(record["recordid"].text)
        #expect(try await town.get("/api/datasets/1.0/oeuvres/records/\(name)").json() == record)
        #expect(try await town.get("/api/datasets/1.0/oeuvres/records/\(String(repeating: "0", count: 40))/").status == 404)
        let found = try await town.ask(
            "/api/datasets/1.0/search/", ["q": "oeuvres art", "refine.theme": "culture", "facet": "keyword"]
        ).json()
        #expect(found["nhits"].number == 1 && found["datasets"][0]["datasetid"].text == "oeuvres")
        #expect(found["datasets"][0]["metas"]["keyword"].texts == ["art", "parc"])
        #expect(found["parameters"]["refine"]["theme"].text == "culture")
        let hidden = try await town.ask("/api/datasets/1.0/search/").json()
        #expect(hidden["datasets"].list.map { $0["datasetid"].text } == ["oeuvres"], "paie is not published")
        let csv = try await town.ask("/api/datasets/1.0/search/", ["format": "csv"])
        #expect(csv.text.hasPrefix("dataset_id;title;") && csv.text.contains("\r\noeuvres;"))
    }
}
