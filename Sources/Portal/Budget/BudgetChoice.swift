/// What of a budget a page shows: which year and stage, spending or revenue, which section, told apart how, down to which part.
/// It is read from an address and written to one.
package struct BudgetChoice: Sendable, Hashable {
    enum Direction: String, Sendable, CaseIterable {
        case spending = "depense"
        case revenue = "recette"
    }

    enum Section: String, Sendable, CaseIterable {
        case running = "fonctionnement"
        case investment = "investissement"
    }

    /// What the whole is told apart by.
    enum Axis: String, Sendable, CaseIterable {
        case policy = "politique"
        case nature = "nature"
    }

    /// `2025`.
    var year: String
    /// `budget primitif`, as the data write it.
    var stage: String
    var direction = Direction.spending
    var section: Section?
    var axis = Axis.policy
    /// The codes chosen from the whole down: `2`, `212`, `6042`.
    var path: [String] = []
    /// One of several budgets of the town, by its SIRET.
    var account: String?
    /// The dataset, when it is not the first.
    var dataset: String?

    /// The one that the address asks for among those there are; the latest, as it was done when that is known, when it asks for none.
    /// - Returns: nil when it asks for a year that is not there.
    package init?(year: String, _ state: PageState, among stages: [BudgetTotals.Stage], of dataset: String?) {
        let years = stages.filter { year.isEmpty || $0.year == year }
        guard let latest = years.map(\.year).max() else { return nil }
        let here = years.filter { $0.year == latest }.map(\.name)
        let usual = here.first { BudgetMeasure(stage: $0) == .spent } ?? here.first { $0.lowercased() == "budget primitif" }
        guard let first = here.first else { return nil }
        self.year = latest
        stage = state["etape"].flatMap { here.contains($0) ? $0 : nil } ?? usual ?? first
        direction = state["sens"].flatMap { Direction(rawValue: $0) } ?? .spending
        section = state["section"].flatMap { Section(rawValue: $0) }
        axis = state["par"].flatMap { Axis(rawValue: $0) } ?? .policy
        account = state["budget"]
        self.dataset = dataset
        path = Array(state.all("dans").prefix(levels.count))
    }

    /// What the parts are, from the whole down.
    var levels: [BudgetLevel] {
        guard axis == .policy else { return [.chapter, .nature] }
        // The M57 chart of accounts is every town's since 2024; before, the first digit of a function could mean something else.
        return (Int(year) ?? 0) >= 2024 ? [.policy, .function, .nature] : [.function, .nature]
    }

    /// The level that is shown; nil at the lines themselves.
    var level: BudgetLevel? { path.count < levels.count ? levels[path.count] : nil }

    var measure: BudgetMeasure { BudgetMeasure(stage: stage) }

    /// What stands after the question mark.
    var state: PageState {
        var items = [PageState.Item("etape", stage)]
        if direction != .spending { items.append(.init("sens", direction.rawValue)) }
        items.append(.init("section", section?.rawValue ?? ""))
        if axis != .policy { items.append(.init("par", axis.rawValue)) }
        items.append(.init("budget", account ?? ""))
        items.append(.init("jeu", dataset ?? ""))
        return PageState(items + path.map { .init("dans", $0) })
    }

    func link(_ site: Site) -> String { site.link("budget", year, state: state) }

    /// The same with one thing changed.
    func with(_ change: (inout BudgetChoice) -> Void) -> BudgetChoice {
        var choice = self
        change(&choice)
        return choice
    }
}

/// A level of a budget, from its policies to its accounts.
enum BudgetLevel: Sendable {
    /// The first digit of a function.
    case policy
    case function, chapter, nature

    /// The column of its codes.
    var code: String {
        switch self {
        case .policy, .function: BudgetSource.function
        case .chapter: BudgetSource.chapter
        case .nature: BudgetSource.nature
        }
    }
}
