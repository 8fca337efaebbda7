package import Territory

/// What keeps a dataset from being published at one destination. Holds no secret: what a server said has gone through `Redaction`.
package struct PublishFault: Explained {
    /// Its name, its sentences, and whether time may mend it.
    package struct Kind: Sendable, Hashable {
        let name: String
        var isTransient = false
        let what: Bilingual
        let remedy: Bilingual
    }

    package let kind: Kind
    /// The destination, by the town's name for it.
    package let subject: String?
    private let facts: [String: Bilingual]
    /// How long the server asked to wait, in seconds.
    let wait: Double?

    init(_ kind: Kind, _ destination: String, facts: [String: Bilingual] = [:], wait: Double? = nil) {
        self.kind = kind
        self.wait = wait
        subject = destination
        self.facts = facts.merging(["destination": Bilingual(destination)]) { own, _ in own }
    }

    package var code: String { kind.name }
    package var place: Place? { nil }
    package var what: Bilingual { kind.what.filled(with: facts) }
    package var cause: Bilingual? { facts["cause"] }
    package var remedy: Bilingual { kind.remedy.filled(with: facts) }
    package var isTransient: Bool { kind.isTransient }

    /// Every fault of this room, for the reference.
    package static var codes: [CodeEntry] { Kind.all.map { CodeEntry(code: $0.name, what: $0.what, remedy: $0.remedy) } }
}
