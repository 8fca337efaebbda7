import Territory
import Foundation
import Testing

@testable import Serve

@Suite("CKAN's actions")
struct CKANTests {
    private static func result(_ name: String, _ parameters: KeyValuePairs<String, String> = [:]) async throws -> ServedTown.Value
    {
        let reply = try await ServedTown.shared.value.action(name, parameters)
        #expect(reply.status == 200, "\(reply.text)")
        let answer = try reply.json()
        #expect(answer.names == ["help", "success", "result"] && answer["success"] == .boolean(true))
        #expect(answer["help"].text?.hasSuffix("/api/3/action/help_show?name=\(name)") == true)
        return answer["result"]
    }

    @Test("say what the site is")
    func site() async throws {
        let status = try await Self.result("status_show")
        #expect(status["site_title"].text == "Essai" && status["ckan_version"].text == CKANActions.version)
        #expect(status["extensions"].texts == ["datastore"])
        #expect(try await Self.result("help_show", ["name": "package_show"]).text?.contains("dataset") == true)
        #expect(try await Self.result("organization_list").texts == ["essai"])
        #expect(try await Self.result("organization_show", ["id": "essai"])["title"].text == "Essai")
        #expect(try await Self.result("group_list").texts == ["culture"])
        #expect(try await Self.result("tag_list").texts == ["art", "parc"])
        #expect(try await Self.result("tag_list", ["query": "pa"]).texts == ["parc"])
    }

    @Test("list and show packages with their resources")
    func packages() async throws {
        #expect(try await Self.result("package_list").texts == ["oeuvres"])
        #expect(try await Self.result("package_list", ["offset": "1", "limit": "5"]).texts == [])
        let package = try await Self.result("package_show", ["id": "oeuvres"])
        #expect(
            package.names == [
                "author", "author_email", "creator_user_id", "id", "isopen", "license_id", "license_title", "license_url",
                "maintainer",
                "maintainer_email", "metadata_created", "metadata_modified", "name", "notes", "num_resources", "num_tags",
                "organization", "owner_org", "private", "state", "title", "type", "url", "version", "extras", "groups",
                "resources", "tags",
                "relationships_as_subject", "relationships_as_object",
            ])
        #expect(
            package["title"].text == "Œuvres d'art" && package["license_id"].text == "lov2"
                && package["organization"]["name"].text == "essai")
        #expect(
            package["tags"].list.map { $0["name"].text } == ["art", "parc"] && package["groups"][0]["name"].text == "culture")
        let resources = package["resources"].list
        #expect(resources.map { $0["format"].text } == ["CSV", "JSON", "XLSX", "PARQUET", "GEOJSON"])
        #expect(resources.map { $0["datastore_active"] } == [.boolean(true)] + resources.dropFirst().map { _ in .boolean(false) })
        #expect(package["num_resources"].number == Double(resources.count))
        for resource in resources {
            let identifier = try #require(resource["id"].text), address = try #require(resource["url"].text)
            #expect(try await Self.result("resource_show", ["id": identifier]) == resource)
            let path = try #require(address.range(of: "/api/")).lowerBound
            #expect(try await ServedTown.shared.value.get(String(address[path...])).status == 200)
        }
    }

    @Test(
        "find packages",
        arguments: [
            ("q=oeuvres", 1), ("q=OEUVRES ville", 1), ("q=introuvable", 0), ("q=*:*", 1), ("q=", 1), ("fq=tags:art", 1),
            ("fq=tags:autre", 0),
            ("fq=tags:(art OR autre)", 1), ("fq=+tags:art -tags:parc", 0), ("fq=organization:essai", 1), ("fq=groups:culture", 1),
            ("fq=license_id:lov2", 1), ("q=name:oeuvres", 1), ("q=name:oeu*", 1), ("q=title:art AND NOT tags:autre", 1),
            ("fq=state:active", 1),
            ("q=metadata_modified:[2020-01-01 TO *]", 1), ("q=metadata_modified:[* TO 2020-01-01T00:00:00Z]", 0),
            ("fq_list=[\"tags:art\", \"tags:autre\"]", 0),
            ("q=paie", 0), ("q=art&sort=title_string asc", 1), ("q=art&sort=score desc, metadata_modified desc", 1),
        ])
    func search(_ query: String, _ count: Int) async throws {
        let encoded = query.split(separator: "&").map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return "\(sides[0])=\(AddressText.encoded(String(sides[1])))"
        }.joined(separator: "&")
        let reply = try await ServedTown.shared.value.get("/api/3/action/package_search?\(encoded)")
        #expect(reply.status == 200, "\(reply.text)")
        let result = try reply.json()["result"]
        #expect(result["count"].number == Double(count))
        #expect(result["results"].list.count == count)
        #expect(result.names == ["count", "facets", "results", "sort", "search_facets"])
    }

    @Test("count what is found by facets")
    func facets() async throws {
        let found = try await Self.result(
            "package_search", ["rows": "0", "facet.field": "[\"tags\", \"organization\", \"license_id\", \"groups\", \"autre\"]"])
        #expect(found["results"].list.isEmpty)
        #expect(found["facets"]["tags"]["art"].number == 1 && found["facets"]["autre"].names.isEmpty)
        #expect(found["search_facets"]["organization"]["items"][0]["name"].text == "essai")
        #expect(found["search_facets"]["organization"]["items"][0]["display_name"].text == "Essai")
        #expect(found["facets"]["license_id"]["lov2"].number == 1 && found["facets"]["groups"]["culture"].number == 1)
    }

    @Test("answer POST as they answer GET, at both addresses")
    func post() async throws {
        let town = try await ServedTown.shared.value
        let get = try await town.action(
            "datastore_search", ["resource_id": "oeuvres", "filters": "{\"mots\": \"eau\"}", "limit": "1"])
        for path in ["/api/3/action/datastore_search", "/api/action/datastore_search", "/api/3/action/datastore_search/"] {
            let post = try await town.post(
                path, "{\"resource_id\": \"oeuvres\", \"filters\": {\"mots\": \"eau\"}, \"limit\": 1, \"q\": null}",
                type: "application/json")
            #expect(post.status == 200, "\(post.text)")
            #expect(try post.json()["result"]["records"] == (try get.json())["result"]["records"])
        }
        #expect(try await town.post("/api/3/action/package_list", "", type: "application/json").status == 200)
        #expect(try await town.post("/api/3/action/package_list", "[1]", type: "application/json").status >= 400)
        let script = try await town.action("package_list", ["callback": "f"])
        #expect(script.text.hasPrefix("f({") && script.text.hasSuffix("});"))
    }

    @Test(
        "refuse in CKAN's words",
        arguments: [
            ("package_show?id=nulle-part", 404, "Not Found Error"), ("package_show?id=paie", 404, "Not Found Error"),
            ("package_show", 409, "Validation Error"),
            ("resource_show?id=oeuvres.exe", 404, "Not Found Error"),
            ("datastore_search?resource_id=paie", 404, "Not Found Error"),
            ("datastore_search", 409, "Validation Error"),
            ("datastore_search?resource_id=oeuvres&limit=x", 409, "Validation Error"),
            ("datastore_search?resource_id=oeuvres&limit=-1", 409, "Validation Error"),
            ("datastore_search?resource_id=oeuvres.geojson", 404, "Not Found Error"),
            ("datastore_search?resource_id=oeuvres&fields=secret", 409, "Validation Error"),
            ("datastore_search?resource_id=oeuvres&filters=a", 409, "Validation Error"),
            ("datastore_search?resource_id=oeuvres&sort=inconnu", 409, "Validation Error"),
            ("datastore_info?id=paie", 404, "Not Found Error"),
            ("datastore_search?resource_id=oeuvres&records_format=xml", 409, "Validation Error"),
            ("package_search?q=inconnu:a", 400, "Search Query Error"),
            ("package_search?q=(((", 400, "Search Query Error"), ("package_search?rows=-1", 409, "Validation Error"),
            ("help_show?name=a", 404, "Not Found Error"),
        ])
    func refusals(_ path: String, _ status: Int, _ type: String) async throws {
        let reply = try await ServedTown.shared.value.get("/api/3/action/\(path)")
        #expect(reply.status == status, "\(reply.text)")
        let answer = try reply.json()
        #expect(
            answer["success"] == .boolean(false) && answer["error"]["__type"].text == type
                && answer.names == ["help", "error", "success"])
    }

    @Test("do not pass for a whole CKAN")
    func detection() async throws {
        let town = try await ServedTown.shared.value
        #expect(try await town.get("/api/3/action/site_read").status == 404)
        #expect(try await town.get("/api/catalog/v1").status == 404)
        let unknown = try await town.get("/api/3/action/package_create")
        #expect(unknown.status == 400 && unknown.text == "\"Bad request: Action name not known: package_create\"")
    }
}
