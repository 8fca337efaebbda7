/// The query language of the v1 search API (`q`, `rq`, `qv1`), read into the same predicates.
package enum SearchV1 {
    package static func predicate(
        _ query: String, over table: QueryTable, now: CivilTime, zone: Zone
    ) throws(QueryFault) -> Predicate { .everywhere(query, in: table) }
}
