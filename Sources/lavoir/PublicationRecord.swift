internal import Publish
internal import Runs
internal import Territory

/// How a publication ended, as machines read it.
struct PublicationRecord: Encodable {
    struct Change: Encodable {
        let kind: String
        let what: Bilingual
    }

    let dataset: String
    let destination: String
    let outcome: String
    let version: Int
    let changes: [Change]
    /// What is left alone, because others wrote it.
    let left: [Bilingual]
    let advice: [Bilingual]
    /// The quality score foreseen, between 0 and 1, where the destination gives one.
    let score: Double?
    let address: String?
    let fault: RunRecord.Fault?
    let seconds: Double

    init(_ result: PublicationResult) {
        dataset = result.dataset
        destination = result.destination
        outcome = result.outcome.rawValue
        version = result.version
        changes = result.plan.changes.map { Change(kind: $0.kind, what: $0.words) }
        left = result.plan.left
        advice = result.plan.advice
        score = result.plan.score
        address = result.address
        fault = (result.fault ?? result.plan.obstacles.first).map { RunRecord.Fault($0) }
        seconds = (result.seconds * 1_000).rounded() / 1_000
    }
}
