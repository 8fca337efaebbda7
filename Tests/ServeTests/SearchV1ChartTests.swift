import Foundation
import Testing

@testable import Serve

@Suite("Charts and maps of the v1 API")
struct SearchV1ChartTests {
    private static func analyze(_ query: String) async throws -> ServedTown.Reply {
        try await ServedTown.shared.value.get("/api/records/1.0/analyze/?dataset=oeuvres&\(query)")
    }

    @Test(
        "give series over an axis",
        arguments: [
            ("x=mots&y.n.func=COUNT", #"[{"x": "bois", "n": 2}, {"x": "eau", "n": 2}, {"x": "parc", "n": 2}]"#),
            (
                "x=titre&y.s.func=SUM&y.s.expr=prix&sort=y.s&maxpoints=2",
                #"[{"x": "Le \"Grand\" Cèdre", "s": 120}, {"x": "Deux; points: et, virgules", "s": 80}]"#
            ),
            (
                "x=mots&y.s.func=MAX&y.s.expr=prix%20*%202&sort=-y.s,-x",
                #"[{"x": "eau", "s": 80}, {"x": "parc", "s": 240}, {"x": "bois", "s": 240}]"#
            ),
            ("y.serie1.func=COUNT", #"[{"serie1": 6}]"#),
            ("y.serie1.func=AVG&y.serie1.expr=prix&refine.mots=eau", #"[{"serie1": 40.0}]"#),
            ("y.q.func=QUANTILES&y.q.expr=poids&y.q.subsets=0,100", #"[{"q": {"0.0": 0.0, "100.0": 3.75}}]"#),
            ("x=public&y.n.func=COUNT&sort=-x", #"[{"x": true, "n": 3}, {"x": false, "n": 3}]"#),
            (
                "x=mots&y.n.func=COUNT&y.n.cumulative=true",
                #"[{"x": "bois", "n": 2.0}, {"x": "eau", "n": 4.0}, {"x": "parc", "n": 6.0}]"#
            ),
            (
                "x=mots&y.n.func=COUNT&agg.n.func=MIN,MAX&maxpoints=1",
                #"{"results": [{"x": "bois", "n": 2}], "aggregations": {"n": {"min": 2.0, "max": 2.0}}}"#
            ),
        ])
    func series(_ query: String, _ wanted: String) async throws {
        let reply = try await Self.analyze(query)
        #expect(reply.text == wanted)
    }

    @Test(
        "take dates apart as the widgets do",
        arguments: [
            (
                "x=pose&precision=year&y.n.func=COUNT",
                #"[{"x": {"year": 1900}, "n": 1}, {"x": {"year": 1998}, "n": 1}, {"x": {"year": 2001}, "n": 1}, {"x": {"year": 2020}, "n": 2}]"#
            ),
            (
                "x=pose.year&x=pose.month&y.n.func=COUNT&sort=x.pose.year,x.pose.month&refine.pose=2020",
                #"[{"x": {"year": 2020, "month": 2}, "n": 1}, {"x": {"year": 2020, "month": 8}, "n": 1}]"#
            ),
            (
                "x=pose&precision=day&periodic=weekday&y.n.func=COUNT&refine.pose=2020",
                #"[{"x": {"weekday": 4}, "n": 1}, {"x": {"weekday": 5}, "n": 1}]"#
            ),
            (
                "x=pose.year&x=mots&y.n.func=COUNT&refine.pose=2020&sort=x.pose.year,x.mots",
                #"[{"x": {"pose": {"year": 2020}, "mots": "eau"}, "n": 2}, {"x": {"pose": {"year": 2020}, "mots": "parc"}, "n": 1}]"#
            ),
            (
                "x=releve&precision=hour&periodic=hour&timezone=Europe/Paris&y.n.func=COUNT&refine.mots=bois",
                #"[{"x": {"hour": 10}, "n": 1}, {"x": {"hour": 11}, "n": 1}]"#
            ),
            ("x=pose.yearday&y.n.func=COUNT&refine.pose=2020/02", #"[{"x": {"yearday": 60}, "n": 1}]"#),
        ])
    func dates(_ query: String, _ wanted: String) async throws {
        let reply = try await Self.analyze(query)
        #expect(reply.text == wanted)
    }

    @Test("leave as CSV too, and refuse what cannot be read")
    func otherwise() async throws {
        #expect(try await Self.analyze("x=mots&y.n.func=COUNT&format=csv").text == "x;n\r\nbois;2\r\neau;2\r\nparc;2\r\n")
        for query in [
            "x=inconnu&y.n.func=COUNT", "x=lieu&y.n.func=COUNT", "x=secret&y.n.func=COUNT", "x=mots&y.n.func=SUM",
            "x=mots&y.n.func=DROP&y.n.expr=prix",
            "x=mots&y.n.func=SUM&y.n.expr=secret", "x=mots&y.n.func=SUM&y.n.expr=prix)%20as%20z,%20sum(prix",
            "x=mots&y.n.func=SUM&y.n.expr=titre",
            "x=mots&y.n.func=COUNT&sort=y.autre", "x=mots&maxpoints=-1",
            "x=mots&y.n.func=QUANTILES&y.n.expr=prix&y.n.subsets=500",
        ] {
            let reply = try await Self.analyze(query)
            #expect(reply.status == 400 && reply.text.contains("errorcode"), "\(query): \(reply.text)")
        }
    }

    @Test("gather points into clusters with the least and the greatest")
    func clusters() async throws {
        let town = try await ServedTown.shared.value
        let answer = try await town.ask(
            "/api/records/1.0/geocluster/",
            [
                "dataset": "oeuvres", "clusterprecision": "5", "clusterdistance": "50", "return_polygons": "true",
                "geofilter.bbox": "40,0,45,3", "y.serie1.func": "SUM", "y.serie1.expr": "prix",
            ]
        ).json()
        #expect(answer.names == ["clusters", "count", "series", "clusterprecision"])
        let cluster = answer["clusters"][0]
        #expect(cluster.names == ["cluster_center", "count", "series", "cluster"])
        #expect(cluster["count"].number == 4 && cluster["series"]["serie1"].number == 280)
        #expect(cluster["cluster"]["type"].text == "Polygon")
        let centre = cluster["cluster_center"].numbers
        #expect(centre.count == 2 && abs(centre[0] - 43.603) < 0.01 && abs(centre[1] - 1.448) < 0.01)
        #expect(answer["count"]["min"].number == 4 && answer["series"]["serie1"]["max"].number == 280)
        let heat = try await town.ask(
            "/api/records/1.0/geocluster/", ["dataset": "oeuvres", "clustermode": "heatmap", "clusterprecision": "18"])
        #expect(try heat.json()["clusters"].list.count == 5)
    }

    @Test("say where rows lie, and show their shapes")
    func shapes() async throws {
        let town = try await ServedTown.shared.value
        let box = try await town.ask("/api/records/1.0/boundingbox/", ["dataset": "oeuvres", "refine.mots": "eau"]).json()
        #expect(
            box["count"].number == 2 && box["bbox"].numbers == [1.4, 43.5, 1.5, 43.7] && box["geometries"]["Point"].number == 2)
        let none = try await town.ask("/api/records/1.0/boundingbox/", ["dataset": "oeuvres", "q": "introuvable"]).json()
        #expect(none["count"].number == 0 && none["bbox"].numbers.count == 4)
        let preview = try await town.ask("/api/records/1.0/geopreview/", ["dataset": "oeuvres", "rows": "1000"]).json()
        #expect(preview.list.count == 1 && preview[0]["geometry"]["type"].text == "Point")
        let digest = try #require(preview[0]["geo_digest"].text)
        #expect(try await town.found(["geo_digest": digest]) == [1])
        let polygons = try await town.ask("/api/records/1.0/geopolygon/", ["dataset": "oeuvres", "maxpoints": "1"]).json()
        #expect(polygons["clusters"][0]["cluster"]["type"].text == "Point" && polygons["count"]["max"].number == 1)
    }
}
