internal import DuckDB
import Foundation
internal import Territory

/// A CSV file of the territory, read by the engine, keyed.
struct LookupFile: Sendable {
    typealias Pair = (data: NamedColumn, file: NamedColumn)

    /// Relative to the territory.
    let path: String
    let place: Place
    /// Columns of the data and the columns of the file they must equal.
    let keys: [Pair]
    /// Columns the data receives and the columns of the file they come from.
    let added: [Pair]
    let at: StepPlace

    /// Names inside the join that no column of the data has, whatever the file calls them.
    let keyNames: [String]
    let addedNames: [String]

    init(path: String, place: Place, keys: [Pair], added: [Pair], at: StepPlace) {
        self.path = path
        self.place = place
        self.keys = keys
        self.added = added
        self.at = at
        keyNames = keys.indices.map { "_key_\($0 + 1)" }
        addedNames = added.indices.map { "_added_\($0 + 1)" }
    }

    /// The keyed rows of the file: keys without edge spaces, none empty, none twice.
    func table(for input: StepInput) throws -> SQL {
        let content = try self.content(for: input)
        let existing = try blaming { try input.describe("SELECT * FROM \(content)") }.map(\.name)
        try require((keys + added).map(\.file), among: existing)
        let columns =
            zip(keys, keyNames).map { SQL("\(Text.trimmed("\(name: $0.file.name)")) AS \(name: $1)") }
            + zip(added, addedNames).map { SQL("\(name: $0.file.name) AS \(name: $1)") }
        let filled = keys.map { SQL("NOT \(Text.isBlank("\(name: $0.file.name)"))") }
        let table: SQL = "SELECT \(columns.joined(", ")) FROM \(content) WHERE \(filled.joined(" AND "))"
        try refuseRepeatedKeys(of: table, input)
        return table
    }

    /// Stops with all the columns the file has not.
    func require(_ names: [NamedColumn], among existing: [String]) throws(PrepareFault) {
        let gone = names.filter { !existing.contains($0.name) }
        if gone.isEmpty { return }
        let told = gone.map { column in
            let nearest = NearestName.of(column.name, among: existing)
            return "« \(column.name) »" + (nearest.map { " (≈ « \($0) »)" } ?? "")
        }
        throw fault(
            .unknownLookupColumn, at: gone[0].place,
            ["columns": Bilingual(told.joined(separator: ", ")), "existing": Bilingual(existing.joined(separator: ", "))])
    }

    private func refuseRepeatedKeys(of table: SQL, _ input: StepInput) throws {
        let list = keyNames.map { SQL("\(name: $0)") }.joined(", ")
        let question: SQL = """
            SELECT concat_ws(', ', \(list)) AS key FROM (\(table)) GROUP BY \(list) HAVING count(*) > 1 ORDER BY \(list) LIMIT 11
            """
        let repeated = try blaming { try input.probe(question) }.compactMap { $0.text("key") }
        guard !repeated.isEmpty else { return }
        let names = repeated.prefix(10).joined(separator: " ; ") + (repeated.count > 10 ? " …" : "")
        throw fault(.ambiguousLookup, at: place, ["keys": Bilingual(names)])
    }

    /// The file as text columns. Its first line tells the delimiter: with few rows, the engine's own guess may be wrong.
    func content(for input: StepInput) throws -> SQL {
        guard let location = Confinement(input.folder).locate(path) else {
            throw unreadable(Bilingual(fr: "hors du territoire", en: "outside the territory"))
        }
        guard let handle = try? FileHandle(forReadingFrom: location), let head = try? handle.read(upToCount: 65_536) else {
            throw unreadable(Bilingual(fr: "fichier absent ou illisible", en: "missing or unreadable file"))
        }
        try? handle.close()
        let line = head.prefix { $0 != UInt8(ascii: "\n") }
        let delimiter = [";", "\t", ","].max { one, other in
            line.count { $0 == one.utf8.first } < line.count { $0 == other.utf8.first }
        }
        return """
            read_csv(\(value: .text(location.path(percentEncoded: false))), delim := \(.constant(delimiter ?? ";")), \
            quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true)
            """
    }

    func blaming<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as EngineFault where refusal.kind == .refused {
            throw unreadable(Bilingual(refusal.message))
        }
    }

    private func unreadable(_ reason: Bilingual) -> PrepareFault {
        fault(.unreadableLookup, at: place, ["engine": reason])
    }

    private func fault(_ kind: FaultKind, at place: Place, _ facts: [String: Bilingual]) -> PrepareFault {
        at.fault(kind, at: place, facts.merging(["file": Bilingual(path)]) { mine, _ in mine })
    }
}
