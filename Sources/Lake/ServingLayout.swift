internal import DuckDB
package import Territory

/// What a dataset declares that its serving copy is laid out by.
package struct ServingLayout: Sendable {
    /// The columns that tell rows apart; the whole row when empty.
    let key: [String]
    /// The columns that people choose values of.
    let facets: [String]

    /// Whether the words of texts are indexed.
    let indexesWords: Bool
    /// Texts that are shapes: they hold no words, and each has its bounds beside it.
    let shapes: Set<String>

    package init(key: [String] = [], facets: [String] = [], indexesWords: Bool = false, shapes: Set<String> = []) {
        self.key = key
        self.facets = facets
        self.indexesWords = indexesWords
        self.shapes = shapes
    }

    package init(_ dataset: Dataset) {
        let fields = dataset.resolvedFields
        self.init(
            key: dataset.key, facets: fields.filter(\.facet).map(\.name), indexesWords: dataset.hasWordIndex,
            shapes: Set(fields.filter { $0.type == .geo_shape }.map(\.name)))
    }
}
