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
    /// What can be mended; nil when it was not looked for.
    let repairs: RepairReport?
    /// Errors left once the sure repairs are made, and the likely ones if they were asked for.
    let errorsOnceRepaired: Int?
    /// Whether the file, or the mended one when it was written, is conform.
    let isPassed: Bool

    private enum CodingKeys: String, CodingKey {
        case file, schema, valid, errors, warnings, notes, report, repairs
        case errorsOnceRepaired = "errors_once_repaired"
    }

    /// - Parameter isMended: whether the mended table was written: its verdict is then the one that counts.
    init(_ verdict: FileCheck.Verdict, _ repaired: OpenCheck.Repaired?, isMended: Bool, file: String) {
        repairs = repaired?.repairs
        errorsOnceRepaired = repaired?.remains.errors
        isPassed = verdict.report.isConform || isMended && repaired?.remains.isConform ?? false
        self.file = file
        schema = Schema(name: verdict.schema.name, title: verdict.schema.title, version: verdict.schema.version)
        valid = verdict.report.isConform
        errors = verdict.report.errors
        warnings = verdict.report.warnings
        notes = verdict.notes
        report = verdict.report
    }
}
