internal import DuckDB
package import Territory

/// Why a recipe could not be compiled: the step, its place, what is wrong and how to mend it.
package struct PrepareFault: Explained {
    package let kind: FaultKind
    package let place: Place?
    /// The step that stopped, when it is one.
    package let step: String?
    /// Columns that are gone, when that is the fault.
    package let missing: [NamedColumn]
    private let facts: [String: Bilingual]

    init(
        _ kind: FaultKind, at place: Place?, step: String?, missing: [NamedColumn] = [], _ facts: [String: Bilingual] = [:]
    ) {
        self.kind = kind
        self.place = place
        self.step = step
        self.missing = missing
        self.facts = facts.merging(["step": Bilingual(step ?? "")]) { mine, _ in mine }
    }

    package var code: String { kind.code }
    package var subject: String? { place?.file }
    package var what: Bilingual { kind.what.filled(with: facts) }
    package var cause: Bilingual? { kind.cause?.filled(with: facts) }
    package var remedy: Bilingual { kind.remedy.filled(with: facts) }
}

extension PrepareFault {
    /// All the columns a step names that are not there, each with the name that was probably meant.
    static func unknownColumns(_ missing: [NamedColumn], existing: [String], in step: StepPlace) -> PrepareFault {
        let lines = missing.map { column in
            let nearest = NearestName.of(column.name, among: existing)
            return Bilingual(
                fr: "« \(column.name) » (\(column.place))" + (nearest.map { ", sans doute « \($0) »" } ?? ""),
                en: "\"\(column.name)\" (\(column.place))" + (nearest.map { ", probably \"\($0)\"" } ?? ""))
        }
        let facts = [
            "columns": Bilingual(
                fr: lines.map(\.french).joined(separator: " ; "), en: lines.map(\.english).joined(separator: "; ")),
            "existing": Bilingual(existing.joined(separator: ", ")),
        ]
        let place = missing.first?.place ?? step.place
        return PrepareFault(.unknownColumn, at: place, step: step.step, missing: missing, facts)
    }
}
