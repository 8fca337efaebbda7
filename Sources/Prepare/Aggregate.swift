internal import DuckDB
internal import Territory

/// What several values become when their rows become one.
enum Aggregate: String, CaseIterable, Sendable {
    case sum, count, min, max, avg, first, list

    static let names = allCases.map(\.rawValue)

    /// One column of the rows to be gathered.
    struct Source {
        let column: Relation.Column
        /// Whether its cell is filled.
        let filled: SQL
        /// What its cell compares by, for `min` and `max`.
        let place: SQL
        /// What the rows stand in the order of.
        let origin: SQL
        /// What stands between the values of a list.
        let separator: String
    }

    /// The value and its SQL type.
    func sql(of source: Source) -> (expression: SQL, type: String) {
        let cell: SQL = "\(name: source.column.name)"
        let (filled, type) = (source.filled, source.column.type)
        switch self {
        case .sum:
            let type = Self.sumType([source.column])
            return ("CAST(sum(\(cell)) AS \(.trusted(type)))", type)
        case .avg: return ("CAST(avg(\(cell)) AS DOUBLE)", "DOUBLE")
        case .count: return ("count(*) FILTER (\(filled))", "BIGINT")
        case .min: return ("arg_min(\(cell), \(source.place)) FILTER (\(filled))", type)
        case .max: return ("arg_max(\(cell), \(source.place)) FILTER (\(filled))", type)
        case .first: return ("arg_min(\(cell), \(source.origin)) FILTER (\(filled))", type)
        case .list:
            let values: SQL = "list_sort(list_distinct(list(\(Text.of(source.column))) FILTER (\(filled))))"
            return ("nullif(array_to_string(\(values), \(text: source.separator)), '')", "VARCHAR")
        }
    }

    /// Whether it needs numbers.
    var counts: Bool { self == .sum || self == .avg }

    /// Whether it needs values in order.
    var compares: Bool { self == .min || self == .max }

    /// The type a sum of these columns has: theirs when they share one, and room for it.
    static func sumType(_ columns: [Relation.Column]) -> String {
        let types = Set(columns.map(\.type))
        if types.contains("DOUBLE") || types.contains("FLOAT") { return "DOUBLE" }
        if types.count == 1, let type = types.first, type.hasPrefix("DECIMAL") { return type }
        let scales = types.map { type in
            type.hasPrefix("DECIMAL") ? Int(type.split(separator: ",").last?.dropLast() ?? "") ?? 0 : 0
        }
        guard let scale = scales.max(), scale > 0 else { return types == ["HUGEINT"] ? "HUGEINT" : "BIGINT" }
        return "DECIMAL(38,\(scale))"
    }
}

extension Aggregate {
    /// What it gives, for the reference.
    var summary: Bilingual {
        switch self {
        case .sum: Bilingual(fr: "la somme d'une colonne de nombres", en: "the sum of a column of numbers")
        case .count: Bilingual(fr: "le nombre de cellules remplies", en: "the number of cells filled")
        case .min: Bilingual(fr: "la plus petite valeur", en: "the least value")
        case .max: Bilingual(fr: "la plus grande valeur", en: "the greatest value")
        case .avg: Bilingual(fr: "la moyenne d'une colonne de nombres", en: "the average of a column of numbers")
        case .first: Bilingual(fr: "la première valeur remplie", en: "the first value filled")
        case .list: Bilingual(fr: "les valeurs différentes, triées", en: "the distinct values, sorted")
        }
    }
}
