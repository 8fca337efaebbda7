internal import DuckDB
internal import Territory

/// Puts back the zeros in front of a code: SIRET, INSEE, postcode.
///
/// Spaces between digits go, `12345.0` from a spreadsheet is `12345`. A code whose digits are lost, such as `2.156E+13`, is
/// told and left: nothing is invented.
struct Pad: Step {
    static let spec = Spec(
        name: "pad",
        summary: Bilingual(
            fr: "remet les zéros devant un code, jusqu'à sa longueur",
            en: "puts back the zeros in front of a code, up to its length"),
        argument: .map(.integer),
        example: "pad: { idBeneficiaire: 14, codePostal: 5 }",
        effect: Bilingual(
            fr: "lignes et colonnes : inchangées ; un code trop long, ou qui n'est pas fait de chiffres, est signalé et laissé",
            en: "rows and columns: unchanged; a code that is too long, or not made of digits, is told and left"),
        knownAs: KnownAs(
            openRefine: ["GREL"], workbench: ["Formula"], sql: ["lpad"], frictionless: ["cell-format"], others: ["zfill"]))
    static let findings = [FindingKind.lostDigits, .notDigits, .tooLong]

    private let at: StepPlace
    private let lengths: [(column: NamedColumn, length: Int)]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var lengths: [(NamedColumn, Int)] = []
        for entry in try at.entries(declaration.argument) {
            guard let length = entry.value.integer, (1...1000).contains(length) else {
                let expected = Bilingual(fr: "une longueur entre 1 et 1000", en: "a length between 1 and 1000")
                throw at.badArgument(expected, at: entry.value.place)
            }
            lengths.append((NamedColumn(entry), length))
        }
        self.lengths = lengths
    }

    func names(_ column: String) -> Bool { lengths.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        try at.require(lengths.map(\.column.literal), of: input)
        var items: [Item] = []
        var tests: [Finding.Test] = []
        var codes: [SQL] = []
        for (name, length) in lengths {
            guard let column = input.column(name.name) else { continue }
            let code: SQL = "\(name: input.fresh("code_\(codes.count + 1)"))"
            codes.append("\(Self.code(column)) AS \(code)")
            let size = SQL.trusted(String(length))
            items.append(
                Item(
                    column.name,
                    """
                    CASE WHEN \(code) = '' THEN NULL WHEN \(Self.isDigits(code)) AND length(\(code)) < \(size)
                    THEN lpad(\(code), \(size), '0') ELSE \(code) END
                    """))
            tests += Self.findings(column, code, size)
        }
        let inner: SQL = codes.isEmpty ? input.rows : "(SELECT *, \(codes.joined(", ")) FROM \(input.rows))"
        let all = input.replacingOrAdding(items)
        return StepOutput(input, all, from: inner, telling: tests)
    }

    /// The code without edge spaces, without the spaces between its digits, without the decimals of a spreadsheet.
    private static func code(_ column: Relation.Column) -> SQL {
        let trimmed = Text.trimmed(Text.of(column))
        let space = Text.space
        return """
            CASE WHEN \(Text.matches(trimmed, #"\d[\d"# + space.dropFirst() + #"*(?:[.,]0+)?"#))
            THEN regexp_replace(regexp_replace(\(trimmed), '[.,]0+$', ''), \(.constant("\(space)+")), '', 'g') ELSE \(trimmed) END
            """
    }

    private static func isDigits(_ code: SQL) -> SQL { Text.matches(code, #"\d+"#) }

    private static func findings(_ column: Relation.Column, _ code: SQL, _ size: SQL) -> [Finding.Test] {
        let lost = Text.matches(code, #"\d+(?:[.,]\d+)?[eE]\+?\d+"#)
        // 2A004 has its five characters and a digit: a Corsican commune, nothing to tell.
        let sound: SQL = "(length(\(code)) = \(size) AND regexp_matches(\(code), '\\d'))"
        func finding(_ kind: FindingKind) -> Finding {
            Finding(kind: kind, field: column.name, value: Text.of(column), detail: "CAST(\(size) AS VARCHAR)")
        }
        return [
            (finding(.lostDigits), lost),
            (finding(.notDigits), "\(code) <> '' AND NOT \(isDigits(code)) AND NOT \(lost) AND NOT \(sound)"),
            (finding(.tooLong), "\(isDigits(code)) AND length(\(code)) > \(size)"),
        ]
    }
}
