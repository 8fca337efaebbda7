package import DuckDB
package import Query

/// What a page of menus shows: which week, which restaurant, which allergens are to be told apart. It is read from an address and
/// written to one.
package struct MenuChoice: Sendable, Hashable {
    let week: Week
    /// The nearest weeks with a menu, before and after.
    let previous: Week?
    let next: Week?
    /// All there are, in the order of their names.
    let restaurants: [String]
    let restaurant: String?
    /// What someone may not eat.
    let avoided: [String]

    /// - Parameters:
    ///   - days: the rows of `MenuSource.days`.
    ///   - today: the week of the reader.
    /// - Returns: nil when the address asks for something that is no week, or there are no menus at all.
    package init?(_ state: PageState, days: [Row], today: Week) {
        let weeks = Set(days.compactMap { $0[0].text.flatMap { Week(date: $0) } }).sorted()
        let all = Set(days.compactMap { $0[1].text }).sorted()
        guard let last = weeks.last else { return nil }
        if let asked = state["semaine"] {
            guard let week = Week(asked) else { return nil }
            self.week = week
        } else {
            week = weeks.first { $0 >= today } ?? last
        }
        let week = week
        previous = weeks.last { $0 < week }
        next = weeks.first { $0 > week }
        restaurants = all
        restaurant = state["restaurant"].flatMap { all.contains($0) ? $0 : nil }
        avoided = MenuWords.allergens.map(\.french).filter { state.all("sans").contains($0) }
    }

    /// The address of a week.
    func state(_ week: Week) -> PageState {
        PageState(
            [.init("semaine", week.text), .init("restaurant", restaurant ?? "")] + avoided.map { .init("sans", $0) })
    }

    /// Which rows are meant, in the words of the API.
    private var clauses: [String] {
        let dates = week.dates, date = ODSQL.name(MenuSource.date)
        let own = restaurant.map { ["\(ODSQL.name(MenuSource.restaurant)) = \(ODSQL.text($0))"] } ?? []
        return ["\(date) >= date'\(dates[0])'", "\(date) <= date'\(dates[6])'"] + own
    }

    package func plan(over source: MenuSource) throws(QueryFault) -> QueryPlan { try source.dishes(clauses, limit: 1_000) }

    /// The same rows for an address of the API.
    var exportState: PageState { PageState([.init("where", clauses.joined(separator: " and "))]) }
}
