internal import Check
internal import Runs
internal import Territory

/// The verdict on a file as machines read it.
struct VerdictRecord: Encodable {
    /// The schema that was applied, as it names itself.
    struct Schema: Encodable {
        let name: String?
        let title: String?
        let version: String?
    }

    let file: String
    let schema: Schema
    let valid: Bool
    let errors: Int
    let warnings: Int
    let notes: [Bilingual]
    let report: Report

    init(_ verdict: FileCheck.Verdict, file: String) {
        self.file = file
        schema = Schema(name: verdict.schema.name, title: verdict.schema.title, version: verdict.schema.version)
        valid = verdict.report.isConform
        errors = verdict.report.errors
        warnings = verdict.report.warnings
        notes = verdict.notes
        report = verdict.report
    }
}
