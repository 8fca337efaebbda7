internal import DuckDB
internal import Foundation

extension FacetPlan {
    /// One statement for all the facets. Its rows, read by `FacetAnswer`: the number of the facet, the value as a path, its
    /// depth from 1, the count.
    package func compiled(over table: QueryTable) throws(QueryFault) -> CompiledQuery {
        let read = filter.fields.union(facets.map(\.field)).union(refinements.map(\.field))
        if let stranger = read.filter({ !table.holds($0) }).min(by: { $0.name < $1.name }) {
            throw .unknownField(stranger.name, in: table)
        }
        let scope = Scope(table, setting), shared = sharedCount(table, scope)
        let parts = facets.enumerated().flatMap { index, facet in
            levels(of: facet).map { depth in part(index, facet, depth, table, scope, shared) }
        }
        let none: SQL = "SELECT 0 AS facet, '' AS value, 1 AS depth, CAST(0 AS BIGINT) AS count WHERE FALSE"
        return CompiledQuery(
            parts.isEmpty ? none : (shared?.sql ?? "") + parts.joined(" UNION ALL "),
            columns: [
                ResultColumn("facet", type: .int), ResultColumn("value", type: .text), ResultColumn("depth", type: .int),
                ResultColumn("count", type: .int),
            ])
    }

    /// The filter with every refinement, as the counts of rows see it.
    package var wholeFilter: Predicate { filter.and(Refinement.predicate(refinements)) }

    /// The levels in sight: the first, then those just below what is refined.
    private func levels(of facet: Facet) -> ClosedRange<Int> {
        guard let deepest = facet.deepest else { return 1...1 }
        let chosen = refinements.filter { $0.field == facet.field && !$0.isExcluded }.map { facet.depth(of: $0.path) }.max() ?? 0
        return 1...min(deepest, chosen + 1)
    }

    private func part(
        _ index: Int, _ facet: Facet, _ depth: Int, _ table: QueryTable, _ scope: Scope, _ shared: SharedCount?
    ) -> SQL {
        let chosen = refinements.filter { $0.field == facet.field && !$0.isExcluded }.map(\.path)
        let value: SQL = shared?.codes(facet) != nil || codes(facet) == nil ? "value" : "CAST(value AS VARCHAR)"
        let key = facet.path(value, depth, scope)
        let parents = depth == 1 ? [] : chosen.compactMap { facet.prefix($0, depth - 1) }
        let below: SQL = parents.isEmpty ? "" : " AND (\(parents.map { "starts_with(value, \(text: $0))" }.joined(" OR ")))"
        return """
            (SELECT \(.trusted(String(index))) AS facet, CAST(value AS VARCHAR) AS value, \(.trusted(String(depth))) AS depth, count \
            FROM (SELECT \(key) AS value, CAST(sum(count) AS BIGINT) AS count FROM (\(counts(facet, table, scope, shared))) AS c GROUP BY 1) AS v \
            WHERE value IS NOT NULL\(below) ORDER BY \(facet.criterion)\(facet.limitClause))
            """
    }

    /// The rows of each stored value: `value`, `count`. What is made of a value is then made once for each.
    private func counts(_ facet: Facet, _ table: QueryTable, _ scope: Scope, _ shared: SharedCount?) -> SQL {
        if let column = shared?.codes(facet) {
            return "SELECT CAST(\(column) AS VARCHAR) AS value, count FROM shared"
        }
        let rows = QueryPlan(outputs: [], filter: condition(facet)).source(table, scope)
        let element: SQL =
            facet.field.isMultivalued
            ? "unnest(t.\(name: facet.field.column))" : "t.\(name: codes(facet)?.column ?? facet.field.column)"
        return "SELECT value, count(*) AS count FROM (SELECT \(element) AS value FROM \(rows)) AS e GROUP BY 1"
    }

    /// Which rows a facet counts. What is excluded stays in sight with its count, to be taken back.
    private func condition(_ facet: Facet) -> Predicate {
        let others = refinements.filter { $0.field != facet.field || (!facet.isDisjunctive && !$0.isExcluded) }
        return filter.and(Refinement.predicate(others))
    }

    private func codes(_ facet: Facet) -> QueryField.Codes? { facet.field.isMultivalued ? nil : facet.field.codes }

    /// The facets that count the same rows, counted together in one reading of these.
    private struct SharedCount {
        let sql: SQL
        let facets: [Facet]

        func codes(_ facet: Facet) -> SQL? {
            facets.firstIndex { $0.field == facet.field }.map { SQL.trusted("f\($0)") }
        }
    }

    /// Few enough combinations of values for the engine to count them in an array.
    private static let mostCombinations = 4_096

    private func sharedCount(_ table: QueryTable, _ scope: Scope) -> SharedCount? {
        let candidates = facets.filter { codes($0) != nil }
        guard let first = candidates.first else { return nil }
        var combinations = 1, together: [(facet: Facet, codes: QueryField.Codes)] = []
        for facet in candidates where condition(facet) == condition(first) {
            guard let codes = codes(facet), !together.contains(where: { $0.facet.field == facet.field }),
                combinations * (codes.count + 2) <= Self.mostCombinations
            else { continue }
            combinations *= codes.count + 2
            together.append((facet, codes))
        }
        guard together.count > 1 else { return nil }
        let rows = QueryPlan(outputs: [], filter: condition(first)).source(table, scope)
        let keys = together.enumerated().map { place, one in "t.\(name: one.codes.column) AS f\(.trusted(String(place)))" as SQL }
        return SharedCount(
            sql: "WITH shared AS MATERIALIZED (SELECT \(keys.joined(", ")), count(*) AS count FROM \(rows) GROUP BY ALL) ",
            facets: together.map(\.facet))
    }
}

extension Facet {
    fileprivate static let dateLevels = ["%Y", "%Y/%m", "%Y/%m/%d"]

    /// How many levels its values can have; nil when they have none.
    fileprivate var deepest: Int? {
        if field.type.isTemporal {
            switch field.precision {
            case .year: return 1
            case .month: return 2
            default: return 3
            }
        }
        return separator == nil ? nil : 32
    }

    private var separator: String? {
        guard field.type.isText, let levelSeparator, !levelSeparator.isEmpty else { return nil }
        return levelSeparator
    }

    func depth(of path: String) -> Int {
        if field.type.isTemporal { return path.split { $0 == "/" || $0 == "-" }.count }
        return separator.map { path.components(separatedBy: $0).count } ?? 1
    }

    /// The last level of a path.
    func name(of path: String) -> String {
        if field.type.isTemporal { return path.components(separatedBy: "/").last ?? path }
        return separator.map { path.components(separatedBy: $0).last ?? path } ?? path
    }

    /// What paths one level deeper begin with; nil when the path is not as deep.
    fileprivate func prefix(_ path: String, _ depth: Int) -> String? {
        let mark = field.type.isTemporal ? "/" : separator ?? ""
        let path = field.type.isTemporal ? path.replacing("-", with: "/") : path
        let steps = path.components(separatedBy: mark)
        return steps.count >= depth ? steps.prefix(depth).joined(separator: mark) + mark : nil
    }

    /// The value cut at a depth; null when it is not as deep.
    fileprivate func path(_ value: SQL, _ depth: Int, _ scope: Scope) -> SQL {
        if field.type.isTemporal {
            return "strftime(\(scope.wall(value, field.type)), \(.constant(Self.dateLevels[depth - 1])))"
        }
        guard let separator else { return value }
        let parts: SQL = "string_split(\(value), \(text: separator))"
        let depth = SQL.trusted(String(depth))
        return "CASE WHEN len(\(parts)) >= \(depth) THEN array_to_string(\(parts)[1:\(depth)], \(text: separator)) END"
    }

    fileprivate var criterion: SQL {
        switch order {
        case .count: isDescending ? "count DESC, v.value" : "count, v.value"
        case .value: isDescending ? "v.value DESC" : "v.value"
        }
    }

    fileprivate var limitClause: SQL { limit.map { " LIMIT \(.trusted(String(max(0, $0))))" } ?? "" }
}

extension Refinement {
    /// All of them. Values of one field widen when the field is disjunctive, and narrow otherwise; what is excluded is.
    package static func predicate(_ refinements: [Refinement]) -> Predicate {
        var whole = Predicate.everything
        var seen: Set<QueryField> = []
        for refinement in refinements where !refinement.isExcluded && seen.insert(refinement.field).inserted {
            let paths = refinements.filter { $0.field == refinement.field && !$0.isExcluded }
                .map { Predicate.under($0.field, path: $0.path) }
            let isWide = refinement.isDisjunctive && paths.count > 1
            whole = isWide ? whole.and(.any(paths)) : paths.reduce(whole) { $0.and($1) }
        }
        return refinements.filter(\.isExcluded).reduce(whole) { $0.and(.not(.under($1.field, path: $1.path))) }
    }
}
