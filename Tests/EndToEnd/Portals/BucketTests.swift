import Foundation
import Support
import Testing

extension Journeys {
    /// On real S3 storage, which checks keys and signatures.
    @Suite("Publishing to S3", .serialized, .portal(.s3), .timeLimit(.minutes(10)))
    struct BucketTests {
        private let portal: Portal

        init() throws { portal = try #require(Portal.current) }

        /// What a bucket holds under a prefix, and how it is given to a browser: key, type, bytes.
        private func objects(_ prefix: String) throws -> [String: (type: String, size: Int)] {
            let script = """
                import sys, boto3
                s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id=sys.argv[3],
                                  aws_secret_access_key=sys.argv[4])
                for page in s3.get_paginator("list_objects_v2").paginate(Bucket="lavoir", Prefix=sys.argv[2] + "/"):
                    for one in page.get("Contents", []):
                        print(one["Key"][len(sys.argv[2]) + 1:], s3.head_object(Bucket="lavoir", Key=one["Key"])["ContentType"].replace(" ", ""), one["Size"])
                print("uploads", len(s3.list_multipart_uploads(Bucket="lavoir").get("Uploads", [])), 0)
                """
            let said = try boto(script, prefix)
            let lines = said.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            return Dictionary(lines.map { ($0[0], ($0[1], Int($0[2]) ?? 0)) }) { first, _ in first }
        }

        @discardableResult
        private func boto(_ script: String, _ prefix: String) throws -> String {
            try Script.run(
                Repository.folder.appending(path: ".vendor/servers/bin/python").path,
                ["-c", script, "http://127.0.0.1:\(portal.port)", prefix, try portal.token("key"), try portal.token("secret")],
                in: portal.folder.url, environment: ["LD_LIBRARY_PATH": ""])
        }

        private func town(_ name: String, _ proxy: PortalProxy, lines: String = "") throws -> Town {
            var town = try Town(
                lake: try declaration(name, proxy), datasets: [name: PublishingTown.dataset(name, lines)])
            try town.folder.write(PublishingTown.rows, to: "exports/\(name).csv")
            town.environment = ["S3_SECRET": try portal.token("secret")]
            return town
        }

        private func declaration(_ prefix: String, _ proxy: PortalProxy) throws -> String {
            """
            destinations:
              ailleurs: { s3: "s3://lavoir/\(prefix)", endpoint: "http://127.0.0.1:\(proxy.port)", key: \(try portal.token("key")), secret: { env: S3_SECRET }, address: "https://od.example.org" }

            """
        }

        @Test("makes the whole of Valbourg a site, then writes nothing, then only what changed")
        func valbourg() throws {
            var town = try Town.valbourg()
            let proxy = try PortalProxy(before: portal)
            town.environment = ["S3_SECRET": try portal.token("secret")]
            try town.folder.write(
                try town.folder.text("lavoir.yaml") + (try declaration("valbourg", proxy)), to: "lavoir.yaml")
            let names = ["budget", "equipements", "prenoms", "subventions"]
            for name in names {
                try town.replace("publish: [portal]", with: "publish: [portal, ailleurs]", in: "datasets/\(name).yaml")
            }
            try town.lavoir("run")
            let there = try objects("valbourg")
            let types = [
                "index.html": "text/html;charset=utf-8", "catalog.ttl": "text/turtle;charset=utf-8",
                "prenoms/prenoms.csv": "text/csv;charset=utf-8", "prenoms/SHA256SUMS": "text/plain;charset=utf-8",
                "equipements/equipements.gpkg": "application/geopackage+sqlite3", "budget/report.json": "application/json",
                "equipements/equipements.geojson": "application/geo+json",
            ]
            for (name, type) in types { #expect(there[name]?.type == type, "\(name): \(String(describing: there[name]))") }
            #expect(there["prenoms/prenoms.csv"]?.size == (try town.export("prenoms")).utf8.count)
            try proxy.forget()
            try town.lavoir("publish")
            try FileManager.default.removeItem(at: town.folder.url.appending(path: ".lavoir"))
            try town.lavoir("publish")
            #expect(proxy.writes == [])
            // What somebody else wrote over ours is ours again; what they put beside stays.
            try boto(
                """
                import sys, boto3
                s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id=sys.argv[3],
                                  aws_secret_access_key=sys.argv[4])
                s3.put_object(Bucket="lavoir", Key="valbourg/prenoms/prenoms.csv", Body=b"theirs")
                s3.put_object(Bucket="lavoir", Key="valbourg/prenoms/note.txt", Body=b"theirs")
                """, "valbourg")
            try town.lavoir("publish")
            #expect(
                proxy.writes.count == 1 && proxy.writes[0].hasPrefix("PUT /lavoir/valbourg/prenoms/prenoms.csv"),
                "\(proxy.writes)")
            #expect(try objects("valbourg")["prenoms/note.txt"] != nil)
            try town.lavoir("publish", "--withdraw", "prenoms")
            #expect(try objects("valbourg").keys.filter { $0.hasPrefix("prenoms/") } == ["prenoms/note.txt"])
        }

        @Test("neither doubles nor loses anything, whatever breaks")
        func faults() throws {
            let faults = [
                "PUT sheet.json 500-after", "PUT .csv cut-before", "PUT .json 429", "PUT index.html cut-after",
                "GET list-type html",
                "PUT .parquet 500",
            ]
            for (number, fault) in faults.enumerated() {
                let proxy = try PortalProxy(before: portal), name = "faute-\(number)"
                let town = try town(name, proxy)
                try proxy.breaks(fault)
                try town.lavoir("run")
                #expect(proxy.remainingFaults == [], "\(fault) was never met")
                let there = try objects(name)
                #expect(there["\(name)/\(name).csv"]?.size == (try town.export(name)).utf8.count, "\(fault)")
                try proxy.forget()
                try town.lavoir("publish")
                #expect(proxy.writes == [], "\(fault): \(proxy.writes)")
            }
        }

        @Test("sends a large file in parts, and leaves no part behind when one is lost")
        func parts() throws {
            let proxy = try PortalProxy(before: portal), town = try town("gros", proxy, lines: "formats: [csv]")
            let rows = (1...110_000).map { "\($0),\(String(repeating: "association ", count: 8)),1" }
            try town.folder.write("id,nom,montant\n" + rows.joined(separator: "\n") + "\n", to: "exports/gros.csv")
            try proxy.breaks("PUT partNumber=2 cut-before", "POST uploadId 500-after")
            try town.lavoir("run")
            let there = try objects("gros")
            #expect(there["gros/gros.csv"]?.size == (try town.export("gros")).utf8.count)
            #expect(there["uploads"]?.type == "0", "a part was left behind")
            try proxy.forget()
            try town.lavoir("publish")
            #expect(proxy.writes == [])
        }

        @Test("says what is wrong with a key, a secret or a bucket, and never the secret")
        func refusals() throws {
            let proxy = try PortalProxy(before: portal), town = try town("refus", proxy)
            var stranger = town
            stranger.environment["S3_SECRET"] = "pas-le-bon-secret"
            let denied = try stranger.lavoir("run", status: 2)
            #expect(denied.output.contains("[publish.bucket-denied]"), "\(denied.output)")
            #expect(!denied.output.contains("pas-le-bon-secret"))
            try town.replace("s3://lavoir/refus", with: "s3://autre/refus", in: "lavoir.yaml")
            let missing = try town.lavoir("publish", "--dry-run", status: 2)
            #expect(missing.output.contains("[publish.no-bucket]"), "\(missing.output)")
            #expect(proxy.writes == [])
        }
    }
}
