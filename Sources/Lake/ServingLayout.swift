internal import DuckDB
package import Territory

/// What a dataset declares that its serving copy is laid out by.
package struct ServingLayout: Sendable {
    /// The columns that tell rows apart; the whole row when empty.
    let key: [String]
    /// The columns that people choose values of.
    let facets: [String]

    package init(key: [String] = [], facets: [String] = []) {
        self.key = key
        self.facets = facets
    }

    package init(_ dataset: Dataset) {
        self.init(key: dataset.key, facets: dataset.resolvedFields.filter(\.facet).map(\.name))
    }
}
