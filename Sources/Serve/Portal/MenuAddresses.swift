internal import DuckDB
internal import Foundation
internal import Portal
internal import Query
internal import Territory

/// The menus of a week.
struct MenuAddress: PortalAddress {
    let path = "cantine"

    func html(_ view: PortalView) async throws -> HTML {
        guard let source = MenuSource.all(view.exhibits).first else { throw Refusal.noPath }
        let days = try await view.rows([try source.days], of: source.exhibit)[0]
        let today = Week(days: Int(view.now.timeIntervalSince1970 / 86_400))
        guard let choice = MenuChoice(view.state, days: days, today: today) else { throw Refusal.noPath }
        let rows = try await view.rows([try choice.plan(over: source)], of: source.exhibit)[0]
        return MenuPage(view.site, source, choice, dishes: rows.compactMap { Dish($0) }).html
    }
}

/// The menus as a calendar.
struct MenuCalendarFile: PortalText {
    let path = MenuCalendar.path
    let type = "text/calendar; charset=utf-8"

    func text(_ view: PortalView) async throws -> String {
        guard let source = MenuSource.all(view.exhibits).first else { throw Refusal.noPath }
        let plan = try MenuCalendar.plan(source, restaurant: view.state["restaurant"])
        let rows = try await view.rows([plan], of: source.exhibit)[0]
        let host = URL(string: view.ask.base)?.host() ?? "localhost"
        return MenuCalendar(view.site, source, dishes: rows.compactMap { Dish($0) }, host: host).text
    }
}
