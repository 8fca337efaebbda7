/// The query language of the v1 search API (`q`, `rq`, `qv1`), read into the same predicates.
///
/// People type it into search boxes: what is not a condition is a word to look for, and a parenthesis too many is passed over.
package enum SearchV1 {
    /// A query is no longer than this.
    static let limit = 10_000
    static let deepest = 50
    static let mostConditions = 500

    /// - Throws: `QueryFault` of the clause `q`, for a function that cannot be read or a query too long or too deep.
    package static func predicate(
        _ query: String, over table: QueryTable, now: CivilTime, zone: Zone
    ) throws(QueryFault) -> Predicate {
        if query.utf8.count > limit { throw fault("\(limit) characters at most", fr: "\(limit) caractères au plus") }
        if query.utf8.contains(0) { throw fault("unexpected \\0", fr: "\\0 inattendu") }
        var reader = SearchReader(query, table: table, now: now)
        return try reader.query()
    }

    /// `sort=field` is the largest first, `sort=-field` the smallest.
    package static func order(_ sort: String, over table: QueryTable) throws(QueryFault) -> [Ordering] {
        var order: [Ordering] = []
        for part in sort.split(separator: ",") {
            let isAscending = part.hasPrefix("-")
            let name = String(isAscending ? part.dropFirst() : part)
            guard let field = table.field(name) else { throw QueryFault.unknownField(name, in: table).located(in: "sort") }
            if field.type.isGeographic { throw fault("Cannot sort by \(name)", fr: "tri impossible par \(name)", "sort") }
            order.append(Ordering(.field(field), isDescending: !isAscending))
        }
        return order
    }

    static func fault(_ detail: String, fr french: String, _ clause: String = "q") -> QueryFault {
        QueryFault(.malformed, detail, fr: french, clause: clause)
    }
}
