internal import Check
internal import Lake
internal import Runs
internal import Territory

/// The result of a run as machines read it.
struct RunRecord: Encodable {
    struct Fault: Encodable {
        let code: String
        let what: Bilingual
        let cause: Bilingual?
        let remedy: Bilingual
    }

    let dataset: String
    let outcome: String
    let version: Int?
    let rows: Int?
    let added: Int
    let removed: Int
    /// Errors in a version that the dataset accepts with them.
    let accepted: Int
    let seconds: Double
    let notes: [Bilingual]
    let report: Report?
    let difference: Difference?
    let fault: Fault?

    init(_ result: RunResult) {
        dataset = result.dataset
        outcome = result.outcome.rawValue
        version = result.version
        rows = result.rows
        added = result.added
        removed = result.removed
        accepted = result.outcome == .version || result.outcome == .same ? result.report?.errors ?? 0 : 0
        seconds = (result.seconds * 1_000).rounded() / 1_000
        notes = result.notes
        report = result.report
        difference = result.difference
        fault = result.fault.map { Fault(code: $0.code, what: $0.what, cause: $0.cause, remedy: $0.remedy) }
    }
}
