/// A value computed from a row, or from a group of rows.
package indirect enum Expression: Sendable, Hashable {
    case field(QueryField)
    case value(Literal)
    case arithmetic(Expression, Arithmetic, Expression)
    case call(ScalarFunction, [Expression])
    /// Nil counts rows.
    case aggregate(Aggregate, Expression?)
    case bucket(Buckets, Expression)
    case cluster(Clusters, QueryField)

    package var type: ValueType {
        switch self {
        case .field(let field): field.type
        case .value(let literal): literal.type
        case .arithmetic(let one, let sign, let other):
            one.type == .int && other.type == .int && sign != .divided ? .int : .double
        case .call(let function, let arguments): function.gives ?? arguments.first?.type ?? .text
        case .aggregate(let aggregate, let of): aggregate.type(of: of?.type)
        case .bucket: .text
        case .cluster: .geoPoint
        }
    }

    /// Whether its value is a list.
    package var isMultivalued: Bool { if case .field(let field) = self { field.isMultivalued } else { false } }

    /// Whether it is taken over several rows.
    package var isAggregate: Bool {
        switch self {
        case .aggregate: true
        case .arithmetic(let one, _, let other): one.isAggregate || other.isAggregate
        case .call(_, let arguments): arguments.contains { $0.isAggregate }
        case .field, .value, .bucket, .cluster: false
        }
    }

    /// The aggregates in several expressions, each once.
    static func aggregates(in expressions: [Expression]) -> [Expression] {
        var found: [Expression] = []
        for expression in expressions.flatMap(\.aggregates) where !found.contains(expression) { found.append(expression) }
        return found
    }

    private var aggregates: [Expression] {
        switch self {
        case .aggregate: [self]
        case .arithmetic(let one, _, let other): one.aggregates + other.aggregates
        case .call(_, let arguments): arguments.flatMap(\.aggregates)
        case .field, .value, .bucket, .cluster: []
        }
    }

    /// The fields it reads.
    var fields: Set<QueryField> {
        switch self {
        case .field(let field), .cluster(_, let field): [field]
        case .value: []
        case .arithmetic(let one, _, let other): one.fields.union(other.fields)
        case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.fields) }
        case .aggregate(_, let of): of?.fields ?? []
        case .bucket(_, let of): of.fields
        }
    }

    /// The fields it reads outside aggregates: in a grouped plan these must be keys.
    var plainFields: Set<QueryField> {
        switch self {
        case .aggregate: []
        case .arithmetic(let one, _, let other): one.plainFields.union(other.plainFields)
        case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.plainFields) }
        default: fields
        }
    }
}

/// The four operations.
package enum Arithmetic: String, Sendable, Hashable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
}

/// A constant of a query.
package enum Literal: Sendable, Hashable {
    case null
    case text(String)
    case int(Int64)
    case double(Double)
    case boolean(Bool)
    case moment(Moment)

    package var type: ValueType {
        switch self {
        case .null, .text: .text
        case .int: .int
        case .double: .double
        case .boolean: .boolean
        case .moment: .datetime
        }
    }
}

/// What is taken over several rows.
package enum Aggregate: Sendable, Hashable {
    /// Rows, or values that are there.
    case count
    case countDistinct
    case sum
    case average
    case least
    case greatest
    /// 0…100, between neighbours by linear interpolation.
    case percentile(Double)
    /// The convex hull of points, as GeoJSON.
    case hull
    /// The rectangle around points or shapes, as GeoJSON.
    case box
    /// One side of that rectangle, in degrees.
    case edge(Edge)
    /// Standard deviation of the whole population.
    case deviation
    /// That of some row: whichever is met first.
    case any

    package enum Edge: String, Sendable, Hashable, CaseIterable {
        case west, south, east, north
    }

    func type(of value: ValueType?) -> ValueType {
        switch self {
        case .count, .countDistinct: .int
        case .sum, .least, .greatest, .any: value ?? .int
        case .average, .percentile, .deviation, .edge: .double
        case .hull, .box: .geoShape
        }
    }
}
