package import Territory

/// What is asked of one table, whatever the language it was asked in: which values, of which rows, grouped how, in which
/// order, which page. It becomes one statement.
///
/// Without `groups` a row of the answer is a row of the table; with them, a group. An aggregate without groups is taken over
/// all the rows that pass, and repeated on each row of the page; when all outputs are aggregates and there is no `limit`,
/// the answer is one row.
package struct QueryPlan: Sendable, Hashable {
    /// The values of a row, in order; after the groups when there are some.
    package var outputs: [Output]
    package var filter: Predicate = .everything
    /// The keys of the groups, in order. A null is a group; each element of a list is.
    package var groups: [Output] = []
    /// Which groups are answered. It reads keys and aggregates.
    package var having: Predicate = .everything
    package var order: [Ordering] = []
    /// How many rows at most; nil is all of them.
    package var limit: Int?
    package var offset = 0
    package var setting = Setting()
    /// How many rows pass the filter, where that has been counted before: a few of them are set apart first, and nothing is
    /// planned for many.
    package var passing: Int?

    package init(outputs: [Output], filter: Predicate = .everything, limit: Int? = nil) {
        self.outputs = outputs
        self.filter = filter
        self.limit = limit
    }

    /// Every field of a table.
    package init(of table: QueryTable, filter: Predicate = .everything, limit: Int? = nil) {
        self.init(outputs: table.fields.map { Output($0) }, filter: filter, limit: limit)
    }
}

/// One value of a row of the answer.
package struct Output: Sendable, Hashable {
    package let name: String
    package let expression: Expression

    package init(_ name: String, _ expression: Expression) {
        self.name = name
        self.expression = expression
    }

    package init(_ field: QueryField) { self.init(field.name, .field(field)) }
}

/// A criterion of order.
package struct Ordering: Sendable, Hashable {
    package let expression: Expression
    package let isDescending: Bool
    /// Nulls come last, whatever the direction, unless this is true.
    package let nullsFirst: Bool

    package init(_ expression: Expression, isDescending: Bool = false, nullsFirst: Bool = false) {
        self.expression = expression
        self.isDescending = isDescending
        self.nullsFirst = nullsFirst
    }
}

/// Where and when a question is asked: what a date without a zone means, and how dates are written.
package struct Setting: Sendable, Hashable {
    package var zone = Zone.utc
    /// Names of days and months.
    package var language = Language.french
    /// Whether a `datetime` is answered as ISO 8601 text with the zone's offset (`2025-11-04T10:30:00+01:00`), and not as
    /// the engine's timestamp in UTC.
    package var writesInstants = false

    package init(zone: Zone = .utc, language: Language = .french, writesInstants: Bool = false) {
        self.zone = zone
        self.language = language
        self.writesInstants = writesInstants
    }
}
