package import DuckDB
package import Territory

/// A lake that cannot do what was asked. Nothing already committed is ever lost by it.
package struct LakeFault: Explained {
    package struct Code: Sendable, Hashable {
        package let name: String
        /// Another process holds the catalogue: try again.
        package static let busy = Code(name: "lake.busy")
        /// Other writers won every time: try again.
        package static let conflict = Code(name: "lake.conflict")
        /// The catalogue or the data folder cannot be opened.
        package static let unreachable = Code(name: "lake.unreachable")
        /// The disk is full, or writing failed.
        package static let notWritten = Code(name: "lake.not-written")
        /// Nothing has been written yet.
        package static let empty = Code(name: "lake.empty")
        /// The serving copy of a version could not be put in its place.
        package static let notCopied = Code(name: "lake.not-copied")
        package static let noGeometry = Code(name: "lake.no-geometry")
        package static let noVersion = Code(name: "lake.no-version")
        package static let unknownVersion = Code(name: "lake.unknown-version")
        package static let beforeFirst = Code(name: "lake.before-first-version")
        package static let expiredVersion = Code(name: "lake.expired-version")
    }

    private let kind: Code
    package let subject: String?
    private let facts: [String: Bilingual]
    package let underlying: EngineFault?

    init(_ kind: Code, subject: String? = nil, facts: [String: String] = [:], underlying: EngineFault? = nil) {
        self.kind = kind
        self.subject = subject
        self.facts = facts.mapValues { Bilingual($0) }
        self.underlying = underlying
    }

    package var code: String { kind.name }
    package var place: Place? { nil }
    package var what: Bilingual { (LakeMessages.what[kind] ?? Bilingual(code)).filled(with: allFacts) }
    package var cause: Bilingual? { underlying.map { Bilingual($0.message) } }
    package var remedy: Bilingual { (LakeMessages.remedy[kind] ?? Bilingual("")).filled(with: allFacts) }
    /// Whether the same call may succeed later.
    package var isTransient: Bool { kind == .busy || kind == .conflict }

    private var allFacts: [String: Bilingual] {
        facts.merging(["subject": Bilingual(subject ?? "")]) { own, _ in own }
    }
}
