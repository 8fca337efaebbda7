internal import DuckDB
import Foundation
internal import Territory

/// A CSV file of the territory, read by the engine as text columns.
struct TerritoryTable: Sendable {
    /// Relative to the territory.
    let path: String
    let place: Place
    let at: StepPlace

    /// The file as something to select from. Its first line tells the delimiter: with few rows, the engine's own guess may be
    /// wrong. Cells may hold line breaks, so the engine reads from top to bottom.
    func content(for input: StepInput) throws(PrepareFault) -> SQL {
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
            quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true, parallel := false)
            """
    }

    /// The names on the first line of the file.
    func columnNames(_ content: SQL, for input: StepInput) throws -> [String] {
        try blaming { try input.describe("SELECT * FROM \(content)") }.map(\.name)
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

    /// Asks the engine; what it refuses is the file's fault.
    func blaming<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as EngineFault where refusal.kind == .refused {
            throw unreadable(Bilingual(refusal.message))
        }
    }

    func fault(_ kind: FaultKind, at place: Place, _ facts: [String: Bilingual]) -> PrepareFault {
        at.fault(kind, at: place, facts.merging(["file": Bilingual(path)]) { mine, _ in mine })
    }

    private func unreadable(_ reason: Bilingual) -> PrepareFault {
        fault(.unreadableLookup, at: place, ["engine": reason])
    }
}
