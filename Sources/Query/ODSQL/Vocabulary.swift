/// The functions of the language. A new one is a line here and the function that reads its arguments.
enum Vocabulary {
    typealias ScalarReader = @Sendable (Call) throws(QueryFault) -> Expression
    typealias ConditionReader = @Sendable (Call) throws(QueryFault) -> Predicate

    static let scalars: [String: ScalarReader] = [
        "date_format": Call.dateFormat,
        "day": Call.datePart,
        "dayofweek": Call.datePart,
        "distance": Call.distance,
        "hour": Call.datePart,
        "ifnull": Call.ifNull,
        "json_format": Call.jsonFormat,
        "length": Call.textLength,
        "lower": Call.lowerCase,
        "millisecond": Call.datePart,
        "minute": Call.datePart,
        "month": Call.datePart,
        "now": Call.now,
        "quarter": Call.datePart,
        "random": Call.random,
        "second": Call.datePart,
        "upper": Call.upperCase,
        "year": Call.datePart,
    ]

    static let aggregates: [String: ScalarReader] = [
        "avg": Call.average,
        "bbox": Call.box,
        "count": Call.count,
        "envelope": Call.envelope,
        "max": Call.greatest,
        "median": Call.median,
        "min": Call.least,
        "percentile": Call.percentile,
        "sum": Call.sum,
    ]

    static let groupings: [String: ScalarReader] = [
        "geo_cluster": Call.cluster,
        "range": Call.range,
    ]

    static let conditions: [String: ConditionReader] = [
        "disjoint": Call.disjoint,
        "distance": Call.withinDistance,
        "geometry": Call.geometryMode,
        "in_bbox": Call.inBox,
        "intersects": Call.intersects,
        "polygon": Call.intersects,
        "search": Call.search,
        "startswith": Call.startsWith,
        "suggest": Call.suggest,
        "within": Call.within,
        "within_distance": Call.withinDistance,
    ]

    /// Every word that may stand before a parenthesis.
    static let functions = Set(scalars.keys).union(aggregates.keys).union(groupings.keys).union(conditions.keys)
        .union(["include", "exclude", "facet"])
}
