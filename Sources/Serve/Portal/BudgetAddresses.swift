internal import DuckDB
internal import Portal
internal import Query
internal import Territory

/// Where the money goes: the latest year, or the year of the address.
struct BudgetAddress: PortalAddress {
    let path: String

    /// Both addresses of the page.
    static let all: [any PortalAddress] = [BudgetAddress(path: "budget"), BudgetAddress(path: "budget/{year}")]

    func html(_ view: PortalView) async throws -> HTML {
        let sources = BudgetSource.all(view.exhibits), name = view.state["jeu"]
        guard let source = sources.first(where: { $0.exhibit.name == name }) ?? (name == nil ? sources.first : nil) else {
            throw Refusal.noPath
        }
        let totals = BudgetTotals(try await view.rows([try BudgetTotals.plan(source)], of: source.exhibit)[0])
        guard let choice = BudgetChoice(year: view.ask.place("year"), view.state, among: totals.stages, of: name) else {
            throw Refusal.noPath
        }
        return try await page(view, BudgetQuestion(source, choice), totals, sources)
    }

    private func page(
        _ view: PortalView, _ question: BudgetQuestion, _ totals: BudgetTotals, _ sources: [BudgetSource]
    ) async throws -> HTML {
        let plans = [try question.years, try question.labels, try question.parts, try question.rows]
        let asked = try await view.rows(plans.compactMap(\.self), of: question.source.exhibit)
        var answers = asked[...]
        let rows = plans.map { plan in plan == nil ? [] : answers.popFirst() ?? [] }
        guard let names = question.names(rows[1], view.site) else { throw Refusal.noPath }
        return BudgetPage(
            view.site, question, totals: totals, years: BudgetTotals(rows[0]),
            parts: BudgetParts(rows[2], question.choice, view.site), lines: rows[3].map(\.values), names: names,
            population: view.serving.territory.population, sources: sources
        ).html
    }
}
