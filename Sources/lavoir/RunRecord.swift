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

        init(_ fault: any Explained) {
            code = fault.code
            what = fault.what
            cause = fault.cause
            remedy = fault.remedy
        }
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
    /// What became of it where it is published; absent when it is published nowhere.
    let publications: [PublicationRecord]?

    init(_ result: RunResult, _ published: [PublicationResult] = []) {
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
        fault = result.fault.map { Fault($0) }
        let own = published.filter { $0.dataset == result.dataset }.map { PublicationRecord($0) }
        publications = own.isEmpty ? nil : own
    }
}
