internal import Foundation
internal import Query
internal import Territory

/// What is asked of a layer, read from the parameters of `query`. Those that are not known are passed over, as Esri's servers do.
struct EsriQuestion: Sendable {
    let one: EsriLayer
    let filter: Query.Predicate
    /// The fields answered; the identifier always is.
    let fields: [QueryField]
    let system: ReferenceSystem
    let returnsGeometry: Bool
    let limit: Int
    let offset: Int
    let order: [Ordering]
    let groups: [QueryField]
    let statistics: [Output]
    /// Which groups are answered.
    let having: Query.Predicate

    init(_ ask: Ask, _ one: EsriLayer) throws {
        self.one = one
        let parameters = ask.parameters
        func text(_ name: String) -> String? { parameters[name].flatMap { $0.isEmpty ? nil : $0 } }
        filter = try Self.filter(text, one)
        system = try EsriGeometry.system(text("outSR"), "outSR")
        returnsGeometry = text("returnGeometry")?.lowercased() != "false" && one.kind != nil
        limit = min(GeoServices.most, try Self.number(text("resultRecordCount"), "resultRecordCount") ?? GeoServices.most)
        offset = try Self.number(text("resultOffset"), "resultOffset") ?? 0
        fields = try Self.fields(text("outFields") ?? "*", one)
        let isDistinct = text("returnDistinctValues")?.lowercased() == "true"
        groups = isDistinct ? fields : try text("groupByFieldsForStatistics").map { try Self.fields($0, one) } ?? []
        statistics = try text("outStatistics").map { try Self.statistics($0, one) } ?? []
        let (known, keys) = (statistics, groups)
        having = try text("having").map { try Self.having($0, keys, known, one) } ?? .everything
        order = try (text("orderByFields") ?? "").split(separator: ",").map { try Self.ordering($0, one, known) }
    }

    private static func number(_ text: String?, _ name: String) throws(Refusal) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw .parameter("'\(name)' parameter is invalid.", fr: "Le paramètre \(name) n'est pas valable.")
        }
        return number
    }

    private static func filter(
        _ text: (String) -> String?, _ one: EsriLayer
    ) throws -> Query.Predicate {
        var filter = one.filter
        if let words = text("where") {
            let subject = CQL2.Subject(
                one.layer.table, place: one.layer.place, own: [GeoServices.identifier: .objectIdentifier])
            filter = filter.and(try CQL2.predicate(words, .sql, over: subject, now: CivilTime(Date())))
        }
        if let words = text("time") { filter = filter.and(try time(words, of: one.layer.time)) }
        if let list = text("objectIds") {
            let numbers = list.split(separator: ",").compactMap { Int($0.filter { !$0.isWhitespace }) }
            filter = filter.and(FeatureFilter.numbered(numbers.filter { $0 > 0 }.map { $0 - 1 }))
        }
        if let words = text("geometry"), let place = one.layer.place {
            let given = try EsriGeometry(words, reference: text("inSR"))
            let relation = try Self.relation(text("spatialRel") ?? "esriSpatialRelIntersects")
            filter = filter.and(try place.related(relation, given.geometry, in: given.system))
        }
        return filter
    }

    private static func having(
        _ words: String, _ groups: [QueryField], _ statistics: [Output], _ one: EsriLayer
    ) throws -> Query.Predicate {
        guard !groups.isEmpty, !statistics.isEmpty else {
            throw Refusal.parameter(
                "'having' goes with outStatistics and groupByFieldsForStatistics.",
                fr: "having va avec outStatistics et groupByFieldsForStatistics.")
        }
        var own = Dictionary(statistics.map { ($0.name, $0.expression) }, uniquingKeysWith: { first, _ in first })
        own[GeoServices.identifier] = .objectIdentifier
        let subject = CQL2.Subject(one.layer.table, place: nil, own: own)
        return try CQL2.having(words, over: subject, groups: groups, now: CivilTime(Date()))
    }

    /// `time`: an instant or two, milliseconds since 1970; `null` is an open end. A layer without dates is of all times.
    private static func time(_ words: String, of field: QueryField?) throws -> Query.Predicate {
        let ends = words.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        let moments = ends.map { end in
            Int64(end).flatMap { $0.magnitude < 1 << 53 ? Query.Moment(instant: CivilTime(microseconds: $0 * 1_000)) : nil }
        }
        guard ends.count <= 2, zip(ends, moments).allSatisfy({ $0.0 == "null" || $0.1 != nil }) else {
            throw Refusal.parameter("'time' parameter is invalid.", fr: "Le paramètre time n'est pas valable.")
        }
        return FeatureFilter.time(from: moments[0], to: moments[moments.count - 1], of: field)
    }

    /// A feature stands to the geometry of the question as CQL2 has it: Esri tells it from the other side.
    private static func relation(_ name: String) throws(Refusal) -> String {
        let known = [
            "esriSpatialRelIntersects": "s_intersects", "esriSpatialRelIndexIntersects": "s_intersects",
            "esriSpatialRelEnvelopeIntersects": "s_intersects", "esriSpatialRelContains": "s_within",
            "esriSpatialRelWithin": "s_contains", "esriSpatialRelTouches": "s_touches",
            "esriSpatialRelOverlaps": "s_overlaps", "esriSpatialRelCrosses": "s_crosses",
        ]
        guard let relation = known[name] else {
            throw .parameter("'spatialRel' \(name) is not supported.", fr: "La relation \(name) n'est pas offerte.")
        }
        return relation
    }

    private static func fields(_ list: String, _ one: EsriLayer) throws(Refusal) -> [QueryField] {
        var fields: [QueryField] = []
        for part in list.split(separator: ",") {
            let name = part.trimmingCharacters(in: .whitespaces)
            if name == "*" { return one.fields }
            if name.uppercased() == GeoServices.identifier { continue }
            fields.append(try field(name, one))
        }
        return fields
    }

    private static func field(_ name: String, _ one: EsriLayer) throws(Refusal) -> QueryField {
        let plain = name.trimmingCharacters(in: ["\""])
        let field = one.fields.first { $0.name == plain } ?? one.fields.first { $0.name.lowercased() == plain.lowercased() }
        guard let field else {
            throw .parameter("Invalid field: \(name)", fr: "Champ inconnu : \(name)")
        }
        return field
    }

    private static func ordering(_ text: Substring, _ one: EsriLayer, _ statistics: [Output]) throws(Refusal) -> Ordering {
        var words = text.split(separator: " ")
        let isDescending = words.last?.uppercased() == "DESC"
        if words.count > 1, ["ASC", "DESC"].contains(words.last?.uppercased()) { words.removeLast() }
        let name = words.joined(separator: " ")
        if name.uppercased() == GeoServices.identifier { return Ordering(.objectIdentifier, isDescending: isDescending) }
        if let statistic = statistics.first(where: { $0.name == name }) {
            return Ordering(statistic.expression, isDescending: isDescending)
        }
        let field = try field(name, one)
        guard !field.type.isGeographic else {
            throw .parameter("Cannot order by \(name)", fr: "Tri impossible par \(name)")
        }
        return Ordering(.field(field), isDescending: isDescending)
    }

    private static func statistics(_ text: String, _ one: EsriLayer) throws(Refusal) -> [Output] {
        var outputs: [Output] = []
        for item in JSON(reading: text)?.items ?? [] {
            let kind = item["statisticType"].text?.lowercased() ?? "", name = item["onStatisticField"].text ?? ""
            guard let aggregate = Aggregate(sql: kind) else {
                throw .parameter("'outStatistics' \(kind) is not supported.", fr: "La statistique \(kind) n'est pas offerte.")
            }
            let isIdentifier = name.uppercased() == GeoServices.identifier
            let value: Query.Expression = isIdentifier ? .objectIdentifier : .field(try field(name, one))
            let isComparable = aggregate == .least || aggregate == .greatest
            guard aggregate == .count || value.type.isNumber || (isComparable && !value.type.isGeographic) else {
                throw .parameter("'outStatistics' needs numbers.", fr: "Cette statistique demande des nombres.")
            }
            outputs.append(Output(item["outStatisticFieldName"].text ?? "\(kind)_\(name)", .aggregate(aggregate, value)))
        }
        guard !outputs.isEmpty else {
            throw .parameter("'outStatistics' parameter is invalid.", fr: "Le paramètre outStatistics n'est pas valable.")
        }
        return outputs
    }

    var isGrouped: Bool { !statistics.isEmpty || !groups.isEmpty }

    /// Rows with their identifier first and their geometry last, one more than the page holds; or groups.
    func plan(geometry: Query.Expression?) -> QueryPlan {
        var plan = QueryPlan(outputs: [], filter: filter)
        (plan.order, plan.offset, plan.limit) = (order, offset, limit + 1)
        if isGrouped {
            plan.groups = groups.map { Output($0) }
            (plan.outputs, plan.having) = (statistics, having)
            if groups.isEmpty { plan.limit = nil }
            return plan
        }
        plan.outputs = [Output(GeoServices.identifier, .objectIdentifier)] + fields.map { Output($0) }
        if let geometry { plan.outputs.append(Output("geometry", geometry)) }
        return plan
    }
}
