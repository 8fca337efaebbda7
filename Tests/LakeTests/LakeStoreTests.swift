import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Lake

@Suite("The lake", .timeLimit(.minutes(20)))
struct LakeStoreTests {
    private static let columns = ["id", "nom", "montant"]
    private static let first: [[String?]] = [["1", "Amis", "10"], ["2", "Lac", "20"], ["3", nil, "30"], ["3", nil, "30"]]

    private static func fault(_ body: () async throws -> Void) async throws -> LakeFault {
        let thrown = await #expect(throws: LakeFault.self) { try await body() }
        return try #require(thrown)
    }

    @Test("numbers versions from 1, and writes none when nothing changed")
    func outcomes() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            let none = try await Self.fault { _ = try await lake.rows() }
            #expect(none.code == "lake.no-version")
            let one = try await lake.commit("subventions", Self.columns, Self.first)
            #expect(one.outcome == .version && one.version == 1 && one.rows == 4 && one.added == 4 && one.removed == 0)
            let same = try await lake.commit("subventions", Self.columns, Self.first)
            #expect(same.outcome == .same && same.version == 1 && same.added == 0 && same.removed == 0)
            #expect(try await lake.rows() == [["1", "Amis", "10"], ["2", "Lac", "20"], ["3", "∅", "30"], ["3", "∅", "30"]])
            #expect(try await lake.history().map(\.number) == [1])
        }
    }

    @Test("writes what differs: a cell, a column, a repeated row, everything, nothing left")
    func changes() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("subventions", Self.columns, Self.first)
            var rows = Self.first
            rows[1][2] = "21"
            let cell = try await lake.commit("subventions", Self.columns, rows)
            #expect(cell.version == 2 && cell.added == 1 && cell.removed == 1 && cell.rows == 4)
            let column = try await lake.commit("subventions", ["id", "nom", "montant", "objet"], rows.map { $0 + ["x"] })
            #expect(column.version == 3 && column.added == 4 && column.removed == 4)
            let all = try await lake.commit(
                "subventions", ["id", "nom", "montant", "objet"], rows.map { _ in ["9", "9", "9", "9"] })
            #expect(all.version == 4 && all.added == 4 && all.removed == 4)
            let none = try await lake.commit("subventions", ["id", "nom", "montant", "objet"], [])
            #expect(none.version == 5 && none.rows == 0 && none.removed == 4)
            #expect(try await lake.rows() == [])
            #expect(try await lake.rows(.number(2))[1] == ["2", "Lac", "21"])
            #expect(try await lake.rows(.number(3))[0] == ["1", "Amis", "10", "x"])
            #expect(try await lake.rows(.number(4)).count == 4)
        }
    }

    @Test("keeps repeated rows as many as they are")
    func multiplicity() async throws {
        let town = try Town()
        try await town.with { lake, engine in
            for count in [3, 5, 1, 1, 4] {
                let done = try await lake.session { session in
                    try session.connection.execute(
                        """
                        CREATE OR REPLACE TABLE memory.main.incoming AS
                        SELECT 'a' AS v, 'in.csv' AS _source, 2::BIGINT AS _row FROM range(\(count))
                        """)
                    return try session.commit(
                        .table("memory.main.incoming", columns: [Relation.Column("v")]), Rows.entry("d", run: UUID().uuidString))
                }
                #expect(done.rows == count)
                #expect(try await lake.rows(of: "d").count == count)
            }
            #expect(try await lake.history("d").map(\.rows) == [4, 1, 5, 3])
        }
    }

    @Test("takes a first version from a relation read once")
    func relation() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            let relation = Relation(
                sql: "SELECT ? || range AS \"n°\", 'in.csv' AS _source, range + 2 AS _row FROM range(5000)", parameters: ["é"],
                columns: [Relation.Column("n°")])
            let done = try await lake.session { try $0.commit(.relation(relation), Rows.entry("d", run: "r1")) }
            #expect(done.rows == 5000 && done.added == 5000)
            #expect(try await lake.rows(of: "d").last == ["é4999"])
        }
    }

    @Test("tells its history, the latest first, and a version by number or by date")
    func history() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("subventions", Self.columns, [["1", "a", "1"]], run: "r1")
            try await lake.commit("autre", Self.columns, [["1", "a", "1"]], run: "r2")
            try await lake.commit("subventions", Self.columns, [["1", "b", "1"]], run: "r3")
            let history = try await lake.history()
            #expect(history.map(\.number) == [2, 1] && history.map(\.run) == ["r3", "r1"])
            #expect(history.allSatisfy { $0.author == "test" && $0.message == "essai" && $0.snapshot != nil })
            #expect(try await lake.rows(.number(1)) == [["1", "a", "1"]])
            #expect(try await lake.rows(.date("9999-12-31 24")) == [["1", "b", "1"]])
            let between = history[1].time
            #expect(try await lake.rows(.date(between)) == [["1", "a", "1"]])
            let before = try await Self.fault { _ = try await lake.rows(.date("1999-12-31 24")) }
            #expect(before.code == "lake.before-first-version" && before.what.english.contains("1999-12-31"))
            let absent = try await Self.fault { _ = try await lake.rows(.number(7)) }
            #expect(absent.what.french.contains("7") && absent.what.french.contains("2, 1"))
        }
    }

    @Test(
        "reads how a version is asked for",
        arguments: [
            ("3", "3"), ("2025-03-31", "2025-03-31"), ("2025-03-31T08:00", "2025-03-31 08:00"),
            ("2025-03-31 08:00:01", "2025-03-31 08:00:01"), ("hier", nil), ("2025-3-1", nil), ("", nil),
        ]
            as [(String, String?)])
    func choices(_ text: String, _ shown: String?) { #expect(VersionChoice(text)?.description == shown) }

    @Test("keeps the previous state when a commit fails midway")
    func atomic() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("subventions", Self.columns, Self.first)
            let broken = Relation(
                sql:
                    "SELECT CASE WHEN range = 90000 THEN error('panne') ELSE 'x' END AS id, 'in' AS _source, range AS _row FROM range(100000)",
                columns: [Relation.Column("id")])
            let fault = try await Self.fault {
                _ = try await lake.session { try $0.commit(.relation(broken), Rows.entry("subventions", run: "r2")) }
            }
            #expect(fault.code == "lake.not-written" && fault.cause?.french.contains("panne") == true && !fault.isTransient)
            let rows = try await lake.rows(), history = try await lake.history()
            #expect(rows.count == 4 && history.count == 1)
            #expect(try await lake.commit("subventions", Self.columns, [["1", "a", "1"]]).version == 2)
        }
    }

    @Test("lets a refused run leave its line in the trail, without a version")
    func trail() async throws {
        let town = try Town()
        try await town.with { lake, engine in
            try await lake.commit("subventions", Self.columns, Self.first, run: "r1")
            try await lake.session { session in
                var entry = Rows.entry("subventions", run: "r2")
                entry.outcome = .refused
                try session.record(entry)
            }
            try await lake.layTrail()
            let rows = try await engine.read { try $0.rows("SELECT run, outcome, version FROM memory.main.trail ORDER BY run") }
            #expect(rows.map { $0.text("outcome") } == ["version", "refused"] && rows.map { $0.integer("version") } == [1, nil])
        }
    }

    @Test("has two engines wait for each other on one catalogue", arguments: [8])
    func twoEngines(_ commits: Int) async throws {
        let town = try Town()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["a", "b"] {
                group.addTask {
                    try await town.with { lake, _ in
                        for number in 1...commits { try await lake.commit(name, ["n"], [[String(number)]]) }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await town.with { lake, _ in
            for name in ["a", "b"] {
                let numbers = try await lake.history(name).map(\.number)
                #expect(numbers == Array((1...commits).reversed()))
            }
        }
    }

    @Test("says that it is busy when another holds it too long, and that trying again may help")
    func busy() async throws {
        let town = try Town()
        try await town.with { holder, _ in
            let held = Signal(), over = Signal()
            async let holding: Void = holder.session { _ in
                held.send()
                over.wait()
            }
            #expect(await eventually { held.wait(0) })
            let fault = try await Self.fault {
                try await town.with(patience: .milliseconds(30)) { lake, _ in _ = try await lake.history() }
            }
            #expect(fault.code == "lake.busy" && fault.isTransient)
            over.send()
            try await holding
        }
    }

    @Test("is refused when its folder is not one")
    func unreachable() async throws {
        let town = try Town()
        try town.folder.write("", to: "lake")
        let fault = try await Self.fault { try await town.with { lake, _ in _ = try await lake.commit("d", ["a"], [["1"]]) } }
        #expect(fault.code == "lake.unreachable" && fault.what.english.contains("lake/catalogue.ducklake"))
    }

    @Test("can be read where the territory was moved to")
    func moved() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            let rows = (0..<500).map { [String($0), "x", "1"] as [String?] }
            try await lake.commit("subventions", Self.columns, rows)
            try await lake.commit("subventions", Self.columns, Array(rows.dropFirst()))
        }
        let elsewhere = try TemporaryFolder()
        let target = elsewhere.url.appending(path: "ville d'été")
        try FileManager.default.moveItem(at: town.url, to: target)
        try await Town(movedTo: target, from: town).with { lake, _ in
            let first = try await lake.rows(.number(1)), second = try await lake.rows()
            #expect(first.count == 500 && second.count == 499)
            let third = try await lake.commit("subventions", Self.columns, [["1", "a", "1"]])
            #expect(third.version == 3)
        }
    }

    @Test("keeps current versions when maintained, however old, and explains those that are gone")
    func maintenance() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("ancien", ["n"], [["1"]])
            try await lake.commit("subventions", ["n"], [["1"]])
            try await lake.commit("subventions", ["n"], [["2"]])
            // A hundred days go by.
            try await lake.session { session in
                _ = try session.connection.execute(
                    "UPDATE __ducklake_metadata_lake.ducklake_snapshot SET snapshot_time = snapshot_time - INTERVAL 100 DAY")
            }
            try await lake.commit("subventions", ["n"], [["3"]])
            let done = try await lake.session { try $0.maintain(keeping: Horizon(amount: 90, unit: .day), isLocal: true) }
            #expect(done.expiredSnapshots > 0)
            #expect(try await lake.rows() == [["3"]])
            #expect(try await lake.rows(of: "ancien") == [["1"]])
            #expect(try await lake.rows(.number(1), of: "ancien") == [["1"]])
            #expect(try await lake.history().map(\.number) == [3, 2, 1])
            let gone = try await Self.fault { _ = try await lake.rows(.number(1)) }
            #expect(gone.code == "lake.expired-version" && gone.remedy.english.contains("keep"))
            let again = try await lake.commit("ancien", ["n"], [["1"], ["2"]])
            #expect(again.version == 2 && again.added == 1)
        }
    }

    @Test("keeps every version for ever when nothing says otherwise")
    func keepsAll() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            for number in 1...5 { try await lake.commit("d", ["n"], [[String(number)]]) }
            let done = try await lake.session { try $0.maintain(keeping: nil, isLocal: true) }
            #expect(done.expiredSnapshots == 0)
            for number in 1...5 { #expect(try await lake.rows(.number(number), of: "d") == [[String(number)]]) }
        }
    }
}
