package import Territory

/// A query that cannot be read, or names what is not there. Never an error of the engine: those are bugs of this room.
package struct QueryFault: Explained, Hashable {
    package struct Code: Sendable, Hashable {
        package let name: String
        /// A clause says something impossible: an unknown field, a type that does not fit.
        package static let malformed = Code(name: "query.malformed")
        /// A clause cannot be parsed.
        package static let syntax = Code(name: "query.syntax")
        /// A parameter is out of its range or of another type.
        package static let parameter = Code(name: "query.parameter")
        /// What was asked for does not exist.
        package static let notFound = Code(name: "query.not-found")
    }

    package let kind: Code
    /// What is wrong, as an English sentence without its full stop: `Unknown field: foo`.
    package let detail: String
    /// The clause or parameter it stands in: `select`, `where`, `limit`.
    package let clause: String?
    /// How many characters stand before the mistake, when it has a place.
    package let position: Int?
    /// The valid name that was probably meant.
    package let nearest: String?
    private let french: String?

    package init(
        _ kind: Code, _ detail: String, fr french: String? = nil, clause: String? = nil, position: Int? = nil,
        nearest: String? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.french = french
        self.clause = clause
        self.position = position
        self.nearest = nearest
    }

    /// The same fault, told of a clause.
    package func located(in clause: String) -> QueryFault {
        QueryFault(kind, detail, fr: french, clause: self.clause ?? clause, position: position, nearest: nearest)
    }

    package var code: String { kind.name }
    package var place: Place? { nil }
    package var subject: String? { clause }
    package var what: Bilingual { Bilingual(fr: french ?? detail, en: detail) }
    package var cause: Bilingual? { nil }
    package var remedy: Bilingual {
        let remedy = nearest == nil ? QueryMessages.remedy[kind] : QueryMessages.nearest
        return (remedy ?? Bilingual("")).filled(with: ["nearest": Bilingual(nearest ?? "")])
    }
}
