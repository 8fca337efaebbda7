package import Territory

/// What a column holds, as far as its values and its title tell.
package enum ColumnType: String, Sendable, Hashable, Codable, CaseIterable {
    case empty, text, boolean, integer, number, amount, percent, year, date, datetime
    /// Digits that are no quantity: a number of a file, an account, a function.
    case code
    case siret, siren, rna, insee, postcode
    case telephone, email, url, nir, point

    /// The word for it.
    package var word: Bilingual {
        switch self {
        case .empty: Bilingual(fr: "vide", en: "empty")
        case .text: Bilingual(fr: "texte", en: "text")
        case .boolean: Bilingual(fr: "oui ou non", en: "yes or no")
        case .integer: Bilingual(fr: "nombre entier", en: "whole number")
        case .number: Bilingual(fr: "nombre", en: "number")
        case .amount: Bilingual(fr: "montant", en: "amount")
        case .percent: Bilingual(fr: "pourcentage", en: "percentage")
        case .year: Bilingual(fr: "année", en: "year")
        case .date: Bilingual(fr: "date", en: "date")
        case .datetime: Bilingual(fr: "date et heure", en: "date and time")
        case .code: Bilingual("code")
        case .siret: Bilingual("SIRET")
        case .siren: Bilingual("SIREN")
        case .rna: Bilingual("RNA")
        case .insee: Bilingual(fr: "code INSEE", en: "INSEE code")
        case .postcode: Bilingual(fr: "code postal", en: "postcode")
        case .telephone: Bilingual(fr: "téléphone", en: "telephone")
        case .email: Bilingual(fr: "courriel", en: "e-mail")
        case .url: Bilingual(fr: "adresse web", en: "web address")
        case .nir: Bilingual(fr: "numéro de sécurité sociale", en: "social security number")
        case .point: Bilingual(fr: "point géographique", en: "geographic point")
        }
    }

    /// Whether its values have an order worth a range: numbers and dates.
    var isMeasured: Bool { isNumber || isDate }
    var isNumber: Bool { [.integer, .number, .amount, .percent].contains(self) }
    var isDate: Bool { [.date, .datetime].contains(self) }

    /// Whether its values name something: never to be summed, never to lose a zero.
    var isCode: Bool { [.code, .siret, .siren, .rna, .insee, .postcode].contains(self) }

    /// The type of the field that stores it.
    var field: FieldType {
        switch self {
        case .integer, .year: .int
        case .number, .amount, .percent: .double
        case .boolean: .boolean
        case .date: .date
        case .datetime: .datetime
        case .point: .geo_point_2d
        default: .text
        }
    }

    /// How the step `parse` reads it; nothing when it stays text.
    var reading: String? {
        switch self {
        case .integer, .year: "integer"
        case .number: "number"
        case .amount: "amount"
        case .percent: "percent"
        case .boolean: "boolean"
        case .date: "date"
        case .datetime: "datetime"
        default: nil
        }
    }
}
