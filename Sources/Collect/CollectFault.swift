package import DuckDB
package import Territory

/// A source that cannot be read.
package struct CollectFault: Explained {
    package struct Code: Sendable, Hashable {
        let name: String
        package static let noFile = Code(name: "collect.no-file")
        package static let unreadable = Code(name: "collect.unreadable-file")
        package static let tooLarge = Code(name: "collect.file-too-large")
        package static let unknownFormat = Code(name: "collect.unknown-format")
        package static let lookAlike = Code(name: "collect.look-alike")
        package static let sheetNotFound = Code(name: "collect.sheet-not-found")
        package static let unknownEncoding = Code(name: "collect.unknown-encoding")
        package static let wrongEncoding = Code(name: "collect.wrong-encoding")
        package static let noHeader = Code(name: "collect.no-header")
        package static let notTheOption = Code(name: "collect.option-not-for-format")
        package static let openQuote = Code(name: "collect.open-quote")
        package static let longRecord = Code(name: "collect.record-too-long")
        package static let wrongDelimiter = Code(name: "collect.wrong-delimiter")
        package static let wrongColumns = Code(name: "collect.wrong-columns")
        package static let malformed = Code(name: "collect.malformed")
        package static let noRecords = Code(name: "collect.no-records")
        package static let layerNotFound = Code(name: "collect.layer-not-found")
        package static let chooseMember = Code(name: "collect.choose-member")
        package static let noMember = Code(name: "collect.no-member")
        package static let unsafeMember = Code(name: "collect.unsafe-member")
    }

    private let kind: Code
    package let subject: String?
    package let place: Place?
    private let facts: [String: Bilingual]
    package let underlying: EngineFault?

    package init(
        _ kind: Code, subject: String, at place: Place? = nil, _ facts: [String: Bilingual] = [:],
        underlying: EngineFault? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.place = place
        self.facts = facts.merging(["subject": Bilingual(subject)]) { own, _ in own }
        self.underlying = underlying
    }

    /// The same fault, at a place of the declaration when it has none.
    func located(at place: Place) -> CollectFault {
        self.place == nil ? CollectFault(self, at: place) : self
    }

    private init(_ other: CollectFault, at place: Place) {
        self.init(other.kind, subject: other.subject ?? "", at: place, other.facts, underlying: other.underlying)
    }

    package var code: String { kind.name }
    package var what: Bilingual { (CollectMessages.what[kind] ?? Bilingual(code)).filled(with: facts) }
    package var cause: Bilingual? { underlying.map { Bilingual($0.message) } }
    package var remedy: Bilingual { (CollectMessages.remedy[kind] ?? Bilingual("")).filled(with: facts) }
}
