package import DuckDB
package import Query

/// What a budget adds up to, by year, stage, direction, section and account: what there is to choose from, and the figures of the
/// first sentence.
package struct BudgetTotals: Sendable {
    /// A year at one of its stages.
    package struct Stage: Sendable, Hashable {
        let year: String
        /// `compte administratif`
        let name: String
    }

    private struct Sum: Sendable {
        let stage: Stage
        let direction: String
        let section: String
        let account: String
        let voted: Double
        let spent: Double
    }

    private let sums: [Sum]

    /// - Parameter request: the rows that count; its page and values are set here.
    static func plan(_ source: BudgetSource, _ request: ODSQL.Request) throws(QueryFault) -> QueryPlan {
        var request = request
        let keys = [BudgetSource.year, BudgetSource.stage, BudgetSource.direction, BudgetSource.section, BudgetSource.account]
        request.groupBy = keys.map(ODSQL.name).joined(separator: ", ")
        request.select = [("voted", BudgetSource.voted), ("spent", BudgetSource.spent)].map {
            "sum(\(ODSQL.name($0.1))) as \($0.0)"
        }.joined(separator: ", ")
        return try ODSQL.plan(request, over: source.exhibit.table)
    }

    /// All there is in a budget.
    package static func plan(_ source: BudgetSource) throws(QueryFault) -> QueryPlan {
        var request = ODSQL.Request(now: CivilTime(microseconds: 0))
        request.filters = [BudgetQuestion.isReal]
        return try plan(source, request)
    }

    package init(_ rows: [Row]) {
        sums = rows.compactMap { row in
            guard let year = row[0].text, let stage = row[1].text, let direction = row[2].text else { return nil }
            return Sum(
                stage: Stage(year: year, name: stage), direction: direction.lowercased(),
                section: row[3].text?.lowercased() ?? "",
                account: row[4].text ?? "", voted: row[5].text.flatMap { Double($0) } ?? 0,
                spent: row[6].text.flatMap { Double($0) } ?? 0)
        }
    }

    /// The years and stages that have an amount, the earliest first, each year's in the order of its life.
    package var stages: [Stage] {
        let known = Set(
            sums.filter { BudgetMeasure(stage: $0.stage.name) == .spent ? $0.spent != 0 : $0.voted != 0 }.map(\.stage))
        return known.sorted { ($0.year, Self.rank($0.name), $0.name) < ($1.year, Self.rank($1.name), $1.name) }
    }

    private static func rank(_ stage: String) -> Int {
        ["budget primitif", "budget supplémentaire", "décision modificative", "compte administratif"]
            .firstIndex(of: stage.lowercased()) ?? 4
    }

    /// The budgets there are, by their SIRET.
    var accounts: [String] { Set(sums.map(\.account)).subtracting([""]).sorted() }

    func amount(
        _ stage: Stage, _ direction: BudgetChoice.Direction? = nil, _ section: BudgetChoice.Section? = nil, account: String? = nil
    ) -> Double {
        let word = direction.map { $0 == .spending ? "dépense" : "recette" }
        return sums.filter { sum in
            sum.stage == stage && (word.map { sum.direction == $0 } ?? true)
                && (section.map { sum.section == $0.rawValue } ?? true) && (account.map { sum.account == $0 } ?? true)
        }.reduce(0) { $0 + (BudgetMeasure(stage: stage.name) == .spent ? $1.spent : $1.voted) }
    }
}
