internal import Territory

/// `minLength`, in code points of a text, in items of a list or of an object.
struct MinimumLength: CellConstraint {
    static let name = "minLength"
    static let kind = FindingKind(
        code: "check.too-short", severity: .error,
        what: Bilingual(
            fr: "« {value} » est trop court dans « {field} » : il faut {detail} caractères au moins",
            en: "\"{value}\" is too short in \"{field}\": it takes {detail} characters at least"),
        remedy: Bilingual(
            fr: "Complétez la valeur ; un code qui a perdu ses zéros de tête se répare par un pas pad",
            en: "Complete the value; a code that lost its leading zeros is mended by a pad step"))

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        constraint.integer.map { Violation(condition: "\(size(of: cell)) < \($0)", detail: String($0)) }
    }

    /// SQL: how long the value is.
    static func size(of cell: Cell) -> String {
        switch cell.field.type {
        case ArrayType.name: "json_array_length(\(cell.value))"
        case ObjectType.name: "len(json_keys(\(cell.value)))"
        default: "length(\(cell.value))"
        }
    }
}

/// `maxLength`, counted as `minLength` is.
struct MaximumLength: CellConstraint {
    static let name = "maxLength"
    static let kind = FindingKind(
        code: "check.too-long", severity: .error,
        what: Bilingual(
            fr: "« {value} » est trop long dans « {field} » : {detail} caractères au plus",
            en: "\"{value}\" is too long in \"{field}\": {detail} characters at most"),
        remedy: Bilingual(
            fr: "Raccourcissez la valeur, ou retirez les espaces en trop par un pas trim",
            en: "Shorten the value, or remove the spaces around it with a trim step"))

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        constraint.integer.map { Violation(condition: "\(MinimumLength.size(of: cell)) > \($0)", detail: String($0)) }
    }
}
