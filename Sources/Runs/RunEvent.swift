package import Territory

/// The stages of a run, in order.
package enum RunStage: String, Sendable, Codable, CaseIterable {
    case collect, prepare, check, commit
}

/// What happens while a run goes on, for whoever watches.
package struct RunEvent: Sendable {
    package enum Kind: Sendable {
        case stage(RunStage)
        /// Something a stage detected and says.
        case note(Bilingual)
        case finished(RunResult)
    }

    package let dataset: String
    package let kind: Kind
}
