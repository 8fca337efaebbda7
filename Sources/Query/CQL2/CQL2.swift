/// The query language of OGC (21-065r2) in both its forms, and the SQL-92 conditions of GeoServices, read into the conditions that
/// every other language becomes. See `docs/ogc.md`.
package enum CQL2 {
    /// How a filter is written: `filter-lang`.
    package enum Form: String, Sendable, CaseIterable {
        case text = "cql2-text"
        case json = "cql2-json"
        /// `where` of a GeoServices layer.
        case sql
    }

    /// What the names of a filter mean.
    package struct Subject: Sendable {
        let table: QueryTable
        let place: RowPlace?
        /// Names of the interface itself, such as the number of a row.
        let own: [String: Expression]

        package init(_ table: QueryTable, place: RowPlace?, own: [String: Expression] = [:]) {
            self.table = table
            self.place = place
            self.own = own
        }
    }

    /// A filter as a condition on rows.
    /// - Parameters:
    ///   - system: of the coordinates in the filter: `filter-crs`.
    ///   - now: what `CURRENT_TIMESTAMP` of the SQL form means, in UTC.
    /// - Throws: `QueryFault` on `filter`, with the place of what cannot be read.
    package static func predicate(
        _ text: String, _ form: Form, over subject: Subject, in system: ReferenceSystem = .longitudeLatitude,
        now: CivilTime = CivilTime(microseconds: 0)
    ) throws(QueryFault) -> Predicate {
        try predicate(text, form, over: subject, in: system, now: now, clause: form == .sql ? "where" : "filter")
    }

    /// `having` of a GeoServices layer: a condition on groups, over `COUNT(…)`, `SUM(…)` and the like, their names, and the keys.
    /// - Parameter groups: the keys: no other field has one value for a group.
    /// - Throws: `QueryFault` on `having`.
    package static func having(
        _ text: String, over subject: Subject, groups: [QueryField], now: CivilTime
    ) throws(QueryFault) -> Predicate {
        let having = try predicate(text, .sql, over: subject, in: .longitudeLatitude, now: now, clause: "having")
        let plain = having.expressions.reduce(into: Set<QueryField>()) { $0.formUnion($1.plainFields) }
        if let stranger = plain.subtracting(groups).map(\.name).min() {
            throw QueryFault(
                .malformed, "\(stranger) has no one value for a group",
                fr: "\(stranger) n'a pas une seule valeur pour un groupe", clause: "having")
        }
        return having
    }

    private static func predicate(
        _ text: String, _ form: Form, over subject: Subject, in system: ReferenceSystem, now: CivilTime, clause: String
    ) throws(QueryFault) -> Predicate {
        let node = form == .json ? try CQLJSON.node(text, clause) : try CQLParser.node(text, form, clause)
        return try CQLMeaning(subject: subject, system: system, clause: clause, now: now).predicate(node)
    }
}

/// A filter as parsed, the same from text and from JSON: operators and functions are calls, in lower case.
indirect enum CQLNode: Hashable, Sendable {
    case property(String, CQLSpot)
    case text(String)
    case number(Double)
    /// A whole number beyond those that `number` holds exactly.
    case integer(Int64)
    case boolean(Bool)
    case date(String)
    case timestamp(String)
    /// Now, in the SQL form.
    case now
    case interval(CQLNode, CQLNode)
    case geometry(Geometry)
    case box([Double])
    case list([CQLNode])
    case call(String, [CQLNode], CQLSpot)
}

/// Where a name stands in the filter. It makes no difference between two nodes.
struct CQLSpot: Hashable, Sendable {
    let position: Int?

    static let none = CQLSpot(position: nil)
    static func == (one: CQLSpot, other: CQLSpot) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}
