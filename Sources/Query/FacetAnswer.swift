package import DuckDB

/// The values of one facet with their counts, ready to be written.
package struct FacetAnswer: Sendable, Hashable {
    package enum State: String, Sendable {
        case displayed, refined, excluded
    }

    package struct Value: Sendable, Hashable {
        /// The last level of the path: `08`.
        package let name: String
        /// What a refinement takes: `2020/08`.
        package let path: String
        package let count: Int
        package let state: State
        /// The level below, when it is in sight.
        package let values: [Value]
    }

    package let name: String
    package let values: [Value]

    /// The answers of a plan, in the order of its facets, from the rows of its statement.
    package static func read(_ rows: [Row], of plan: FacetPlan) -> [FacetAnswer] {
        plan.facets.enumerated().map { index, facet in
            let own = rows.filter { $0[0].integer == index }.map { Found($0) }
            return FacetAnswer(name: facet.field.name, values: values(below: nil, at: 1, own, facet, plan.refinements))
        }
    }

    private struct Found {
        let path: String
        let depth: Int
        let count: Int

        init(_ row: Row) {
            path = row[1].text ?? ""
            depth = row[2].integer ?? 1
            count = row[3].integer ?? 0
        }
    }

    private static func values(
        below parent: String?, at depth: Int, _ rows: [Found], _ facet: Facet, _ refinements: [Refinement]
    ) -> [Value] {
        let level = rows.filter { row in
            row.depth == depth && (parent.map { row.path.hasPrefix($0 + (facet.mark ?? "")) } ?? true)
        }
        return level.map { row in
            let own = refinements.first { $0.field == facet.field && facet.canonical($0.path) == row.path }
            return Value(
                name: facet.name(of: row.path), path: row.path, count: row.count,
                state: own.map { $0.isExcluded ? .excluded : .refined } ?? .displayed,
                values: rows.contains { $0.depth == depth + 1 }
                    ? values(below: row.path, at: depth + 1, rows, facet, refinements) : [])
        }
    }
}

extension Facet {
    /// What stands between levels.
    fileprivate var mark: String? { field.type.isTemporal ? "/" : levelSeparator }

    /// A path as values are written: `2020/08` for `2020-08`.
    fileprivate func canonical(_ path: String) -> String {
        field.type.isTemporal ? path.replacing("-", with: "/") : path
    }
}
