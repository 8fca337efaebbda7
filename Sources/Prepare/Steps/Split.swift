internal import DuckDB
internal import Territory

/// Cuts a column into several: at a separator, at positions, or as a regular expression says.
struct Split: Step {
    static let spec = Spec(
        name: "split",
        summary: Bilingual(
            fr: "coupe une colonne en plusieurs : à un séparateur, à des positions, ou par une expression régulière",
            en: "cuts a column into several: at a separator, at positions, or by a regular expression"),
        argument: .object([
            Key("column", .scalar, required: true, summary: Bilingual(fr: "colonne à couper", en: "column to cut")),
            Key(
                "into", .oneOrMany(.text), required: true,
                summary: Bilingual(fr: "noms des nouvelles colonnes", en: "names of the new columns")),
            Key(
                "by", .scalar,
                summary: Bilingual(
                    fr: "séparateur ; la dernière colonne reçoit le reste", en: "separator; the last column takes the rest")),
            Key(
                "at", .oneOrMany(.integer),
                summary: Bilingual(
                    fr: "coupe après tant de caractères, une position de moins que de colonnes",
                    en: "cuts after so many characters, one position fewer than columns")),
            Key(
                "pattern", .text,
                summary: Bilingual(
                    fr: "expression régulière, un groupe entre parenthèses par colonne",
                    en: "regular expression, a group in parentheses for each column")),
            Key(
                "keep", .boolean, summary: Bilingual(fr: "garde aussi la colonne coupée", en: "keeps the column as well"),
                default: "false"),
        ]),
        example: "split: { column: Adresse, pattern: '^(.*) (\\d{5}) (.*)$', into: [voie, codePostal, ville] }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : les nouvelles à la place de l'ancienne, sans espaces aux bords ; "
                + "une cellule que l'expression ne reconnaît pas est signalée",
            en: "rows: unchanged; columns: the new ones in the place of the old one, without edge spaces; "
                + "a cell the expression does not recognise is told"),
        knownAs: KnownAs(
            openRefine: ["split into several columns"], workbench: ["Split column"], sql: ["string_split", "split_part"],
            frictionless: ["field-split"], others: ["separate"]))
    static let findings = [FindingKind.notSplit]

    private enum Cut: Sendable {
        case separator(String)
        case positions([Int])
        case pattern(String, Place)
    }

    private let at: StepPlace
    private let column: NamedColumn
    private let new: [NamedColumn]
    private let cut: Cut
    private let keeps: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let name = try at.required("column", of: argument)
        column = NamedColumn(try at.written(name), at: name.place).literal
        new = try at.required("into", of: argument).oneOrMany.compactMap { NamedColumn($0)?.literal }
        keeps = argument["keep"]?.boolean ?? false
        let given = ["by", "at", "pattern"].filter { argument[$0] != nil }
        guard given.count == 1, let way = argument[given[0]], !new.isEmpty else {
            let expected = Bilingual(
                fr: "un nom sous « into », et une seule manière : « by », « at » ou « pattern »",
                en: "a name under \"into\", and one way only: \"by\", \"at\" or \"pattern\"")
            throw at.badArgument(expected)
        }
        switch given[0] {
        case "by": cut = .separator(try at.written(way))
        case "at": cut = .positions(try Self.positions(way, new.count, at))
        default: cut = .pattern(try at.written(way), way.place)
        }
        if case .separator("") = cut {
            throw at.badArgument(Bilingual(fr: "un séparateur", en: "a separator"), at: way.place)
        }
    }

    private static func positions(_ value: Value, _ columns: Int, _ at: StepPlace) throws(PrepareFault) -> [Int] {
        let positions = value.oneOrMany.compactMap(\.integer)
        guard positions.count == columns - 1, positions.first ?? 1 > 0,
            zip(positions, positions.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            let expected = Bilingual(
                fr: "des positions croissantes, une de moins que de colonnes",
                en: "growing positions, one fewer than columns")
            throw at.badArgument(expected, at: value.place)
        }
        return positions
    }

    func names(_ column: String) -> Bool { self.column.name == column }

    func apply(to input: StepInput) throws -> StepOutput {
        guard let old = try at.columns([column], of: input).first else { return StepOutput(input, []) }
        var findings: [SQL] = []
        if case .pattern(let pattern, let place) = cut {
            try at.checkPattern(pattern, groups: new.count, at: place, input)
            let finding = Finding(kind: .notSplit, field: old.name, value: Text.of(old), detail: "\(text: pattern)")
            let missed: SQL = "NOT regexp_matches(\(Text.of(old)), \(text: pattern))"
            findings = [finding.among(input.rows, where: "NOT \(Text.isBlank(old)) AND \(missed)")]
        }
        let pieces = new.enumerated().map { index, name in
            Item(name.name, "nullif(\(Text.trimmed(piece(index, of: Text.of(old)))), '')")
        }
        let items = input.columns.flatMap { column in
            guard column == old else { return [Item(column)] }
            return keeps ? [Item(column)] + pieces : pieces
        }
        return StepOutput(input, items, introduced: new, findings: findings)
    }

    private func piece(_ index: Int, of text: SQL) -> SQL {
        let isLast = index == new.count - 1
        let number = SQL.trusted(String(index + 1))
        switch cut {
        case .separator(let separator):
            let parts: SQL = "string_split(\(text), \(text: separator))"
            return isLast ? "array_to_string(\(parts)[\(number):], \(text: separator))" : "\(parts)[\(number)]"
        case .positions(let positions):
            let start = index == 0 ? 0 : positions[index - 1]
            if isLast { return "substr(\(text), \(.trusted(String(start + 1))))" }
            return "substr(\(text), \(.trusted(String(start + 1))), \(.trusted(String(positions[index] - start))))"
        case .pattern(let pattern, _):
            return "regexp_extract(\(text), \(text: pattern), \(number))"
        }
    }
}
