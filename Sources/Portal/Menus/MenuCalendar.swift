internal import Foundation
package import Query
internal import Territory

/// The menus as a calendar that a telephone subscribes to: iCalendar (RFC 5545), one event of a whole day for each meal.
package struct MenuCalendar: Sendable {
    package static let path = "cantine.ics"
    /// Dishes read at most, the latest first.
    private static let limit = 5_000

    let site: Site
    let source: MenuSource
    let meals: [Meal]
    /// The host that the identifiers of events end with.
    let host: String

    package init(_ site: Site, _ source: MenuSource, dishes: [Dish], host: String) {
        self.site = site
        self.source = source
        self.host = host
        meals = Meal.all(dishes)
    }

    /// The dishes of a restaurant, or of all.
    package static func plan(_ source: MenuSource, restaurant: String?) throws(QueryFault) -> QueryPlan {
        let clauses = restaurant.map { ["\(ODSQL.name(MenuSource.restaurant)) = \(ODSQL.text($0))"] } ?? []
        return try source.dishes(clauses, limit: limit)
    }

    package var text: String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lavoir//Menus//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:\(Self.escaped("\(source.exhibit.title(site.language)) – \(site.name)"))",
            ] + meals.flatMap(event) + ["END:VCALENDAR"]
        return lines.map(Self.folded).joined()
    }

    private func event(_ meal: Meal) -> [String] {
        let main = meal.dishes.first { $0.course == "plat principal" } ?? meal.dishes.first
        let day = meal.sitting.date.replacing("-", with: "")
        let dishes = meal.dishes.map { dish in
            let allergens = dish.allergens.isEmpty ? "" : " (\(dish.allergens.joined(separator: ", ")))"
            return "\(dish.course) : \(dish.name)\(allergens)"
        }
        let key = [meal.sitting.date, meal.sitting.restaurant, meal.sitting.meal].joined(separator: " ").plainLetters
        return [
            "BEGIN:VEVENT", "UID:\(key)@\(host)", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(day)",
            "SUMMARY:\(Self.escaped((meal.note.map { "\($0) : " } ?? "") + (main?.name ?? "")))",
            "LOCATION:\(Self.escaped(meal.sitting.restaurant))", "DESCRIPTION:\(Self.escaped(dishes.joined(separator: "\n")))",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// When the version was committed, `20250331T080000Z`.
    private var stamp: String {
        let digits = source.exhibit.committed.prefix(19).filter(\.isNumber)
        return digits.count == 14 ? "\(digits.prefix(8))T\(digits.suffix(6))Z" : "19700101T000000Z"
    }

    /// Text of a property (§3.3.11).
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\r", with: "")
            .replacing("\n", with: "\\n")
    }

    /// A line of 75 octets at most, what is longer on lines that begin with a space (§3.1); no character is cut in two.
    private static func folded(_ line: String) -> String {
        var folded = "", length = 0
        for scalar in line.unicodeScalars where scalar.value >= 0x20 || scalar == "\t" {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded + "\r\n"
    }
}
