package import Territory

/// What publishing would do at one destination, for people to read before it is done.
package struct PublicationPlan: Sendable {
    package var changes: [Change] = []
    /// What is left alone, and why: what others wrote there.
    package var left: [Bilingual] = []
    /// What the destination would like better, and how to give it.
    package var advice: [Bilingual] = []
    /// What cannot be done, though the rest can.
    package var obstacles: [PublishFault] = []
    /// The quality score the destination will give, between 0 and 1.
    package var score: Double?

    package init() {}

    /// Whether everything is there already.
    package var isEmpty: Bool { changes.isEmpty }
}
