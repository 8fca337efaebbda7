package import DuckDB
package import Query
internal import Territory

/// The questions of a page of a budget, in the words of the API: the figures, their download and their link to the API cannot differ.
package struct BudgetQuestion: Sendable {
    package let source: BudgetSource
    package let choice: BudgetChoice

    package init(_ source: BudgetSource, _ choice: BudgetChoice) {
        self.source = source
        self.choice = choice
    }

    /// Parts and lines read at most: beyond them no one reads on.
    private static let limit = 2_000
    static let lines = 200

    // MARK: Conditions

    /// Money that moves: entries that only balance two sections are nobody's spending.
    static let isReal = "not (\(ODSQL.name(BudgetSource.kind)) in (\"ordre\", \"Ordre\"))"

    /// Rows of the chosen direction, section and part, of every year.
    private var partClauses: [String] {
        var clauses = [
            Self.isReal,
            Self.isIn(BudgetSource.direction, choice.direction == .spending ? ["dépense", "Dépense"] : ["recette", "Recette"]),
        ]
        if let section = choice.section {
            clauses.append(Self.isIn(BudgetSource.section, [section.rawValue, section.rawValue.capitalizedFirst]))
        }
        if let account = choice.account { clauses.append("\(ODSQL.name(BudgetSource.account)) = \(ODSQL.text(account))") }
        return clauses + zip(choice.levels, choice.path).map(Self.isUnder)
    }

    /// Rows of what is shown.
    var clauses: [String] {
        partClauses + [
            equal(BudgetSource.year, choice.year), "\(ODSQL.name(BudgetSource.stage)) = \(ODSQL.text(choice.stage))",
        ]
    }

    private func equal(_ name: String, _ value: String) -> String {
        let isNumber = source.exhibit.field(name)?.query.type.isNumber ?? false
        return "\(ODSQL.name(name)) = \(isNumber ? String(Int(value) ?? 0) : ODSQL.text(value))"
    }

    private static func isIn(_ name: String, _ values: [String]) -> String {
        "\(ODSQL.name(name)) in (\(values.map(ODSQL.text).joined(separator: ", ")))"
    }

    private static func isUnder(_ level: BudgetLevel, _ code: String) -> String {
        let name = ODSQL.name(level.code)
        guard code != BudgetWords.noCode else { return "\(name) is null" }
        guard level == .policy else { return "\(name) = \(ODSQL.text(code))" }
        let begins = "startswith(\(name), \(ODSQL.text(code)))"
        return code == "0" ? "(\(begins) and not startswith(\(name), \"01\"))" : begins
    }

    // MARK: Plans

    private func request(_ clauses: [String]) -> ODSQL.Request {
        var request = ODSQL.Request(now: CivilTime(microseconds: 0))
        request.filters = clauses
        request.limit = Self.limit
        return request
    }

    /// The amounts of each year and stage in the chosen part.
    package var years: QueryPlan { get throws(QueryFault) { try BudgetTotals.plan(source, request(partClauses)) } }

    /// The parts of the level that is shown, or nothing at the lines.
    package var parts: QueryPlan? {
        get throws(QueryFault) {
            guard let level = choice.level else { return nil }
            var request = request(clauses)
            request.groupBy = "\(ODSQL.name(level.code)), \(ODSQL.name(BudgetSource.label(of: level.code)))"
            request.select = "sum(\(ODSQL.name(choice.measure.field))) as amount"
            request.orderBy = "amount desc, \(ODSQL.name(level.code))"
            return try ODSQL.plan(request, over: source.exhibit.table)
        }
    }

    /// The fields of a line.
    var lineFields: [Exhibit.Field] {
        [BudgetSource.nature, BudgetSource.chapter, BudgetSource.function].map(BudgetSource.label(of:)).compactMap(
            source.exhibit.field)
            + [BudgetSource.operation, BudgetSource.section, choice.measure.field].compactMap(source.exhibit.field)
    }

    /// The lines themselves, the largest first, once the parts are all chosen.
    package var rows: QueryPlan? {
        get throws(QueryFault) {
            guard choice.level == nil else { return nil }
            var request = request(clauses)
            request.select = lineFields.map { ODSQL.name($0.name) }.joined(separator: ", ")
            request.orderBy = "\(ODSQL.name(choice.measure.field)) desc"
            request.limit = Self.lines
            return try ODSQL.plan(request, over: source.exhibit.table)
        }
    }

    /// The labels of the chosen parts, or nothing for the whole.
    package var labels: QueryPlan? {
        get throws(QueryFault) {
            guard !choice.path.isEmpty else { return nil }
            var request = request(clauses)
            request.select = choice.levels.map { ODSQL.name(BudgetSource.label(of: $0.code)) }.uniqued.joined(separator: ", ")
            request.limit = 1
            return try ODSQL.plan(request, over: source.exhibit.table)
        }
    }

    /// The names of the chosen parts, from the rows of `labels`; nil when there is no such part.
    package func names(_ rows: [Row], _ site: Site) -> [String]? {
        guard !choice.path.isEmpty else { return [] }
        guard let row = rows.first else { return nil }
        return zip(choice.levels, choice.path).map { level, code in
            BudgetWords.name(code, row.text(BudgetSource.label(of: level.code)), level).text(in: site.language)
        }
    }

    /// What an address of the API asks for the same rows.
    var exportState: PageState { PageState([PageState.Item("where", clauses.joined(separator: " and "))]) }
}

extension [String] {
    /// Each once, in order.
    fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
