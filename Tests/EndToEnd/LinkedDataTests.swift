import Foundation
import Support
import Testing

extension Journeys {
    /// The catalogue as linked data, judged by the shapes of DCAT-AP 3.0.1 and of DCAT-AP HVD.
    @Suite("The catalogue as DCAT-AP", .enabled(if: SharedFiles.arePresent(for: "DCAT-AP")), .timeLimit(.minutes(10)))
    struct LinkedDataTests {
        private static let python = Repository.folder.appending(path: ".vendor/shacl/bin/python").path

        /// Every form is the same graph; the graph keeps to the shapes. Prints what does not.
        private static let judge = """
            import sys
            import pyshacl, rdflib, rdflib.compare
            site, high, *shapes = sys.argv[1:]
            graphs = [rdflib.Graph().parse(f"{site}/catalog.{form}", format=kind)
                      for form, kind in (("ttl", "turtle"), ("jsonld", "json-ld"), ("rdf", "xml"))]
            view = rdflib.URIRef("http://www.w3.org/ns/hydra/core#PartialCollectionView")
            for graph in graphs:
                assert len(list(graph.subjects(rdflib.RDF.type, view))) == 1
                for page in list(graph.subjects(rdflib.RDF.type, view)):
                    graph.remove((page, None, None))
                    graph.remove((None, None, page))
            assert rdflib.compare.isomorphic(graphs[0], graphs[1]), "json-ld"
            assert rdflib.compare.isomorphic(graphs[0], graphs[2]), "rdf/xml"
            for shape in shapes:
                conforms, _, text = pyshacl.validate(graphs[0], shacl_graph=shape, allow_warnings=True)
                assert conforms, shape + text
            # The rules of high value are for data of high value: the one dataset, by its own address.
            category = rdflib.URIRef("http://data.europa.eu/r5r/hvdCategory")
            valued = [one for one in graphs[0].subjects(category) if "/dataset/" in one]
            assert len(valued) == 1
            alone = rdflib.Graph().parse(f"{valued[0]}.ttl", format="turtle")
            conforms, _, text = pyshacl.validate(alone, shacl_graph=high, inference="rdfs", allow_warnings=True)
            assert conforms, high + text
            # Each dataset may be asked for: a distribution leads to a service that is described beside it.
            dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
            datasets = set(graphs[0].objects(None, dcat.dataset))
            for graph, one in [(graphs[0], one) for one in datasets] + [(alone, rdflib.URIRef(valued[0]))]:
                ways = [way for way in graph.objects(one, dcat.distribution) if (way, dcat.accessService, None) in graph]
                services = {graph.value(way, dcat.accessService) for way in ways}
                assert ways and len(services) == len(ways), one
                for service in services:
                    assert (service, rdflib.RDF.type, dcat.DataService) in graph and (service, dcat.servesDataset, one) in graph
                assert all((way, dcat.downloadURL, None) not in graph for way in ways), one
            assert any("/ogc/collections/" in str(service) for service in graphs[0].objects(None, dcat.accessService))
            print(len(graphs[0]))
            """

        @Test("of the example town breaks no rule, in each form, with and without high value")
        func shapes() async throws {
            let town = try Town.valbourg()
            try town.replace("topic: society", with: "topic: society\nhigh-value: geospatial", in: "datasets/equipements.yaml")
            try town.lavoir("run")
            let shapes = ["3.0.0-hvd/hvd-SHACL.ttl", "3.0.1/shapes.ttl", "3.0.1/range.ttl"].map {
                SharedFiles.file("dcat/\($0)").path
            }
            try await ServeTests.serving(town) { site in
                let said = try Script.run(
                    Self.python, ["-c", Self.judge, site.address] + shapes, in: town.folder.url,
                    environment: ["LD_LIBRARY_PATH": ""])
                #expect(Int(said.split(separator: "\n").last ?? "") ?? 0 > 300, "\(said)")
            }
        }

        @Test("is paged as data.gouv.fr follows it, and gives each dataset at its address")
        func pages() async throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "prenoms", "equipements", "subventions")
            try await ServeTests.serving(town) { site in
                let first = String(decoding: try await site.get("/catalog.ttl?page_size=2").body, as: UTF8.self)
                #expect(first.contains("hydra:next <\(site.address)/catalog.ttl?page=2&page_size=2>"))
                let last = String(decoding: try await site.get("/catalog.ttl?page=2&page_size=2").body, as: UTF8.self)
                #expect(!last.contains("hydra:next") && last.contains("hydra:totalItems \"3\""))
                #expect(try await site.status("/catalog.ttl?page=3&page_size=2") == 404)
                #expect(try await site.status("/catalog.ttl?page=x") == 400)
                let address = try #require(first.firstMatch(of: #/<([^>]*\/dataset\/[0-9a-f-]{36})> a dcat:Dataset/#)).1
                for (accept, type) in [
                    ("text/turtle", "text/turtle"), ("application/ld+json", "application/ld+json"), ("text/html", "text/html"),
                ] {
                    let arguments = [
                        "-sSL", "-o", "/dev/null", "-w", "%{http_code} %{content_type}", "-H", "Accept: \(accept)",
                        String(address),
                    ]
                    let said = try Script.run("curl", arguments, in: town.folder.url)
                    #expect(said.hasPrefix("200 \(type)"), "\(said)")
                }
                let head = try Script.run("curl", ["-sSI", site.address + "/catalog.ttl"], in: town.folder.url)
                #expect(head.contains("200 OK") && head.lowercased().contains("etag:") && head.contains("text/turtle"))
            }
        }

        @Test("of a folder made public breaks no rule")
        func folder() throws {
            let town = try Town.valbourg()
            let lavoir = try town.folder.text("lavoir.yaml")
            try town.folder.write(
                lavoir + "destinations: { site: { folder: public, address: \"https://od.example.org\" } }\n", to: "lavoir.yaml")
            for name in ["prenoms", "equipements"] {
                try town.replace("publish: [portal]", with: "publish: [portal, site]", in: "datasets/\(name).yaml")
            }
            try town.lavoir("run", "prenoms", "equipements")
            let script = """
                import sys, pyshacl
                for shape in sys.argv[2:]:
                    conforms, _, text = pyshacl.validate(sys.argv[1], shacl_graph=shape, allow_warnings=True)
                    assert conforms, shape + text
                """
            let shapes = ["3.0.1/shapes.ttl", "3.0.1/range.ttl"].map { SharedFiles.file("dcat/\($0)").path }
            _ = try Script.run(
                Self.python, ["-c", script, town.folder.url.appending(path: "public/catalog.ttl").path] + shapes,
                in: town.folder.url,
                environment: ["LD_LIBRARY_PATH": ""])
            #expect(try town.folder.text("public/catalog.ttl").contains("spdx:checksumValue"))
        }

        @Test("beside the files is read by the tools of its standards: CSV on the Web, Data Package, SHA256SUMS")
        func documents() throws {
            let town = try Town.valbourg()
            let lavoir = try town.folder.text("lavoir.yaml")
            try town.folder.write(lavoir + "destinations: { site: { folder: public } }\n", to: "lavoir.yaml")
            let names = ["budget", "deliberations", "emplois", "equipements", "mandats", "menus", "prenoms", "subventions"]
            for name in names {
                try town.replace("publish: [portal]", with: "publish: [portal, site]", in: "datasets/\(name).yaml")
            }
            try town.lavoir("run")
            let tools = Repository.folder.appending(path: ".vendor/tables/bin")
            for name in names {
                let folder = town.folder.url.appending(path: "public/\(name)"), outside = ["LD_LIBRARY_PATH": ""]
                _ = try Script.run("sh", ["-c", "cd '\(folder.path)' && sha256sum -c --strict SHA256SUMS"], in: town.folder.url)
                let metadata = folder.appending(path: "\(name).csv-metadata.json").path
                let said = try Script.run(
                    tools.appending(path: "csvwvalidate").path, [metadata], in: town.folder.url, environment: outside)
                #expect(said.contains("OK"), "\(name): \(said)")
                _ = try Script.run(
                    tools.appending(path: "python").path,
                    [
                        "-c",
                        """
                        import sys, frictionless
                        package = frictionless.Package(sys.argv[1])
                        report = package.get_resource(sys.argv[2]).validate()
                        assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
                        """, folder.appending(path: "datapackage.json").path, "\(name)-csv",
                    ], in: town.folder.url, environment: outside)
                let report = try JSONSerialization.jsonObject(with: Data(town.folder.text("public/\(name)/report.json").utf8))
                #expect((report as? [String: Any])?["conform"] as? Bool == true)
                #expect(try town.folder.text("public/\(name)/report.html").contains("<caption>"))
            }
            #expect(try town.lavoir("publish").output.contains("rien à changer"))
        }
    }
}
