import Foundation
import Testing

@testable import Territory

@Suite("Confinement")
struct ConfinementTests {
    @Test(
        "a path that leaves the territory has no place",
        arguments: ["../x", "a/../../x", "/etc/passwd", "~/x", "", "a\0b", "out/passwd", "out/new.csv", "lost"])
    func leaving(path: String) throws {
        let territory = try sample()
        #expect(Confinement(territory.folder).locate(path) == nil)
    }

    @Test(
        "a path inside the territory has its place, there or not yet",
        arguments: ["a.csv", "./a.csv", "lookups/new/a.csv", "in/a.csv", "..x"])
    func staying(path: String) throws {
        let territory = try sample()
        let border = Confinement(territory.folder)
        #expect(border.locate(path) != nil)
        #expect(border.locate(territory.folder.path + "/" + path) != nil)
    }

    @Test(
        "a pattern is held by its fixed part",
        arguments: [
            ("exports/*.csv", true), ("*.csv", true), ("in/*", true), ("out/*", false), ("../*", false), ("a*/../../x", false),
            ("/etc/*", false),
            ("/*", false), ("", false),
        ])
    func patterns(pattern: String, admitted: Bool) throws {
        let territory = try sample()
        #expect(Confinement(territory.folder).admits(pattern: pattern) == admitted)
    }

    /// With `out`, a link to /etc, `in`, a link to lookups, and `lost`, a link to nowhere.
    private func sample() throws -> SampleTerritory {
        let territory = try SampleTerritory(["lookups/a.csv": "", "a.csv": ""])
        for (name, target) in [("out", "/etc"), ("in", "lookups"), ("lost", "/nowhere/at/all")] {
            let link = territory.folder.appendingPathComponent(name).path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        }
        return territory
    }
}
