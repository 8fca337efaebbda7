import DuckDB

package struct Scope: Sendable {}

extension QueryPlan {
    /// The rows of the page, or the groups.
    package func compiled(over table: QueryTable) throws(QueryFault) -> CompiledQuery { CompiledQuery("SELECT 1", columns: []) }
    /// One row with one number: the rows that pass, or the groups.
    package func counted(over table: QueryTable) throws(QueryFault) -> CompiledQuery { CompiledQuery("SELECT 1", columns: []) }
}

extension FacetPlan {
    /// Rows of facet, value, depth, count and state, read by `FacetAnswer`.
    package func compiled(over table: QueryTable) throws(QueryFault) -> CompiledQuery { CompiledQuery("SELECT 1", columns: []) }
}

/// The values of one facet, ready to be written.
package struct FacetAnswer: Sendable, Hashable {
    package enum State: String, Sendable { case displayed, refined, excluded }

    package struct Value: Sendable, Hashable {
        /// The last level of the path.
        package let name: String
        /// What a refinement takes: `2020/08`.
        package let path: String
        package let count: Int
        package let state: State
        package let values: [Value]
    }

    package let name: String
    package let values: [Value]

    /// The answers of a plan, in the order of its facets.
    package static func read(_ rows: [Row], of plan: FacetPlan) -> [FacetAnswer] { [] }
}

extension ODSQL {
    /// Reads the clauses over a table.
    package static func plan(_ request: Request, over table: QueryTable) throws(QueryFault) -> QueryPlan { QueryPlan(of: table) }

    /// `facet=` parameters; none means every facet field.
    package static func facets(
        _ facets: [String], _ request: Request, over table: QueryTable
    ) throws(QueryFault) -> FacetPlan { FacetPlan([]) }

    /// `limit` and `offset` within the bounds of the API. A limit of -1 is everything in an export, 100 elsewhere.
    package static func page(
        limit: String?, offset: String?, isGrouped: Bool, isExport: Bool
    ) throws(QueryFault) -> (limit: Int?, offset: Int) { (10, 0) }
}
