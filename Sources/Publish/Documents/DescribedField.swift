internal import Foundation
internal import Territory

/// One column of the files with what the town says of it.
struct DescribedField: Sendable {
    /// What a value is, whatever the standard calls it.
    enum Kind: Sendable { case whole, decimal, real, boolean, date, moment, json, point, text }

    let name: String
    let label: String?
    let description: String?
    let unit: String?
    let isRequired: Bool
    /// What separates the values of a cell that holds several.
    let separator: String?
    let kind: Kind

    init(_ column: MadeFiles.Column, _ field: FieldDeclaration?) {
        name = column.name
        label = field?.label
        description = field?.description
        unit = field?.unit
        isRequired = field?.required ?? false
        separator = column.type.hasSuffix("[]") ? field?.separator ?? "," : nil
        kind = field?.type == .geo_shape ? .json : Self.kind(of: column.type.replacing("[]", with: ""))
    }

    /// The columns of a version, in order.
    static func all(_ made: MadeFiles, _ sheet: Sheet) -> [DescribedField] {
        let fields = Dictionary(sheet.fields.map { ($0.name, $0) }) { first, _ in first }
        return made.columns.map { DescribedField($0, fields[$0.name]) }
    }

    private static func kind(of type: String) -> Kind {
        switch type {
        case "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT", "UBIGINT", "UINTEGER": .whole
        case "DOUBLE", "FLOAT": .real
        case "BOOLEAN": .boolean
        case "DATE": .date
        case "TIMESTAMP": .moment
        default: type.hasPrefix("DECIMAL") ? .decimal : type.hasPrefix("STRUCT") ? .point : .text
        }
    }
}
