internal import Territory

/// `minimum`: the value is that one or comes after it.
struct Minimum: CellConstraint {
    static let name = "minimum"
    static let kind = FindingKind(
        code: "check.below-minimum", severity: .error,
        what: Bilingual(
            fr: "« {value} » est inférieur au minimum {detail} de « {field} »",
            en: "\"{value}\" is below the minimum {detail} of \"{field}\""),
        remedy: Bilingual(
            fr: "Vérifiez la valeur, son signe et son unité à la source",
            en: "Check the value, its sign and its unit at the source"))

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        cell.value(of: constraint).map {
            Violation(condition: "\(cell.value) < \($0)\(Self.notANumber(cell))", detail: constraint.written ?? "")
        }
    }

    /// No bound admits NaN, which the engine puts above every number.
    static func notANumber(_ cell: Cell) -> String {
        cell.field.type == NumberType.name ? " OR isnan(\(cell.value))" : ""
    }
}

/// `maximum`: the value is that one or comes before it.
struct Maximum: CellConstraint {
    static let name = "maximum"
    static let kind = FindingKind(
        code: "check.above-maximum", severity: .error,
        what: Bilingual(
            fr: "« {value} » est supérieur au maximum {detail} de « {field} »",
            en: "\"{value}\" is above the maximum {detail} of \"{field}\""),
        remedy: Bilingual(
            fr: "Vérifiez la valeur et son unité à la source (un taux s'écrit parfois de 0 à 1, parfois de 0 à 100)",
            en: "Check the value and its unit at the source (a rate may be written from 0 to 1, or from 0 to 100)"))

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        cell.value(of: constraint).map {
            Violation(condition: "\(cell.value) > \($0)\(Minimum.notANumber(cell))", detail: constraint.written ?? "")
        }
    }
}
