package import Check
package import Lake
package import Territory

/// How one run ended.
package struct RunResult: Sendable {
    package enum Outcome: String, Sendable, Codable {
        /// Nothing had changed: no stage ran.
        case unchanged
        /// The result is the current version already.
        case same
        case version
        case refused
        case failed
        /// A plan: what a run would do.
        case planned
    }

    package let dataset: String
    package var outcome: Outcome
    /// The version that is current afterwards.
    package var version: Int?
    package var rows: Int?
    package var added = 0
    package var removed = 0
    package var report: Report?
    /// How many errors the dataset accepts.
    package var ceiling = 0
    package var notes: [Bilingual] = []
    /// What a plan would change; nil when there is no version to compare with.
    package var difference: Difference?
    package var fault: (any Explained)?
    package var seconds = 0.0

    package init(dataset: String, outcome: Outcome) {
        self.dataset = dataset
        self.outcome = outcome
    }
}
