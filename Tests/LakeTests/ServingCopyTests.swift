import DuckDB
import Foundation
import Support
import Testing

@testable import Lake

@Suite("The serving copy", .timeLimit(.minutes(20)))
struct ServingCopyTests {
    private static func read(_ copy: ServingCopy, _ engine: Engine) async throws -> [[String]] {
        try await engine.write { connection in
            try copy.attach(connection)
            return try Rows.cells(try copy.relation(connection), connection)
        }
    }

    @Test("is made once, replaced by the next version, and alone in its folder")
    func replaced() async throws {
        let town = try Town()
        try await town.with { lake, engine in
            let folder = town.url.appending(path: ".lavoir/serving")
            let copies = ServingCopies(in: folder, of: lake)
            try await lake.commit("d", ["n"], [["1"]])
            let one = try await copies.current("d")
            #expect(one.version == 1)
            #expect(try await Self.read(one, engine) == [["1"]])
            #expect(try await copies.current("d").file == one.file)
            try await lake.commit("d", ["n"], [["1"], ["2"]])
            let two = try await copies.current("d")
            #expect(two.version == 2)
            #expect(try await Self.read(two, engine) == [["1"], ["2"]])
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.count == 1 && files[0].hasPrefix("d.2."))
            await #expect(throws: LakeFault.self) { try await copies.current("absent") }
        }
    }

    @Test("is read while another holds the catalogue")
    func whileHeld() async throws {
        let town = try Town()
        let folder = town.url.appending(path: "serving")
        try await town.with { holder, _ in
            try await holder.commit("d", ["n"], [["1"]])
            _ = try await ServingCopies(in: folder, of: holder).current("d")
            let held = Signal(), over = Signal()
            async let holding: Void = holder.session { _ in
                held.send()
                over.wait()
            }
            #expect(await eventually { held.wait(0) })
            try await town.with(patience: .milliseconds(30)) { lake, engine in
                let copies = ServingCopies(in: folder, of: lake)
                let copy = try await copies.current("d")
                #expect(try await Self.read(copy, engine) == [["1"]])
                let fault = await #expect(throws: LakeFault.self) { try await copies.current("jamais") }
                #expect(fault?.isTransient == true)
            }
            over.send()
            try await holding
        }
    }

    @Test("tells rows apart by the key, by the whole row where there is none, and equal rows by their order")
    func identifiers() async throws {
        let town = try Town()
        try await town.with { lake, engine in
            func identifiers(_ dataset: String, key: [String: [String]] = [:]) async throws -> [String] {
                let copies = ServingCopies(
                    in: town.url.appending(path: "serving-\(key.count)"), of: lake,
                    layouts: key.mapValues { ServingLayout(key: $0) })
                let copy = try await copies.current(dataset)
                return try await engine.write { connection in
                    try copy.attach(connection)
                    // Another folder has another file of the same name.
                    defer { copy.detach(connection) }
                    return try connection.rows("SELECT _id FROM \(copy.table) ORDER BY _row").map { $0[0].text ?? "" }
                }
            }
            try await lake.commit(
                "d", ["n", "t"], [["1", "a"], ["2", nil], ["1", "a"], ["12", ""], ["1", "2"], ["1", "a"]])
            let whole = try await identifiers("d")
            #expect(Set(whole).count == 6 && whole.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{40}/#) != nil })
            try FileManager.default.removeItem(at: town.url.appending(path: "serving-0"))
            #expect(try await identifiers("d") == whole, "built again, the same")
            let keyed = try await identifiers("d", key: ["d": ["n"]])
            #expect(Set(keyed).count == 6 && Set(keyed).intersection(whole).isEmpty)
            try await lake.commit("d", ["n", "t"], [["2", "changed"], ["1", "a"]])
            #expect(
                try await identifiers("d", key: ["d": ["n"]]) == [keyed[1], keyed[0]], "a row keeps its identifier with its key")
        }
    }

    @Test("of an earlier version is made from the lake, and says when it was committed")
    func past() async throws {
        let town = try Town()
        try await town.with { lake, engine in
            let copies = ServingCopies(in: town.url.appending(path: "serving"), of: lake)
            try await lake.commit("d", ["n"], [["1"]])
            try await lake.commit("d", ["n"], [["1"], ["2"]])
            let copy = try await copies.past("d", .number(1))
            #expect(try await Self.read(copy, engine) == [["1"]])
            let about = try await engine.write { try copy.about($0) }
            #expect(about.rows == 1 && about.committed.hasPrefix("20"))
            #expect(ServingCopies.latest("d", in: town.url.appending(path: "serving")) == nil, "the past is no current copy")
            await #expect(throws: LakeFault.self) { try await copies.past("d", .number(9)) }
        }
    }
}
