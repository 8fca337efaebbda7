package import Publish
package import Territory

/// How publishing one dataset at one destination ended.
package struct PublicationResult: Sendable {
    package enum Outcome: String, Sendable, Codable {
        /// Everything was there already: nothing was written.
        case unchanged
        case published
        case withdrawn
        /// A plan: what would be done.
        case planned
        /// The destination does not take it, or a part of it.
        case refused
        case failed
    }

    package let dataset: String
    package let destination: String
    package var version: Int
    package var outcome: Outcome
    package var plan = PublicationPlan()
    /// Where people see it.
    package var address: String?
    package var fault: (any Explained)?
    package var seconds = 0.0

    init(_ dataset: String, at destination: String, version: Int, _ outcome: Outcome) {
        self.dataset = dataset
        self.destination = destination
        self.version = version
        self.outcome = outcome
    }
}
