internal import DuckDB

/// What the names of an expression mean where it is written: the table is `t`.
struct Scope: Sendable {
    let setting: Setting
    /// Tells equal rows apart, to keep an order from page to page.
    let rowOrder: SQL?
    /// The index of words.
    let words: SQL?
    /// Lists taken apart: the field then means one element.
    var elements: [QueryField: SQL] = [:]
    /// What is computed already, by an inner query.
    var known: [Expression: SQL] = [:]

    init(_ table: QueryTable, _ setting: Setting) {
        self.setting = setting
        // A query in parentheses has no row numbers, and so no index.
        let isTable = !table.relation.hasPrefix("(")
        rowOrder = isTable ? SQL("t.rowid") : table.identifier.map { SQL("t.\(name: $0)") }
        words = isTable ? table.words.map { SQL.trusted($0) } : nil
    }

    func column(_ field: QueryField) -> SQL { elements[field] ?? "t.\(name: field.column)" }

    /// The rectangle around a shape, where the table has it.
    func bounds(_ field: QueryField) -> BoundsSQL? {
        guard let bounds = field.bounds, elements[field] == nil else { return nil }
        return BoundsSQL(
            west: "t.\(name: bounds.west)", south: "t.\(name: bounds.south)", east: "t.\(name: bounds.east)",
            north: "t.\(name: bounds.north)")
    }

    func bounds(_ expression: Expression) -> BoundsSQL? {
        if case .field(let field) = expression { bounds(field) } else { nil }
    }

    /// Whether the field is a list here.
    func isList(_ expression: Expression) -> Bool {
        guard case .field(let field) = expression else { return false }
        return field.isMultivalued && elements[field] == nil
    }

    /// A date or time as the wall clock of the request shows it.
    func wall(_ sql: SQL, _ type: ValueType) -> SQL {
        guard type == .datetime, !setting.zone.isUTC else { return sql }
        return "timezone(\(zoneName), timezone('UTC', \(sql)))"
    }

    /// The instant, in UTC, at which the wall clock shows this.
    func instant(_ wall: SQL) -> SQL {
        setting.zone.isUTC ? wall : "timezone('UTC', timezone(\(zoneName), \(wall)))"
    }

    private var zoneName: SQL { .constant(setting.zone.name) }

    /// `Z` or `+01:00`: how far a wall clock is ahead of UTC.
    func offset(_ wall: SQL, utc: String) -> SQL {
        if setting.zone.isUTC { return .constant(utc) }
        let minutes: SQL = "CAST((epoch(\(wall)) - epoch(\(instant(wall)))) / 60 AS BIGINT)"
        return """
            (CASE WHEN \(minutes) < 0 THEN '-' ELSE '+' END \
            || lpad(CAST(abs(\(minutes)) // 60 AS VARCHAR), 2, '0') || ':' || lpad(CAST(abs(\(minutes)) % 60 AS VARCHAR), 2, '0'))
            """
    }

    /// A timestamp in UTC as ISO 8601 on the wall clock, with a fraction when there is one.
    func iso(_ instant: SQL) -> SQL {
        let wall = wall(instant, .datetime)
        let fraction: SQL = "CASE WHEN microsecond(\(wall)) % 1000000 = 0 THEN '' ELSE strftime(\(wall), '.%f') END"
        return "(strftime(\(wall), '%Y-%m-%dT%H:%M:%S') || \(fraction) || \(offset(wall, utc: "+00:00")))"
    }
}
