internal import DuckDB
internal import Territory

/// Reads text as amounts, numbers, dates, booleans or coordinates: the column takes a type.
///
/// Empty stays empty. A value that cannot be read becomes empty and is told: as an error, or as a warning with
/// `otherwise: empty`.
struct Parse: Step {
    static let spec = Spec(
        name: "parse",
        summary: Bilingual(
            fr: "lit du texte comme montant, nombre, pourcentage, date, booléen ou coordonnées, à la française",
            en: "reads text as an amount, number, percentage, date, boolean or coordinates, the French way"),
        argument: .map(ColumnReading.shape),
        example: "parse: { montant: amount, dateConvention: { as: date, format: \"%d/%m/%y\", otherwise: empty } }",
        effect: Bilingual(
            fr: "lignes : inchangées ; colonnes : au même endroit, typées ; une valeur illisible est signalée, jamais tue",
            en: "rows: unchanged; columns: in the same place, typed; an unreadable value is told, never silent"),
        knownAs: KnownAs(
            openRefine: ["to number", "to date", "toDate"], workbench: ["Convert to number", "Convert to date"],
            sql: ["cast", "strptime"], frictionless: ["field-update", "table-normalize"], others: ["CNUM", "DATEVAL"]))
    static let findings = [FindingKind.ambiguousAmount, .barePercent, .swappedPoint, .tooPrecise, .unreadable]

    private let at: StepPlace
    private let readers: [ColumnReading]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        var readers: [ColumnReading] = []
        for entry in try at.entries(declaration.argument) { readers.append(try ColumnReading(entry, at)) }
        self.readers = readers
    }

    func names(_ column: String) -> Bool { readers.contains { $0.column.name == column } }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(readers.map(\.column.literal), of: input)
        let read = Array(zip(readers, columns))
        try readers.forEach { try checkFormat(of: $0, input) }
        let pieces = read.indices.map { input.fresh("read_\($0 + 1)") }
        let prepared = zip(read, pieces).map { pair, piece -> SQL in
            "\(pair.0.reading.piece(of: Text.of(pair.1))) AS \(name: piece)"
        }
        let inner: SQL = "(SELECT *, \(prepared.joined(", ")) FROM \(input.rows))"
        let items = zip(read, pieces).map { pair, piece in
            Item(pair.1.name, type: pair.0.reading.type, pair.0.reading.value(of: Text.of(pair.1), "\(name: piece)"))
        }
        let tests = zip(read, pieces).flatMap { pair, piece in Self.tests(pair.0, pair.1, "\(name: piece)") }
        let all = input.replacingOrAdding(items)
        return StepOutput(input, all, from: read.isEmpty ? input.rows : inner, telling: tests)
    }

    private static func tests(
        _ reader: ColumnReading, _ column: Relation.Column, _ piece: SQL
    ) -> [Finding.Test] {
        func finding(_ kind: FindingKind, _ detail: SQL) -> Finding {
            Finding(
                kind: kind, severity: reader.isLenient ? .warning : nil, field: column.name, value: Text.of(column),
                detail: detail)
        }
        let unreadable = finding(.unreadable, "\(text: reader.reading.kind)")
        let doubts = reader.reading.doubts(piece).map { doubt in
            let holds: SQL = "regexp_matches(\(Text.of(column)), \(doubt.hint)) AND \(doubt.holds)"
            return (finding(doubt.kind, doubt.detail), holds)
        }
        // CASE stops where AND need not: a cell written the usual way costs its pattern, and no more.
        return ([(unreadable, reader.reading.isUnreadable(column, piece))] + doubts).map { finding, holds in
            let isTaken: SQL = "CASE WHEN \(piece) IS NOT NULL THEN \(holds) ELSE false END"
            return (finding, reader.reading.usual?.isCertain == true ? isTaken : holds)
        }
    }

    /// A format the engine does not know stops the recipe, and not each row.
    private func checkFormat(of reader: ColumnReading, _ input: StepInput) throws {
        guard let format = reader.format else { return }
        do {
            _ = try input.probe("SELECT try_strptime('', \(value: .text(try at.written(format))))")
        } catch let refusal as EngineFault where refusal.kind == .refused {
            let facts = ["format": Bilingual(try at.written(format)), "engine": Bilingual(refusal.message)]
            throw at.fault(.badFormat, at: format.place, facts)
        }
    }
}
