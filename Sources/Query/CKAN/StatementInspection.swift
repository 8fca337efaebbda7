/// What a parsed statement is made of. Kinds of expressions, clauses and functions that are not known to be harmless are refused.
struct StatementInspection {
    /// Tables named.
    private(set) var tables: Set<String> = []
    /// Names given by WITH.
    private(set) var expressions: Set<String> = []

    private static let classes: Set<String> = [
        "BETWEEN", "CASE", "CAST", "COLLATE", "COLUMN_REF", "COMPARISON", "CONJUNCTION", "CONSTANT", "FUNCTION", "OPERATOR",
        "STAR",
        "SUBQUERY", "WINDOW",
    ]

    private static let kinds: Set<String> = [
        "SELECT_NODE", "SET_OPERATION_NODE", "BASE_TABLE", "SUBQUERY", "JOIN", "EMPTY", "EXPRESSION_LIST", "ORDER_MODIFIER",
        "LIMIT_MODIFIER", "DISTINCT_MODIFIER", "ORDER_DEFAULT", "ASCENDING", "DESCENDING",
    ]

    /// Functions without effect, whose result is no larger than what they are given.
    static let functions: Set<String> = Set(
        """
        + - * / // % ^ ** || ~~ !~~ ~~* !~~* ~ & | << >> abs age array_agg avg bit_length bool_and bool_or btrim cast ceil ceiling
        char_length character_length coalesce concat concat_ws contains corr count count_star covar_pop covar_samp current_date
        date_diff date_part date_trunc datediff datepart datetrunc day dayname dayofmonth dayofweek dayofyear dense_rank epoch
        exp extract first first_value floor greatest hour ifnull instr isodow isoyear jaccard lag last last_value lcase lead least
        left len length like_escape not_like_escape ilike_escape not_ilike_escape list list_contains ln log log10 log2 lower ltrim
        max mean median min minute mod mode month monthname now ntile nullif percent_rank position pow power prefix quantile_cont
        quantile_disc quarter rank regexp_matches replace reverse right round row row_number rtrim second sign split_part sqrt
        starts_with stddev stddev_pop stddev_samp strftime string_agg strip_accents strpos struct_extract substr substring suffix
        sum to_char trim trunc ucase unicode upper var_pop var_samp variance week weekday weekofyear year
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    mutating func read(_ value: Any) throws(QueryFault) {
        if let list = value as? [Any] {
            for item in list { try read(item) }
        }
        guard let object = value as? [String: Any] else { return }
        try check(object)
        for child in object.values { try read(child) }
    }

    private mutating func check(_ object: [String: Any]) throws(QueryFault) {
        if let name = object["class"] as? String {
            guard Self.classes.contains(name) else { throw Self.forbidden(name) }
        } else if let kind = object["type"] as? String {
            guard Self.kinds.contains(kind) else { throw Self.forbidden(kind) }
        }
        if let name = object["table_name"] as? String {
            let place = [object["schema_name"], object["catalog_name"]].compactMap { $0 as? String }
            guard place.allSatisfy(\.isEmpty) else { throw Self.forbidden("\(place.joined(separator: ".")).\(name)") }
            if object["at_clause"] is [String: Any] { throw Self.forbidden("AT") }
            tables.insert(name)
        }
        if let name = object["function_name"] as? String {
            let place = [object["schema"], object["catalog"]].compactMap { $0 as? String }
            guard place.allSatisfy(\.isEmpty), Self.functions.contains(name.lowercased()) else {
                throw Self.forbidden("\(name)()")
            }
        }
        if let entries = (object["cte_map"] as? [String: Any])?["map"] as? [[String: Any]] {
            expressions.formUnion(entries.compactMap { $0["key"] as? String })
        }
    }

    private static func forbidden(_ name: String) -> QueryFault {
        DatastoreSQL.refusal(
            "not allowed here: \(name.prefix(100))", fr: "non autorisé ici : \(name.prefix(100))")
    }
}
