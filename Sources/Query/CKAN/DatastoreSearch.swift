/// `datastore_search` of CKAN, read into a plan.
package struct DatastoreSearch: Sendable {
    /// A field must be equal to one of these.
    package var filters: [(field: String, values: [Literal])] = []
    /// Words to look for everywhere.
    package var q: String?
    /// Words to look for in one field each.
    package var fieldQ: [(field: String, words: String)] = []
    /// Whether equal rows count once.
    package var distinct = false
    /// The fields answered; none is all of them.
    package var fields: [String] = []
    /// `name desc, other`
    package var sort: String?
    package var limit = 100
    package var offset = 0

    package init() {}

    /// CKAN gives 32,000 rows at most.
    package static let most = 32_000

    /// - Throws: `QueryFault` whose clause is the parameter at fault.
    package func plan(over table: QueryTable) throws(QueryFault) -> QueryPlan {
        guard limit >= 0, offset >= 0 else {
            throw QueryFault(
                .parameter, "limit and offset must be 0 or more", fr: "limit et offset valent au moins 0", clause: "limit")
        }
        var plan = QueryPlan(outputs: [], filter: try filter(table), limit: min(limit, DatastoreSearch.most))
        plan.offset = offset
        let outputs = try answered(table).map { Output($0) }
        if distinct { plan.groups = outputs } else { plan.outputs = outputs }
        plan.order = try order(table)
        if distinct, plan.order.contains(where: { ordering in !outputs.contains { $0.expression == ordering.expression } }) {
            throw QueryFault(
                .malformed, "with distinct, sort takes the fields answered", fr: "avec distinct, sort prend les champs rendus",
                clause: "sort")
        }
        return plan
    }

    private func answered(_ table: QueryTable) throws(QueryFault) -> [QueryField] {
        if fields.isEmpty { return distinct ? table.fields.filter { !$0.type.isGeographic } : table.fields }
        var answered: [QueryField] = []
        for name in fields { answered.append(try field(name, "fields", table)) }
        return answered
    }

    private func filter(_ table: QueryTable) throws(QueryFault) -> Predicate {
        var filter = Predicate.everything
        for (name, values) in filters {
            let field = try field(name, "filters", table)
            if field.type.isGeographic { throw unfit(field, "filters") }
            // A value of another type is equal to nothing.
            let literals = values.compactMap { $0.coerced(to: field.type) }
            let isNull: Predicate = values.contains(.null) ? .missing(.field(field)) : .nothing
            filter = filter.and(.any([.among(.field(field), literals), isNull]))
        }
        if let q, !q.isBlank { filter = filter.and(try words(q, in: table.searched)) }
        for (name, text) in fieldQ {
            let field = try field(name, "q", table)
            if field.type.isGeographic { throw unfit(field, "q") }
            filter = filter.and(try words(text, in: [field]))
        }
        return filter
    }

    private func words(_ text: String, in fields: [QueryField]) throws(QueryFault) -> Predicate {
        let words = WordSearch.split(text)
        guard words.count <= 200, !text.utf8.contains(0) else {
            throw QueryFault(.malformed, "200 words at most", fr: "200 mots au plus", clause: "q")
        }
        return .words(WordSearch(words.map { WordSearch.Word($0) }, in: fields))
    }

    private func order(_ table: QueryTable) throws(QueryFault) -> [Ordering] {
        guard let sort, !sort.isBlank else { return [] }
        var order: [Ordering] = []
        for item in try Parser.ckanOrder(sort) {
            let field = try field(item.name, "sort", table)
            if field.type.isGeographic { throw unfit(field, "sort") }
            order.append(Ordering(.field(field), isDescending: item.isDescending, nullsFirst: item.nullsFirst))
        }
        return order
    }

    private func field(_ name: String, _ clause: String, _ table: QueryTable) throws(QueryFault) -> QueryField {
        guard let field = table.field(name) else { throw QueryFault.unknownField(name, in: table).located(in: clause) }
        return field
    }

    private func unfit(_ field: QueryField, _ clause: String) -> QueryFault {
        QueryFault(
            .malformed, "\(field.name) is a place", fr: "\(field.name) est un lieu", clause: clause)
    }
}
