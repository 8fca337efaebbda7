package import Territory

/// A place a town publishes to: a portal, a folder.
///
/// What a destination found is a value, and the plan is made of it without asking anything more: what people were shown is what
/// is done. Every call may be repeated: `apply` after a fault begins with another `probe`.
package protocol Destination: Sendable {
    /// What is there already, and what this token may do.
    associatedtype Found: Sendable

    static var spec: Spec { get }

    /// Reads the declaration; asks nothing, opens the secrets.
    init(_ declaration: DestinationDeclaration, in territory: Territory) throws

    /// Looks, and writes nothing. Throws a `PublishFault` when the place cannot be reached or the token has no right.
    func probe(_ publication: Publication, _ memory: Memory) async throws -> Found

    /// Looks at what an index tells, which is cheaper than `probe` and may be late: good for seeing that nothing is to be done, and for
    /// nothing else. Nil when there is nothing cheaper.
    func glance(_ publication: Publication, _ memory: Memory) async -> Found?

    /// What would change. Pure.
    func plan(_ publication: Publication, _ memory: Memory, _ found: Found) -> PublicationPlan

    /// Does what the plan says. What must be known next time goes into `memory` at once: it is kept even when this throws.
    func apply(_ publication: Publication, _ memory: inout Memory, _ found: Found) async throws

    /// Takes the dataset away. Only ever on a person's order.
    func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: Found) async throws
}

extension Destination {
    package func glance(_ publication: Publication, _ memory: Memory) async -> Found? { nil }

    /// Reads back what was applied: what the plan would still change is what did not take.
    /// - Returns: that plan, empty of changes.
    func verify(_ publication: Publication, _ memory: Memory, as name: String) async throws -> PublicationPlan {
        let left = plan(publication, memory, try await probe(publication, memory))
        if let first = left.changes.first { throw PublishFault(.notKept, name, facts: ["what": first.words]) }
        return left
    }
}
