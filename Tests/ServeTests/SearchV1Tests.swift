import Foundation
import Support
import Testing

@testable import Serve

@Suite("The v1 search API")
struct SearchV1Tests {
    @Test("writes a record with nulls absent, points latitude first, shapes bare")
    func record() async throws {
        let town = try await ServedTown.shared.value
        let answer = try await town.search(["rows": "3", "refine.titre": "Le \"Grand\" Cèdre"]).json()
        #expect(answer.names == ["nhits", "parameters", "records", "facet_groups"])
        #expect(answer["nhits"].number == 1)
        let record = answer["records"][0]
        #expect(record.names == ["datasetid", "recordid", "fields", "geometry", "record_timestamp"])
        #expect(record["datasetid"].text == "oeuvres")
        #expect(record["recordid"].text?.wholeMatch(of: #/[0-9a-f]{40}/#) != nil)
        #expect(record["fields"]["lieu"].numbers == [43.6045, 1.4437])
        #expect(record["fields"]["contour"]["type"].text == "Point")
        #expect(record["geometry"]["coordinates"].numbers == [1.4437, 43.6045])
        #expect(record["fields"]["mots"].texts == ["bois", "parc"])
        #expect(record["fields"]["secret"] == .null)
        #expect(record["record_timestamp"].text?.hasSuffix("+00:00") == true)
        let bare = try await town.search(["q": "\"deux lignes\""]).json()["records"][0]
        #expect(bare["fields"].names == ["id", "titre", "poids", "public"])
        #expect(bare.names == ["datasetid", "recordid", "fields", "record_timestamp"])
    }

    @Test("echoes what it understood, in the recorded order")
    func echo() async throws {
        let town = try await ServedTown.shared.value
        let text = try await town.search([
            "rows": "2", "start": "1", "facet": "titre", "refine.pose": "2020", "refine.mots": "eau", "exclude.mots": "bois",
            "disjunctive.mots": "true", "sort": "-id", "timezone": "Europe/Paris", "q": "", "facetsort.titre": "alphanum",
        ]).text
        #expect(
            text.contains(
                "\"parameters\": {\"dataset\": \"oeuvres\", \"rows\": 2, \"start\": 1, \"sort\": [\"-id\"], \"facet\": [\"titre\"], "
                    + "\"refine\": {\"pose\": \"2020\", \"mots\": \"eau\"}, \"exclude\": {\"mots\": \"bois\"}, "
                    + "\"disjunctive\": {\"mots\": true}, \"format\": \"json\", \"timezone\": \"Europe/Paris\"}"), "\(text)")
    }

    @Test(
        "answers a request recorded on a live portal with the recorded keys, in the recorded order",
        .enabled(if: SharedFiles.arePresent(for: "SearchV1Tests")))
    func recorded() async throws {
        let recorded = try Data(contentsOf: SharedFiles.file("explore/recorded/v1-search.json"))
        let theirs = try JSONDecoder().decode(ServedTown.Value.self, from: recorded)
        let town = try await ServedTown(
            "commodity-prices",
            csv: "date,price_index,commodity\n1984-12-01,33.75,Coal\n1984-12-01,4858.98,Nickel\n1985-01-01,1,Coal\n",
            "fields: { date: { type: date, facet: true }, price_index: { type: double }, commodity: { type: text } }")
        let reply = try await town.ask("/api/records/1.0/search/", ["dataset": "commodity-prices", "refine.date": "1984/12"])
        let ours = try reply.json()
        #expect(ours.names == theirs.names)
        #expect(ours["parameters"].names == theirs["parameters"].names)
        #expect(ours["parameters"]["rows"] == theirs["parameters"]["rows"])
        #expect(ours["parameters"]["refine"] == theirs["parameters"]["refine"])
        #expect(ours["records"][0]["fields"].names == theirs["records"][0]["fields"].names)
        let groups = [ours, theirs].map { $0["facet_groups"][0] }
        #expect(groups[0].names == groups[1].names)
        let years = groups.map { $0["facets"][0] }
        #expect(years[0]["path"] == years[1]["path"] && years[0]["state"] == years[1]["state"])
        let months = years.map { $0["facets"][0] }
        #expect(
            months[0]["name"] == months[1]["name"] && months[0]["path"].text == "1984/12" && months[0]["state"].text == "refined")
        let order = ["\"nhits\"", "\"parameters\"", "\"records\"", "\"facet_groups\""].compactMap {
            reply.text.range(of: $0)?.lowerBound
        }
        #expect(order.count == 4 && order == order.sorted())
    }

    @Test(
        "keeps and orders rows as it is asked",
        arguments: [
            ("sort=id", [6, 5, 4, 3, 2, 1]), ("sort=-id&rows=2", [1, 2]), ("sort=-id&rows=2&start=4", [5, 6]),
            ("sort=prix&rows=1", [1]),
            ("refine.mots=bois&sort=-id", [1, 2]), ("refine.mots=bois&refine.mots=parc", [1]),
            ("refine.mots=bois&refine.mots=eau&disjunctive.mots=true&sort=-id", [1, 2, 4, 5]),
            ("exclude.mots=bois&sort=-id", [3, 4, 5, 6]),
            ("refine.pose=2020/02", [4]), ("refine.pose=2020&sort=-id", [4, 5]), ("q=ecole&sort=-id", [4, 5]),
            ("q=grand OR virgules&sort=-id", [1, 2]),
            ("q=prix>100", [1]), ("q=ecole&rq=prix<100&q.date=pose:2020/08", [5]), ("q=%23null(prix)", [3]),
            ("q=NOT ecole&refine.mots=bois&sort=-id", [1, 2]),
            ("geofilter.distance=43.6045,1.4437,700", [1]), ("geofilter.distance=43.6045,1.4437,2000&sort=-id", [1, 2]),
            ("geofilter.bbox=43.4,1.3,43.65,1.48&sort=-id", [1, 2, 4]),
            ("geofilter.polygon=(43.65,1.4),(43.65,1.6),(43.8,1.6),(43.8,1.4)", [5]), ("rows=0", []),
        ])
    func rows(_ query: String, _ wanted: [Int]) async throws {
        let town = try await ServedTown.shared.value
        let encoded = query.replacing(" ", with: "%20").replacing(">", with: "%3E").replacing("<", with: "%3C")
        let reply = try await town.get("/api/records/1.0/search/?dataset=oeuvres&\(encoded)")
        #expect(reply.status == 200, "\(reply.text)")
        #expect(try reply.json()["records"].list.compactMap { $0["fields"]["id"].number.map { Int($0) } } == wanted)
    }

    @Test("gives facets as trees, sorted as it is asked, of refined fields too")
    func facets() async throws {
        let town = try await ServedTown.shared.value
        let plain = try await town.search(["rows": "0", "facet": "mots"]).json()["facet_groups"]
        #expect(plain[0]["name"].text == "mots")
        #expect(plain[0]["facets"].list.map { $0["name"].text } == ["bois", "eau", "parc"])
        #expect(plain[0]["facets"][0].names == ["name", "count", "state", "path"])
        let sorted = try await town.search(["rows": "0", "facet": "mots", "facetsort.mots": "-alphanum"]).json()["facet_groups"]
        #expect(sorted[0]["facets"].list.map { $0["name"].text } == ["parc", "eau", "bois"])
        let tree = try await town.search(["rows": "0", "refine.pose": "2020/08"]).json()["facet_groups"][0]["facets"][0]
        #expect(tree["path"].text == "2020" && tree["state"].text == "displayed")
        #expect(tree["facets"][0]["path"].text == "2020/08" && tree["facets"][0]["state"].text == "refined")
        let wide = try await town.search(["rows": "0", "facet": "mots", "refine.mots": "eau", "disjunctive.mots": "true"]).json()
        #expect(wide["nhits"].number == 2)
        #expect(Set(wide["facet_groups"][0]["facets"].list.compactMap { $0["name"].text }) == ["bois", "eau", "parc"])
    }

    @Test("answers a form as it answers an address, and a page of another site as script")
    func forms() async throws {
        let town = try await ServedTown.shared.value
        let form = try await town.post(
            "/api/records/1.0/search/", "dataset=oeuvres&q=ecole&sort=-id", type: "application/x-www-form-urlencoded")
        #expect(form.bytes == (try await town.search(["q": "ecole", "sort": "-id"])).bytes)
        let script = try await town.search(["format": "jsonp", "callback": "angular.callbacks._0", "rows": "1", "sort": "-id"])
        #expect(script.header("Content-Type") == "application/javascript; charset=utf-8")
        #expect(script.text.hasPrefix("angular.callbacks._0({\"nhits\": 6, ") && script.text.hasSuffix("});"))
        let wicked = try await town.search(["format": "jsonp", "callback": "alert(1)//"])
        #expect(wicked.status == 400 && !wicked.text.contains("alert(1)"))
        #expect(try await town.post("/api/explore/v2.1/catalog/datasets", "a=1", type: "text/plain").status == 405)
    }

    @Test("gives GeoJSON, whose properties are the fields")
    func geoJSON() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.search(["format": "geojson", "sort": "-id", "rows": "2", "fields": "id,titre"])
        let answer = try reply.json()
        #expect(answer["type"].text == "FeatureCollection" && answer["features"].list.count == 2)
        #expect(answer["features"][0]["geometry"]["coordinates"].numbers == [1.4437, 43.6045])
        #expect(answer["features"][1]["properties"].names == ["id", "titre"])
    }

    @Test(
        "refuses in its own words",
        arguments: [
            ("dataset=nulle-part", 404), ("", 404), ("dataset=paie", 404), ("dataset=oeuvres&rows=10001", 400),
            ("dataset=oeuvres&rows=9999&start=2", 400),
            ("dataset=oeuvres&rows=dix", 400), ("dataset=oeuvres&start=-1", 400), ("dataset=oeuvres&sort=inconnu", 400),
            ("dataset=oeuvres&refine.inconnu=1", 400), ("dataset=oeuvres&facet=inconnu", 400),
            ("dataset=oeuvres&fields=secret", 400),
            ("dataset=oeuvres&refine.secret=a", 400), ("dataset=oeuvres&sort=secret", 400), ("dataset=oeuvres&format=rss", 400),
            ("dataset=oeuvres&timezone=Lune/Mer", 400), ("dataset=oeuvres&geofilter.distance=a,b,c", 400),
            ("dataset=oeuvres&geofilter.polygon=(1,2)", 400), ("dataset=oeuvres&geofilter.bbox=1,2,3", 400),
            ("dataset=oeuvres&refine.lieu=1", 400),
        ])
    func refusals(_ query: String, _ status: Int) async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.get("/api/records/1.0/search/?\(query)")
        #expect(reply.status == status, "\(reply.text)")
        let answer = try reply.json()
        #expect(answer.names == ["errorcode", "error"] && answer["error"].text?.isEmpty == false)
        #expect(reply.header("Access-Control-Allow-Origin") == "*")
    }

    @Test("hands out whole files: its own records, and every format of exports")
    func downloads() async throws {
        let town = try await ServedTown.shared.value
        let json = try await town.ask("/api/records/1.0/download/", ["dataset": "oeuvres", "format": "json", "sort": "-id"])
        #expect(json.header("Content-Disposition") == "attachment; filename=\"oeuvres.json\"")
        #expect(try json.json() == (try await town.search(["sort": "-id"]).json())["records"])
        let csv = try await town.ask(
            "/explore/dataset/oeuvres/download/",
            [
                "use_labels_for_header": "True", "csv_separator": ",", "fields": "id,titre,lieu", "refine.mots": "parc",
                "rows": "1", "sort": "-id",
            ])
        #expect(csv.text == "Numéro,Titre,lieu\r\n1,\"Le \"\"Grand\"\" Cèdre\",\"43.6045, 1.4437\"\r\n")
        let all = try await town.ask("/explore/dataset/oeuvres/download", ["format": "csv", "fields": "id"])
        #expect(all.text == "id\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n" && all.header("Content-Type") == "text/csv; charset=utf-8")
        let other = try await town.ask("/explore/dataset/oeuvres/download", ["format": "csv", "fields": "id", "q": "ecole"])
        #expect(other.text == "id\r\n4\r\n5\r\n")
        let map = try await town.ask("/api/records/1.0/download/", ["dataset": "oeuvres", "format": "geojson"])
        #expect(try map.json()["features"].list.count == 6)
        let script = try await town.ask(
            "/api/records/1.0/download/", ["dataset": "oeuvres", "format": "jsonp", "callback": "f", "rows": "1"])
        #expect(script.text.hasPrefix("f([{\"datasetid\"") && script.text.hasSuffix("]);"))
        #expect(
            try await town.ask("/explore/dataset/oeuvres/download", ["format": "parquet"]).bytes.prefix(4) == Data("PAR1".utf8))
        #expect(try await town.ask("/explore/dataset/oeuvres/download", ["format": "exe"]).status == 404)
        #expect(try await town.ask("/explore/dataset/paie/download", ["format": "csv"]).status == 404)
    }
}
