internal import Collect
internal import Foundation
internal import Territory

/// Writes a survey down as a profile: values that leave the engine.
struct ProfileMaker {
    static let frequent = 5
    static let patterns = 3
    /// Schemas told besides the one proposed.
    private static let schemas = 3

    let survey: Survey
    let bytes: Int
    let traps: [(kind: TrapKind, finding: TrapFinding)]
    let fits: [SchemaFit]
    let keys: [[String]]

    func profile() throws -> Profile {
        let questions = DraftQuestions(survey: survey)
        return Profile(
            structure: structure, columns: try columns(), keys: keys,
            traps: traps.map { TrapReport($0.finding, of: $0.kind, in: survey.file) },
            schemas: fits.prefix(Self.schemas).map { fit in
                Profile.Schema(
                    name: fit.schema.path, title: fit.schema.title, score: Self.rounded(fit.score), isProposed: fit.isProposed,
                    matches: fit.matches.map {
                        Profile.Match(field: $0.field.name, column: $0.candidate.name, score: Self.rounded($0.score))
                    }, required: fit.schema.required.count, missing: questions.missing(fit))
            })
    }

    private var structure: Profile.Structure {
        Profile.Structure(
            file: survey.file, bytes: bytes, format: survey.layout.format,
            options: survey.layout.options.map { Profile.Option(name: $0.name, value: $0.value) }, sheets: survey.layout.sheets,
            header: survey.header, rows: survey.rows, columns: survey.columns.count, notes: survey.notes)
    }

    private func columns() throws -> [Profile.Column] {
        let ranges = try survey.ranges(), frequent = try survey.frequent(Self.frequent)
        let patterns = try survey.patterns(Self.patterns)
        let proposed = fits.first.flatMap { $0.isProposed ? $0 : nil }
        let counts = { (pairs: [(value: String, count: Int)]?) in
            (pairs ?? []).map { Profile.Count(value: String($0.value.prefix(120)), count: $0.count) }
        }
        return survey.columns.map { column in
            let range = ranges[column.index]
            return Profile.Column(
                name: column.name, position: column.index + 1, type: column.type, fit: Self.rounded(column.fit),
                filled: column.filled, empty: survey.rows - column.filled, distinct: column.distinct, isEstimate: !column.isWhole,
                least: range?.least, greatest: range?.greatest, sum: range?.sum, mean: range?.mean,
                shortest: column.filled > 0 ? column.shortest : nil, longest: column.filled > 0 ? column.longest : nil,
                frequent: counts(frequent[column.index]), patterns: counts(patterns[column.index]),
                field: proposed?.matches.first { $0.candidate.name == column.name }?.field.name)
        }
    }

    /// Three decimals; one is never told for less.
    static func rounded(_ part: Double) -> Double { part < 1 ? min(0.999, (part * 1_000).rounded() / 1_000) : 1 }
}
