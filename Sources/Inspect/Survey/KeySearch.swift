internal import DuckDB

/// Looks for what names a row: one column whose values are all filled and different, else a pair of columns.
///
/// Distinct hashes prove distinct values; the other way round, two values of one hash would hide a key once in ten million
/// files of a million rows.
struct KeySearch {
    /// Candidates tried: each costs a grouping of all rows.
    private static let singles = 3
    private static let pairs = 10

    let survey: Survey

    /// The keys found, the likeliest first; `rows` less than two have none.
    func keys() throws -> [[String]] {
        guard survey.rows > 1 else { return [] }
        let full = survey.columns.filter { $0.filled == survey.rows && !isProse($0) }
        // An approximate count of distinct values may be a tenth off and more.
        let single = full.filter { $0.distinct * 10 >= survey.rows * ($0.isWhole ? 10 : 7) && !$0.type.isMeasured }.sorted(
            by: likelier)
        let found = try unique(single.prefix(Self.singles).map { [$0] })
        guard found.isEmpty else { return found }
        let varied = full.filter { $0.distinct > 1 && $0.type != .amount && $0.type != .number }
            .sorted { ($0.distinct, -$0.index) > ($1.distinct, -$1.index) }.prefix(8)
        let pairs = varied.enumerated().flatMap { place, one in varied.dropFirst(place + 1).map { [one, $0] } }
            .filter { $0[0].distinct * $0[1].distinct >= survey.rows }
        return try unique(Array(pairs.prefix(Self.pairs)))
    }

    private func unique(_ candidates: [[Survey.Column]]) throws -> [[String]] {
        guard !candidates.isEmpty else { return [] }
        let tests = candidates.map { columns in
            "count(DISTINCT hash(\(columns.map { identifier($0.name) }.joined(separator: ", "))))"
        }
        let row = try survey.connection.row("SELECT \(tests.joined(separator: ", ")) FROM \(survey.data)")
        return zip(candidates, row?.values ?? []).filter { $0.1.integer == survey.rows }.map { $0.0.map(\.name) }
    }

    /// Long texts name nothing.
    private func isProse(_ column: Survey.Column) -> Bool { column.longest > 80 && column.type == .text }

    /// Titles that speak of a number or a code come first, then the order of the file.
    private func likelier(_ one: Survey.Column, _ other: Survey.Column) -> Bool {
        let ranks = [one, other].map { TitleWords($0.name).says(.code) ? 0 : $0.type.isCode ? 1 : 2 }
        return (ranks[0], one.index) < (ranks[1], other.index)
    }
}
