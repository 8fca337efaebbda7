internal import Foundation

/// What Validata says of a value that its type refuses.
enum TypeText {
    /// The name and the message.
    static func of(_ value: String, _ field: FieldDescriptor?) -> (name: String, message: String) {
        switch field?.type {
        case "date": ("Format de date incorrect", date(value))
        case "year": ("Format d'année incorrect", "L'année doit être composée de 4 chiffres.")
        case "number": ("Format de nombre incorrect", number(value))
        case "integer": ("Format entier incorrect", "La valeur doit être un nombre entier.")
        case "string": ("Format de chaîne incorrect", text(field?.format))
        case "boolean": ("Valeur booléenne incorrecte", boolean(field))
        default: ("Type Error", "Type error: type is \"\(field?.type ?? "any")/\(field?.format ?? "default")\"")
        }
    }

    private static func date(_ value: String) -> String {
        if let found = value.wholeMatch(of: #/([0-3]\d)/([0-1]\d)/([12]\d{3})/#) {
            return "La forme attendue est '\(found.3)-\(found.2)-\(found.1)'."
        }
        if let found = value.firstMatch(of: #/^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d/#) {
            return "La forme attendue est '\(found.1)'."
        }
        return "La date doit être écrite sous la forme `aaaa-mm-jj`."
    }

    private static func number(_ value: String) -> String {
        guard value.contains(",") else {
            return "La valeur ne doit comporter que des chiffres et le point comme séparateur décimal."
        }
        return "Le séparateur décimal à utiliser est le point («&#160;\(value.replacing(",", with: "."))&#160;»)."
    }

    private static func text(_ format: String?) -> String {
        switch format {
        case "uri": "La valeur doit être une adresse de site ou de page internet (URL)."
        case "email": "La valeur doit être une adresse email."
        case "binary": "La valeur doit être une chaîne encodée en base64."
        case "uuid": "La valeur doit être un UUID."
        default: "La valeur doit être une chaîne de caractères."
        }
    }

    private static func boolean(_ field: FieldDescriptor?) -> String {
        let yes = field?.properties["trueValues"]?.texts ?? ["true"], no = field?.properties["falseValues"]?.texts ?? ["false"]
        return "Les valeurs acceptées sont \(listed(yes)) (vrai) et \(listed(no)) (faux)."
    }

    private static func listed(_ words: [String]) -> String {
        let quoted = words.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " et " + last
    }
}
