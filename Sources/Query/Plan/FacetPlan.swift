/// The values of several fields with their counts, in one statement.
///
/// Counts follow the filter and the refinements. A disjunctive facet is counted without its own refinements, so that its
/// other values stay in sight.
package struct FacetPlan: Sendable, Hashable {
    package var facets: [Facet]
    package var filter: Predicate = .everything
    package var refinements: [Refinement] = []
    package var setting = Setting()

    package init(
        _ facets: [Facet], filter: Predicate = .everything, refinements: [Refinement] = [], setting: Setting = Setting()
    ) {
        self.facets = facets
        self.filter = filter
        self.refinements = refinements
        self.setting = setting
    }
}

/// One facet asked for.
package struct Facet: Sendable, Hashable {
    package enum Order: Sendable, Hashable {
        case count
        case value
    }

    package let field: QueryField
    package var isDisjunctive: Bool
    /// Between the levels of a value; nil when values have no levels. Dates have theirs: year, month, day.
    package var levelSeparator: String?
    package var order = Order.count
    package var isDescending = true
    /// How many values at most; nil is all of them.
    package var limit: Int?

    package init(_ field: QueryField, limit: Int? = 100) {
        self.field = field
        isDisjunctive = field.isDisjunctive
        levelSeparator = field.levelSeparator
        self.limit = limit
    }
}

/// A value chosen or refused in a facet: `2020/08` for a date.
package struct Refinement: Sendable, Hashable {
    package let field: QueryField
    package let path: String
    package let isExcluded: Bool
    /// Whether it widens the answer when another value of the field is chosen.
    package let isDisjunctive: Bool

    package init(_ field: QueryField, path: String, isExcluded: Bool = false, isDisjunctive: Bool? = nil) {
        self.field = field
        self.path = path
        self.isExcluded = isExcluded
        self.isDisjunctive = isDisjunctive ?? field.isDisjunctive
    }
}
