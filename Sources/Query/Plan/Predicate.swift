/// What a row must satisfy. True or false, never unknown: a comparison with a null is false, and `not` is the complement of
/// all the rows.
package indirect enum Predicate: Sendable, Hashable {
    case everything
    case nothing
    case all([Predicate])
    case any([Predicate])
    case not(Predicate)
    /// Of values of one type. Of a list, some element compares so; `different` means that the list is there and no element
    /// is equal.
    case compare(Expression, Comparison, Expression)
    /// With a date, which may be a period: `equal` means within it, `atMost` before its end.
    case compareMoment(Expression, Comparison, Moment)
    /// Equal to one of several.
    case among(Expression, [Literal])
    case between(Expression, Interval)
    /// Is null; of a list, also: is empty.
    case missing(Expression)
    /// A boolean is true.
    case holds(Expression)
    /// One of the fields begins with this, letter for letter.
    case begins([QueryField], String)
    /// Words are found in the fields.
    case words(WordSearch)
    /// A place on the map.
    case located(QueryField, Location)
    /// A value, or one that stands below it in a hierarchy.
    case under(QueryField, path: String)
}

package enum Comparison: String, Sendable, Hashable {
    case equal = "="
    case different = "<>"
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="

    /// The same, read from the other side.
    var mirrored: Comparison {
        switch self {
        case .equal, .different: self
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        }
    }
}

/// An interval of values, each end included or not; a nil end is open.
package struct Interval: Sendable, Hashable {
    package struct End: Sendable, Hashable {
        package let value: Literal
        package let isIncluded: Bool

        package init(_ value: Literal, isIncluded: Bool = true) {
            self.value = value
            self.isIncluded = isIncluded
        }
    }

    package let lower: End?
    package let upper: End?

    package init(lower: End?, upper: End?) {
        self.lower = lower
        self.upper = upper
    }
}

/// A condition on where a point or a shape lies.
package enum Location: Sendable, Hashable {
    /// Metres on a sphere.
    case near(Geometry, metres: Double)
    case box(BoundingBox)
    /// A point is in this rectangle; of a shape, the rectangle around it may meet this one: what comes before a closer look.
    case about(BoundingBox)
    case intersects(Geometry)
    case disjoint(Geometry)
    case within(Geometry)
    /// The shape is of this type: `Polygon`.
    case isOfType(String)
}

extension Predicate {
    /// Both; what always holds is left out.
    package func and(_ other: Predicate) -> Predicate {
        switch (self, other) {
        case (.everything, _): other
        case (_, .everything): self
        case (.all(let ours), .all(let theirs)): .all(ours + theirs)
        case (.all(let ours), _): .all(ours + [other])
        case (_, .all(let theirs)): .all([self] + theirs)
        default: .all([self, other])
        }
    }

    /// Whether some part of it is a search of words.
    var seeksWords: Bool {
        switch self {
        case .words: true
        case .all(let parts), .any(let parts): parts.contains { $0.seeksWords }
        case .not(let part): part.seeksWords
        default: false
        }
    }

    /// The values it compares.
    var expressions: [Expression] {
        switch self {
        case .everything, .nothing: []
        case .all(let parts), .any(let parts): parts.flatMap(\.expressions)
        case .not(let part): part.expressions
        case .compare(let one, _, let other): [one, other]
        case .compareMoment(let of, _, _), .among(let of, _), .between(let of, _), .missing(let of), .holds(let of): [of]
        case .begins(let fields, _): fields.map { .field($0) }
        case .words(let search): search.fields.map { .field($0) }
        case .located(let field, _), .under(let field, _): [.field(field)]
        }
    }

    /// The fields it reads.
    var fields: Set<QueryField> { expressions.reduce(into: []) { $0.formUnion($1.fields) } }
}
