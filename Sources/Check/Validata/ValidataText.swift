internal import Foundation
internal import Territory

/// What Validata calls a finding, and what it says of it: the French texts that portals show.
struct ValidataText {
    let name: String
    let message: String
    /// The technical detail, in English.
    let note: String

    /// - Parameters:
    ///   - field: what the schema says of the finding's field.
    ///   - code: Validata's.
    init(_ finding: Finding, code: String, field: FieldDescriptor?, what: Bilingual) {
        let sentence = what.french
        switch code {
        case "type-error":
            let (name, message) = TypeText.of(finding.value ?? "", field)
            self.init(name: name, message: message, note: "type is \"\(field?.type ?? "any")/\(field?.format ?? "default")\"")
        case "constraint-error":
            self.init(constraint: finding, field, sentence)
        case "missing-required-header":
            let message = "La colonne obligatoire `\(finding.field ?? "")` est manquante."
            self.init(name: "Colonne obligatoire manquante", message: message, note: message)
        case "blank-row":
            self.init(name: "Ligne vide", message: "Les lignes vides doivent être retirées de la table.", note: "")
        case "extra-cell":
            self.init(
                name: "Valeur surnuméraire",
                message: "Le nombre de cellules de cette ligne excède le nombre de colonnes défini dans le schéma.", note: "")
        default:
            self.init(name: Self.names[code] ?? code, message: sentence, note: finding.detail ?? "")
        }
    }

    private init(name: String, message: String, note: String) {
        self.name = name
        self.message = message
        self.note = note
    }

    private init(constraint finding: Finding, _ field: FieldDescriptor?, _ sentence: String) {
        let constraint = SchemaRegistry.constraints.first { $0.kind.code == finding.code }?.name ?? ""
        let rule = field?.constraints[constraint] ?? .null
        let note = "constraint \"\(constraint)\" is \"\(rule.python)\""
        let count = finding.value?.unicodeScalars.count ?? 0, bound = rule.written ?? ""
        switch constraint {
        case "required": self.init(name: "Cellule vide", message: "Une valeur doit être renseignée.", note: note)
        case "minLength":
            let message = "Le texte attendu doit comporter au moins \(bound) caractère(s) (au lieu de \(count) actuellement)."
            self.init(name: "Valeur trop courte", message: message, note: note)
        case "maxLength":
            let message =
                "Le texte attendu ne doit pas comporter plus de \(bound) caractère(s) (au lieu de \(count) actuellement)."
            self.init(name: "Valeur trop longue", message: message, note: note)
        case "minimum":
            self.init(
                name: "Valeur trop petite", message: "La valeur attendue doit être au moins égale à \(bound).", note: note)
        case "maximum":
            self.init(
                name: "Valeur trop grande", message: "La valeur attendue doit être au plus égale à \(bound).", note: note)
        case "pattern": self.init(name: "Format incorrect", message: Self.pattern(field), note: note)
        case "enum": self.init(name: "Valeur incorrecte", message: Self.listed(rule.list ?? []), note: note)
        default: self.init(name: "Contrainte non respectée", message: sentence, note: note)
        }
    }

    private static func pattern(_ field: FieldDescriptor?) -> String {
        let example = field?.example.flatMap(\.written).map { "## Exemple(s) valide(s)\n\($0)\n" }
        let parts = [field?.description.map { "\($0)\n" }, example].compactMap { $0 }
        return parts.isEmpty ? "*Aucune description ni exemple à afficher.*" : parts.joined(separator: "\n")
    }

    private static func listed(_ values: [JSONValue]) -> String {
        let texts = values.map { $0.written ?? $0.json }
        if texts.count == 1 { return "L'unique valeur autorisée est : \(texts[0])." }
        return "Les seules valeurs autorisées sont :\n" + texts.map { "- \($0)" }.joined(separator: "\n")
    }

    private static let names = [
        "missing-cell": "Missing Cell", "primary-key-error": "PrimaryKey Error", "foreign-key-error": "ForeignKey Error",
        "unique-error": "Unique Error", "schema-error": "Schema Error", "field-error": "Field Error",
        "general-error": "General Error", "check-error": "Check Error", "blank-label": "Blank Label",
        "incorrect-label": "Incorrect Label", "french-siret-value": "Numéro SIRET invalide",
        "french-siren-value": "Numéro SIREN invalide", "nomenclature-actes-value": "Actes de nomenclature",
        "compare-columns-value": "Comparaison de colonnes", "cohesive-columns-value": "Cohérence entre colonnes",
        "sum-columns-value": "Somme de colonnes", "one-of-required": "Une des deux colonnes requises",
        "year-interval-value": "Année ou intervalle d'années", "opening-hours-value": "Horaires d'ouverture incorrects",
        "phone-number-value": "Numéro de téléphone invalide", "french-gps-coordinates": "Coordonnées GPS invalides",
        "reversed-french-gps-coordinates": "Coordonnées GPS inversées",
    ]
}

extension JSONValue {
    /// As Python writes it.
    var python: String {
        switch self {
        case .null: "None"
        case .boolean(let value): value ? "True" : "False"
        case .integer, .number, .text: written ?? ""
        case .list(let items): "[" + items.map { $0.text.map { "'\($0)'" } ?? $0.python }.joined(separator: ", ") + "]"
        case .object: json
        }
    }
}
