package import DuckDB
internal import Foundation
internal import Territory

/// `datastore_search_sql` of CKAN: one SELECT over public resources, and nothing else.
///
/// The engine's own parser tells what a statement is made of (`json_serialize_sql`); everything in its answer must be known to
/// be harmless. The resources stand before it as common table expressions that hold their public fields only.
package enum DatastoreSQL {
    /// A statement is no longer than this.
    static let limit = 20_000

    /// The statement, ready to run under a deadline.
    /// - Parameters:
    ///   - resources: the tables that may be named, by the name they have for the public.
    ///   - connection: to parse with; nothing of the statement runs.
    /// - Throws: `QueryFault` of the clause `sql`.
    package static func compiled(
        _ sql: String, over resources: [String: QueryTable], parsedBy connection: Connection
    ) throws -> CompiledQuery {
        guard sql.utf8.count <= limit, !sql.utf8.contains(0) else {
            throw refusal("\(limit) characters at most", fr: "\(limit) caractères au plus")
        }
        let parsed = try tree(sql, connection)
        var inspection = StatementInspection()
        try inspection.read(parsed)
        let strangers = inspection.tables.subtracting(inspection.expressions).subtracting(resources.keys)
        if let stranger = strangers.min() {
            throw QueryFault(
                .notFound, "relation \"\(stranger.prefix(100))\" does not exist",
                fr: "la relation « \(stranger.prefix(100)) » n'existe pas", clause: "sql",
                nearest: NearestName.of(stranger, among: resources.keys.sorted()))
        }
        let named = inspection.tables.sorted()
        let body = SQL.trusted("SELECT * FROM (" + sql.trimmed + "\n) AS answer LIMIT \(DatastoreSearch.most + 1)")
        // A name of WITH that its own definition reads would mean a table of the engine: here it means nothing.
        let shields = inspection.expressions.subtracting(resources.keys).sorted().map { name in
            SQL("\(name: name) AS (SELECT NULL AS nothing WHERE FALSE)")
        }
        let tables = named.compactMap { name in resources[name].map { table(name, $0) } } + shields
        let statement: SQL = tables.isEmpty ? body : "WITH \(tables.joined(", ")) \(body)"
        let columns: [Relation.Column]
        do throws(EngineFault) {
            columns = try connection.columns(of: statement.text)
        } catch {
            throw refusal(error.message.firstLine, fr: error.message.firstLine)
        }
        return CompiledQuery(
            statement,
            columns: columns.map {
                ResultColumn($0.name, type: ValueType(engine: $0.type), isMultivalued: $0.type.hasSuffix("[]"))
            })
    }

    private static func tree(_ sql: String, _ connection: Connection) throws -> Any {
        let row = try connection.row("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", [.text(sql)])
        guard let text = row?[0].text,
            let parsed = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        else { throw refusal("the statement cannot be read", fr: "la requête ne peut pas être lue") }
        if parsed["error"] as? Bool == true {
            let words = (parsed["error_message"] as? String ?? "the statement cannot be read").firstLine
            throw refusal(words, fr: words)
        }
        guard let statements = parsed["statements"] as? [Any], statements.count == 1 else {
            throw refusal("one SELECT is expected", fr: "un seul SELECT est attendu")
        }
        return statements[0]
    }

    /// A resource as the public sees it.
    private static func table(_ name: String, _ table: QueryTable) -> SQL {
        let fields = table.fields.map { SQL("t.\(name: $0.column) AS \(name: $0.name)") }
        return "\(name: name) AS (SELECT \(fields.joined(", ")) FROM \(.trusted(table.relation)) AS t)"
    }

    static func refusal(_ detail: String, fr french: String) -> QueryFault {
        QueryFault(.malformed, detail, fr: french, clause: "sql")
    }
}

extension String {
    fileprivate var firstLine: String { String(prefix { !$0.isNewline }.prefix(300)) }

    /// Without a closing semicolon, which is not part of the statement.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace || last == ";" { text = text.dropLast() }
        return String(text)
    }
}

extension ValueType {
    /// The type of a column of the engine.
    init(engine type: String) {
        let single = type.hasSuffix("[]") ? String(type.dropLast(2)) : type
        switch single {
        case "BOOLEAN": self = .boolean
        case "DATE": self = .date
        case "DOUBLE", "FLOAT": self = .double
        case "STRUCT(lon DOUBLE, lat DOUBLE)": self = .geoPoint
        case _ where single.hasPrefix("TIMESTAMP"): self = .datetime
        case _ where single.hasPrefix("DECIMAL"): self = .double
        case _ where single.hasSuffix("INT") || single.hasSuffix("INTEGER"): self = .int
        default: self = .text
        }
    }
}
