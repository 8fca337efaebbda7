internal import DuckDB
internal import Territory

/// Values that do not fit the rest of their column: `0k`, `?`, `tram et bus` among numbers.
struct Misfits: Trap {
    static let kind = TrapKind(
        code: "inspect.misfits",
        what: Bilingual(
            fr: "{count} valeurs de « {column} » d'un autre type que la colonne ({detail})",
            en: "{count} values of \"{column}\" of another type than the column ({detail})"),
        why: Bilingual(
            fr: "une seule suffit à faire de la colonne un texte, ou à faire refuser le fichier",
            en: "one of them is enough to make the column text, or to get the file refused"),
        mend: Bilingual(
            fr: "parse avec otherwise: empty, qui les vide et les signale ; un pas map pour celles que l'on comprend",
            en: "parse with otherwise: empty, which empties and tells them; a map step for those that are understood"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        try survey.columns.filter {
            $0.fit < 1 && ($0.type.reading != nil || $0.type.isCode) && $0.type != .siret && $0.type != .siren
        }
        .compactMap { column in
            let forms = Self.accepted(column.type).map { "(\($0.condition))" }.joined(separator: " OR ")
            guard !forms.isEmpty else { return nil }
            return try survey.cells(where: "plain <> '' AND NOT (\(forms))", in: [column]).first.map {
                TrapFinding($0, detail: column.type.word)
            }
        }
    }

    private static func accepted(_ type: ColumnType) -> [ValueForm] {
        switch type {
        case .integer: [.integer]
        case .number, .amount: [.integer, .pointDecimal, .commaDecimal, .grouped, .money]
        case .percent: [.percent, .integer, .pointDecimal, .commaDecimal]
        case .date: [.isoDate, .dayMonthYear, .shortYear, .writtenDate, .moment, .serial]
        case .datetime: [.moment, .isoDate, .dayMonthYear]
        case .year: [.year]
        case .boolean: [.truth]
        case .code: [.integer]
        case .postcode: [.fiveDigits, .fourDigits]
        case .insee: [.insee, .fourDigits]
        case .rna: [.rna]
        default: []
        }
    }
}
