internal import Foundation
package import Territory

/// The town's catalogue in the national form: SCDL « catalogue » 0.1.3, one row for each published dataset, twenty columns.
package struct SCDLCatalogue: Sendable {
    /// A dataset of the catalogue.
    package struct Entry: Sendable {
        package let sheet: Sheet
        package let formats: [FileFormat]

        package init(_ sheet: Sheet, formats: [FileFormat]) {
            self.sheet = sheet
            self.formats = formats
        }
    }

    private let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    private static let columns = [
        "COLL_NOM", "COLL_SIRET", "ID", "TITRE", "DESCRIPTION", "THEME", "PRODUCTEUR_NOM", "PRODUCTEUR_SIRET", "COUV_SPAT_MAILLE",
        "COUV_SPAT_NOM", "COUV_TEMP_DEBUT", "COUV_TEMP_FIN", "DATE_PUBL", "FREQ_MAJ", "DATE_MAJ", "MOTS_CLES", "LICENCE",
        "NOMBRE_RESSOURCES", "FORMAT_RESSOURCES", "URL",
    ]

    /// RFC 4180, UTF-8. What a sheet does not say is empty: a check of the catalogue says so.
    package var csv: String {
        ([Self.columns] + entries.map(Self.row)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func row(_ entry: Entry) -> [String] {
        let sheet = entry.sheet, changed = String(sheet.modified.prefix(10))
        return [
            sheet.publisher.name, sheet.publisher.siret ?? "", sheet.id, sheet.title.french, sheet.description?.french ?? "",
            sheet.theme ?? "", sheet.producer.name, sheet.producer.siret ?? "", sheet.coverage.map { level($0.level) } ?? "",
            sheet.coverage?.name ?? "", sheet.period?.from ?? "", sheet.period.map { $0.to ?? changed } ?? "", sheet.issued,
            frequency(sheet.frequency), changed, sheet.keywords.joined(separator: ";"), sheet.licence.scdl,
            String(entry.formats.count), entry.formats.map(\.rawValue).joined(separator: ";"), sheet.page ?? "",
        ]
    }

    private static func cell(_ text: String) -> String {
        // Scalar by scalar: to Swift, CRLF is one character.
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func level(_ level: Coverage.Level) -> String {
        switch level {
        case .infracommunal: "Infracommunale"
        case .commune: "Communale"
        case .epci: "Intercommunale"
        case .canton: "Cantonale"
        case .departement: "Départementale"
        case .region: "Régionale"
        case .country, .other: "Autre"
        }
    }

    private static func frequency(_ frequency: Frequency?) -> String {
        switch frequency {
        case nil, .unknown: "Inconnue"
        case .continuous: "Continuelle"
        case .hourly: "Toutes les heures"
        case .daily: "Quotidienne ou plusieurs fois par jour"
        case .weekly: "Hebdomadaire ou plusieurs fois par semaine"
        case .biweekly, .monthly: "Mensuelle ou plusieurs fois par mois"
        case .bimonthly: "Bimestrielle"
        case .quarterly: "Trimestrielle"
        case .biannual: "Semestrielle"
        case .annual: "Annuelle"
        case .biennial: "Biennale"
        case .triennial: "Triennale"
        case .irregular: "Irrégulière"
        case .never: "Ponctuelle"
        }
    }
}
