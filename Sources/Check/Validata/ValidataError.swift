internal import Foundation
internal import Territory

/// An error in the shape of Validata's report: absent keys are those that do not concern it.
struct ValidataError: Encodable {
    let code: String
    let name: String
    let message: String
    let note: String
    let tags: [String]
    let description: String
    let rowNumber: Int?
    let rowPosition: Int?
    let cells: [String]?
    let cell: String?
    let fieldName: String?
    let fieldNumber: Int?
    let fieldPosition: Int?
    let labels: [String]?
    let rowPositions: [Int]?

    /// - Parameters:
    ///   - labels: the titles of the file.
    ///   - cells: those of the finding's row.
    init?(_ finding: Finding, _ schema: SchemaDescriptor, labels: [String], cells: [String]?) {
        guard finding.severity == .error, let code = ValidataCodes.code(of: finding) else { return nil }
        let kind = (StorageFindings.all + SchemaFindings.all).first { $0.code == finding.code }
        let what = finding.sentence(kind?.what ?? Bilingual(""))
        let text = ValidataText(finding, code: code, field: finding.field.flatMap { schema.field($0) }, what: what)
        self.code = code
        name = text.name
        message = text.message
        note = text.note
        tags = Self.tags(code)
        description = finding.sentence(kind?.remedy ?? Bilingual("")).french
        rowPosition = finding.row
        rowNumber = finding.row.map { max(0, $0 - 1) }
        self.cells = finding.row == nil ? nil : cells
        let isHeader = finding.row == nil && !["schema-error", "field-error", "general-error", "check-error"].contains(code)
        self.labels = isHeader ? labels : nil
        rowPositions = isHeader ? [1] : nil
        let place = finding.field.flatMap { labels.firstIndex(of: $0) }.map { $0 + 1 }
        let concernsCell = finding.row != nil && (place != nil || code == "extra-cell")
        cell = concernsCell ? finding.value ?? "" : nil
        fieldName = concernsCell ? finding.field ?? "" : nil
        fieldNumber = concernsCell ? place : nil
        fieldPosition = concernsCell ? place ?? finding.detail.flatMap { Int($0) } : nil
    }

    private static func tags(_ code: String) -> [String] {
        switch code {
        case "general-error", "schema-error", "field-error", "check-error": ["#general"]
        case "missing-required-header": ["#head", "#structure"]
        case "blank-label", "incorrect-label": ["#table", "#header", "#label"]
        case "blank-row", "primary-key-error", "foreign-key-error": ["#table", "#row"]
        case "type-error", "constraint-error", "unique-error", "missing-cell", "extra-cell": ["#table", "#row", "#cell"]
        default: ["#body"]
        }
    }
}

/// What Validata says of the titles without refusing the file.
struct ValidataWarning: Encodable {
    let code: String
    let name: String
    let message: String
    let field_name: String?

    init?(_ finding: Finding) {
        let field = finding.field ?? ""
        switch finding.code {
        case StorageFindings.missingColumn.code where finding.severity == .warning:
            (code, name, message) = ("missing-header-warn", "colonne manquante", "Ajoutez la colonne manquante `\(field)`.")
        case StorageFindings.undeclaredColumn.code:
            (code, name) = ("extra-header-warn", "colonne surnuméraire")
            message = "Retirez la colonne `\(field)` non définie dans le schéma."
        case DisorderedColumns.kind.code:
            (code, name) = ("disordered-header-warn", "colonnes désordonnées")
            let order = (finding.detail ?? "").components(separatedBy: ", ").map { "'\($0)'" }.joined(separator: ", ")
            message = "Réordonnez les colonnes du fichier pour respecter le schéma : [\(order)]."
        default: return nil
        }
        field_name = finding.field
    }
}
