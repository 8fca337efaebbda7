package import Territory

/// The type of a value in a query and in its answer.
package enum ValueType: String, Sendable, Hashable, CaseIterable {
    case text, int, double, boolean, date, datetime, geoPoint, geoShape, file, jsonBlob

    /// The type of a declared field.
    package init(_ type: FieldType) {
        switch type {
        case .int: self = .int
        case .double: self = .double
        case .text: self = .text
        case .boolean: self = .boolean
        case .date: self = .date
        case .datetime: self = .datetime
        case .geo_point_2d: self = .geoPoint
        case .geo_shape: self = .geoShape
        }
    }

    /// Whether sums and arithmetic make sense.
    package var isNumber: Bool { self == .int || self == .double }
    /// Whether the value lies in time.
    package var isTemporal: Bool { self == .date || self == .datetime }
    /// Whether the value lies on the map.
    package var isGeographic: Bool { self == .geoPoint || self == .geoShape }
    /// Whether the value is characters.
    package var isText: Bool { self == .text || self == .file || self == .jsonBlob }
}

/// How finely a date field is meant: a field of years is written `2020`, and its facet has one level.
package enum DatePrecision: String, Sendable, Hashable, CaseIterable {
    case year, month, day, hour, minute
}

/// A field as a query sees it.
package struct QueryField: Sendable, Hashable {
    /// The name that queries use and answers carry.
    package let name: String
    /// The column of the table: the name, unless the field is known by another.
    package let column: String
    package let type: ValueType
    /// Whether a cell holds a list of values.
    package let isMultivalued: Bool
    /// Whether the field is offered as a filter.
    package let isFacet: Bool
    /// Whether several values chosen in its facet widen the answer instead of narrowing it.
    package let isDisjunctive: Bool
    /// What stands between the levels of a value such as `France/Occitanie/Lot`, when it has levels.
    package let levelSeparator: String?
    /// How finely a date is meant, when it was declared.
    package let precision: DatePrecision?
    /// The same values as codes, when the table has them.
    package let codes: Codes?
    /// The rectangle around a shape, when the table has it.
    package let bounds: Bounds?

    /// Four columns of degrees; null where the shape cannot be read, or is empty.
    package struct Bounds: Sendable, Hashable {
        package let west: String
        package let south: String
        package let east: String
        package let north: String

        package init(west: String, south: String, east: String, north: String) {
            self.west = west
            self.south = south
            self.east = east
            self.north = north
        }
    }

    /// A column of the engine's ENUM type whose order is that of its texts.
    package struct Codes: Sendable, Hashable {
        package let column: String
        /// How many different values there are.
        package let count: Int

        package init(column: String, count: Int) {
            self.column = column
            self.count = count
        }
    }

    package init(
        name: String, column: String? = nil, type: ValueType, isMultivalued: Bool = false, isFacet: Bool = false,
        isDisjunctive: Bool = false, levelSeparator: String? = nil, precision: DatePrecision? = nil, codes: Codes? = nil,
        bounds: Bounds? = nil
    ) {
        self.name = name
        self.column = column ?? name
        self.type = type
        self.isMultivalued = isMultivalued
        self.isFacet = isFacet
        self.isDisjunctive = isDisjunctive
        self.levelSeparator = levelSeparator
        self.precision = precision
        self.codes = codes
        self.bounds = bounds
    }
}
