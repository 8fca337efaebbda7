/// The piece of country a dataset is about.
package struct Coverage: Sendable, Hashable, Codable {
    /// The levels that official codes exist for.
    package enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case infracommunal, commune, epci, canton, departement, region, country, other
    }

    package let level: Level
    /// INSEE code of a commune, canton, department or region, SIREN of an EPCI.
    package let code: String?
    package let name: String
    /// West, south, east, north, in degrees of WGS 84.
    package let box: [Double]?

    package init(level: Level, code: String?, name: String, box: [Double]? = nil) {
        self.level = level
        self.code = code
        self.name = name
        self.box = box
    }

    /// From a value whose shape was checked.
    init?(_ value: Value) {
        guard let level = value["level"]?.text.flatMap({ Level(rawValue: $0) }), let name = value["name"]?.text else {
            return nil
        }
        let box = value["box"]?.list?.compactMap(\.number)
        self.init(level: level, code: value["code"]?.text, name: name, box: box?.count == 4 ? box : nil)
    }
}
