import Foundation
import Support
import Testing

@testable import Lake

@Suite("The difference of two versions", .timeLimit(.minutes(20)))
struct DifferenceTests {
    @Test("tells by key the cells that changed, and where the later value stands")
    func byKey() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit(
                "subventions", ["id", "nom", "montant"], [["1", "a", "10"], ["2", "b", nil], ["3", "c", "30"]])
            try await lake.commit(
                "subventions", ["id", "nom", "montant"], [["2", "b", "20"], ["1", "a", "10"], ["4", "d", "40"]])
            let difference = try await lake.difference(1, 2, key: ["id"])
            #expect(difference.addedRows == 1 && difference.removedRows == 1 && difference.changedRows == 1)
            #expect(
                difference.added == [["id": "4", "nom": "d", "montant": "40"]]
                    && difference.removed == [["id": "3", "nom": "c", "montant": "30"]])
            #expect(
                difference.changed == [
                    .init(key: ["id": "2"], field: "montant", before: nil, after: "20", source: "in.csv", row: 2)
                ])
            let rows = try await lake.difference(1, 2, key: [])
            #expect(rows.addedRows == 2 && rows.removedRows == 2 && rows.changedRows == 0 && rows.key == [])
            #expect(try await lake.difference(1, 1, key: ["id"]).isEmpty)
        }
    }

    @Test("names the columns that came and went, and compares those that stayed")
    func columns() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("subventions", ["id", "nom", "vieux"], [["1", "a", "x"]])
            try await lake.commit("subventions", ["id", "neuf", "nom"], [["1", "y", "b"]])
            let difference = try await lake.difference(1, 2, key: ["id"])
            #expect(difference.addedColumns == ["neuf"] && difference.removedColumns == ["vieux"])
            #expect(difference.changed.map(\.field) == ["nom"])
            let byRow = try await lake.difference(1, 2, key: ["vieux"])
            #expect(byRow.key == [] && byRow.addedRows == 1)
        }
    }

    @Test("counts exactly and shows no more than asked")
    func limit() async throws {
        let town = try Town()
        try await town.with { lake, _ in
            try await lake.commit("subventions", ["id", "v"], (0..<50).map { [String($0), "a"] })
            try await lake.commit("subventions", ["id", "v"], (10..<80).map { [String($0), "b"] })
            let difference = try await lake.difference(1, 2, key: ["id"], limit: 3)
            #expect(difference.addedRows == 30 && difference.removedRows == 10 && difference.changedRows == 40)
            #expect(difference.added.count == 3 && difference.removed.count == 3 && difference.changed.count == 3)
        }
    }

    /// A table by its key; the value may be absent.
    private typealias Table = [String: String?]

    private static func edited(_ table: Table, _ random: inout Seeded) -> Table {
        var table = table
        for _ in 0..<random.number(0...12) {
            let id = String(random.number(1...40))
            switch random.number(1...3) {
            case 1:
                table[id] = .some(
                    random.once(in: 5) ? nil : random.pick(["a", "é", "\"", "", "l'été"]) + String(random.number(0...3)))
            case 2: table.removeValue(forKey: id)
            default: if table[id] != nil { table[id] = .some(nil) }
            }
        }
        return table
    }

    @Test(
        "applied to the earlier version gives the later, and reading gives what was committed", arguments: [1, 2, 3] as [UInt64])
    func property(seed: UInt64) async throws {
        let town = try Town()
        try await town.with { lake, _ in
            var random = Seeded(seed)
            var tables: [Table] = [[:]]
            for turn in 0..<12 {
                let next = Self.edited(tables[tables.count - 1], &random)
                let rows = next.keys.sorted { Int($0) ?? 0 < Int($1) ?? 0 }.map { [$0, next[$0] ?? nil] as [String?] }
                let done = try await lake.commit("subventions", ["id", "v"], rows)
                #expect(done.rows == rows.count)
                let read = try await lake.rows()
                #expect(read == rows.map { $0.map { $0 ?? "∅" } }, "seed \(seed), turn \(turn)")
                if done.outcome == .version { tables.append(next) }
                #expect(done.version == tables.count - 1, "seed \(seed), turn \(turn)")
            }
            for number in 1..<tables.count - 1 {
                let difference = try await lake.difference(number, number + 1, key: ["id"])
                var table = tables[number]
                for row in difference.removed { table.removeValue(forKey: row["id"] ?? "") }
                for row in difference.added { table[row["id"] ?? ""] = .some(row["v"]) }
                for change in difference.changed { table[change.key["id"] ?? ""] = .some(change.after) }
                #expect(table == tables[number + 1], "seed \(seed), version \(number)")
            }
        }
    }
}
