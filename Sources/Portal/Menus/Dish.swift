package import DuckDB
internal import Foundation

/// A dish of a menu, as its row tells it.
package struct Dish: Sendable, Hashable {
    /// `2026-03-16`
    let date: String
    /// `plat principal`
    let course: String
    let name: String
    let restaurant: String
    let meal: String
    /// Official marks of quality and other labels.
    let marks: [String]
    /// `Nouvel an lunaire`
    let note: String?
    let diets: [String]
    let allergens: [String]

    package init?(_ row: Row) {
        guard let date = row.text(MenuSource.date), let name = row.text(MenuSource.dish) else { return nil }
        self.date = String(date.prefix(10))
        self.name = name
        course = row.text(MenuSource.course) ?? ""
        restaurant = row.text(MenuSource.restaurant) ?? ""
        meal = row.text(MenuSource.meal) ?? ""
        marks = Self.list(row[MenuSource.quality]) + Self.list(row[MenuSource.label])
        note = row.text(MenuSource.note)
        diets = Self.list(row[MenuSource.diet])
        allergens = Self.list(row[MenuSource.allergens])
    }

    /// The day and the meal that it belongs to: one list of dishes.
    var sitting: Sitting { Sitting(date: date, restaurant: restaurant, meal: meal) }

    struct Sitting: Hashable, Comparable {
        let date: String
        let restaurant: String
        let meal: String

        static func < (one: Sitting, other: Sitting) -> Bool {
            (one.date, one.restaurant, one.meal) < (other.date, other.restaurant, other.meal)
        }
    }

    /// The values of a cell: a list, a list in JSON as the schema writes it, or a text with separators.
    private static func list(_ value: SQLValue) -> [String] {
        if case .list(let values) = value { return values.compactMap(\.text).filter { !$0.isEmpty } }
        guard let text = value.text?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return [] }
        if text.hasPrefix("["), let values = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) { return values }
        return text.split { ";|,".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

/// The dishes of a meal, in the order in which they are served.
package struct Meal: Sendable {
    let sitting: Dish.Sitting
    let dishes: [Dish]

    /// The meals of dishes, day after day.
    static func all(_ dishes: [Dish]) -> [Meal] {
        Dictionary(grouping: dishes, by: \.sitting).sorted { $0.key < $1.key }.map { sitting, dishes in
            let ordered = dishes.enumerated().sorted {
                (MenuWords.rank($0.element.course), $0.offset) < (MenuWords.rank($1.element.course), $1.offset)
            }
            return Meal(sitting: sitting, dishes: ordered.map(\.element))
        }
    }

    /// What the day is about, when a dish says so.
    var note: String? { dishes.lazy.compactMap(\.note).first }
}
