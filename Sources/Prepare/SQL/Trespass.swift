internal import Territory

/// What a step's SQL may not reach.
enum Trespass {
    /// Functions that read files, settings, secrets, sequences or text as SQL.
    static func isRefused(_ function: String) -> Bool {
        let name = function.lowercased()
        return refused.contains(name) || refusedBeginnings.contains { name.hasPrefix($0) } || name.hasSuffix("_scan")
            || name.contains("_scan_")
    }

    private static let refused: Set = [
        "glob", "getenv", "query", "query_table", "getvariable", "nextval", "currval", "current_setting", "sniff_csv",
        "which_secret", "write_log", "from_substrait", "from_substrait_json", "json_execute_serialized_sql",
        "load_aws_credentials",
    ]
    private static let refusedBeginnings = [
        "read_", "duckdb_", "pragma_", "parquet_", "http_", "st_read", "st_drivers", "ducklake_", "postgres_", "mysql_",
        "sqlite_",
        "iceberg_", "delta_", "odbc_",
    ]

    /// Where a query may take rows from; tables are looked at one by one.
    static let welcomeSources: Set = [
        "EMPTY", "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "PIVOT",
        "SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE",
    ]

    /// Functions that make rows out of values.
    static let welcomeTableFunctions: Set = ["unnest", "range", "generate_series"]
}

/// What was found where it may not be.
enum Found {
    case several
    case parameter
    case function(String)
    case table(String)
    case source(String)

    var words: Bilingual {
        switch self {
        case .several:
            Bilingual(fr: "plus d'une expression ou d'une requête", en: "more than one expression or query")
        case .parameter:
            Bilingual(fr: "un paramètre (« ? » ou « $ »)", en: "a parameter (\"?\" or \"$\")")
        case .function(let name):
            Bilingual(fr: "la fonction « \(name) »", en: "the function \"\(name)\"")
        case .table(let name):
            Bilingual(fr: "la table ou le fichier « \(name) »", en: "the table or file \"\(name)\"")
        case .source(let type):
            Bilingual(fr: "une source de lignes « \(type) »", en: "a source of rows \"\(type)\"")
        }
    }
}
