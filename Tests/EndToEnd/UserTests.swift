import Foundation
import Support
import Testing

extension Journeys {
    @Suite("lavoir user")
    struct UserTests {
        @Test("makes, lists, changes and takes back accounts, and never shows a password")
        func accounts() throws {
            var town = try Town(datasets: [:])
            town.environment["LAVOIR_PASSWORD"] = "une phrase que personne ne devine"
            try town.lavoir("user", "create", "A.Martin", "--role", "agent")
            try town.lavoir("user", "create", "a.martin", status: 1)
            try town.lavoir("user", "role", "a.martin", "publisher")
            try town.lavoir("user", "password", "a.martin")
            #expect(try town.lavoir("user", "list").output.contains(#/a\.martin +publisher/#))
            try town.lavoir("user", "revoke", "a.martin")
            #expect(try town.lavoir("user", "list").output.contains("retiré"))
            town.environment["LAVOIR_PASSWORD"] = "court"
            let refused = try town.lavoir("user", "create", "b.durand", status: 1)
            #expect((refused.output + refused.errors).contains("workshop.weak-password"))
            for file in try town.files() {
                let bytes = try Data(contentsOf: file)
                #expect(bytes.range(of: Data("personne ne devine".utf8)) == nil, "\(file.path)")
            }
            let trail = try String(contentsOf: town.folder.url.appending(path: "access/trail.jsonl"), encoding: .utf8)
            #expect(trail.split(separator: "\n").count == 4)
        }
    }
}
