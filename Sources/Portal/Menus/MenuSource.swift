package import Query

/// A dataset that holds menus: it has the columns of `scdl/menus-collectifs` (<https://schema.data.gouv.fr/scdl/menus-collectifs/>),
/// whoever declared them, a schema or a town.
package struct MenuSource: Sendable {
    package let exhibit: Exhibit

    static let date = "menuDate", course = "menuPlatType", dish = "menuPlatNom", restaurant = "menuRestaurantNom"
    static let meal = "menuRepasType", quality = "menuPlatSiqo", label = "menuPlatLabel", note = "menuPlatPrecision"
    static let diet = "menuPlatRegime", allergens = "menuPlatAllergene"

    /// What is read of a dish, in this order, as far as the town tells it.
    static let read = [date, course, dish, restaurant, meal, quality, label, note, diet, allergens]

    package init?(_ exhibit: Exhibit) {
        guard exhibit.field(Self.date)?.query.type.isTemporal == true,
            [Self.course, Self.dish, Self.restaurant].allSatisfy({ exhibit.field($0) != nil })
        else { return nil }
        self.exhibit = exhibit
    }

    /// The menus of a town, in the order of their names.
    package static func all(_ exhibits: [Exhibit]) -> [MenuSource] { exhibits.compactMap { MenuSource($0) } }

    /// Whether it tells allergens: without them no one may trust a filter.
    var tellsAllergens: Bool { exhibit.field(Self.allergens) != nil }

    private func request(_ clauses: [String]) -> ODSQL.Request {
        var request = ODSQL.Request(now: CivilTime(microseconds: 0))
        request.filters = clauses
        return request
    }

    /// The days that have a menu, and the restaurants that serve it.
    package var days: QueryPlan {
        get throws(QueryFault) {
            var request = request([])
            request.groupBy = "\(ODSQL.name(Self.date)), \(ODSQL.name(Self.restaurant))"
            request.orderBy = "\(ODSQL.name(Self.date)) desc"
            request.limit = 5_000
            return try ODSQL.plan(request, over: exhibit.table)
        }
    }

    /// The dishes of some days.
    func dishes(_ clauses: [String], limit: Int) throws(QueryFault) -> QueryPlan {
        var request = request(clauses)
        request.select = Self.read.filter { exhibit.field($0) != nil }.map(ODSQL.name).joined(separator: ", ")
        request.orderBy = "\(ODSQL.name(Self.date)) desc"
        request.limit = limit
        return try ODSQL.plan(request, over: exhibit.table)
    }
}
