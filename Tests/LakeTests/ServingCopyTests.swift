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
}
