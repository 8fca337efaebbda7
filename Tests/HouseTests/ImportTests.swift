import Foundation
import Testing

@Suite("The rooms")
struct ImportTests {
    /// The table at the top of Package.swift: who may import which of our rooms.
    private static func arrows() throws -> [String: Set<String>] {
        let package = try String(contentsOf: House.folder.appending(path: "Package.swift"), encoding: .utf8)
        var arrows: [String: Set<String>] = [:]
        for line in package.split(separator: "\n") where line.hasPrefix("// | ") && !line.contains("may import") {
            let cells = line.dropFirst(5).split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count >= 2 else { continue }
            arrows[cells[0]] = Set(cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        return arrows
    }

    private static func imports(_ file: House.File) -> [String] {
        file.code.lazy.filter { $0.contains("import ") }.compactMap {
            $0.firstMatch(of: #/^\s*(?:@\w+(?:\(\w+\))? )?(?:(?:internal|package|public|private|fileprivate) )?import (\w+)/#).map
            { String($0.1) }
        }
    }

    @Test("import one another as the table in Package.swift says")
    func arrows() throws {
        let table = try Self.arrows()
        let rooms = Set(House.sources.map(\.room))
        let libraries: Set = ["CArchive", "CLibXML2", "CDuckDB", "CZlib", "CBrotli", "CCMark", "CRSVG"]
        #expect(rooms.isSubset(of: Set(table.keys)), "no line in the table: \(rooms.subtracting(table.keys))")
        let stages = rooms.subtracting(["Runs", "lavoir", "Query", "Serve", "Portal"])
        for file in House.sources {
            let told = table[file.room] ?? []
            let allowed =
                told.contains("every room")
                ? rooms
                : told.contains("every room but lavoir")
                    ? rooms.subtracting(["lavoir"])
                    : told.contains("every stage") ? stages : told
            let anywhere: Set = ["CArchive", "CLibXML2", "CZlib", "CBrotli", "CCMark", "CRSVG"]
            let taken = Set(Self.imports(file)).intersection(rooms.union(libraries).subtracting(anywhere))
            #expect(taken.subtracting(allowed).isEmpty, "\(file.path) imports \(taken.subtracting(allowed).sorted())")
        }
    }

    @Test(
        "keep each C library to one of them",
        arguments: [
            ("CDuckDB", "DuckDB"), ("CArchive", "Collect"), ("CLibXML2", "Collect"), ("CZlib", "Serve"), ("CBrotli", "Serve"),
            ("CCMark", "Portal"), ("CRSVG", "Portal"),
        ])
    func libraries(_ library: String, _ room: String) {
        let users = House.sources.filter { Self.imports($0).contains(library) }
        #expect(!users.isEmpty)
        #expect(users.allSatisfy { $0.room == room }, "\(users.map(\.path))")
    }

    @Test("have a page that says what they are for")
    func pages() {
        for room in Set(House.sources.map(\.room)).subtracting(["lavoir"]) {
            #expect(
                FileManager.default.fileExists(atPath: House.folder.appending(path: "Sources/\(room)/README.md").path), "\(room)")
        }
    }
}
