package import Territory

/// Addresses of the lists that European catalogues use (DCAT-AP 3.0.1, Publications Office of the EU).
package enum Vocabularies {
    private static let authority = "http://publications.europa.eu/resource/authority/"

    package static func frequency(_ frequency: Frequency) -> String { "\(authority)frequency/\(frequency.authorityCode)" }
    package static func topic(_ topic: Topic) -> String { "\(authority)data-theme/\(topic.authorityCode)" }
    package static func access(_ access: Access) -> String { "\(authority)access-right/\(access.authorityCode)" }
    package static func fileType(_ form: FileForm) -> String { "\(authority)file-type/\(form.authorityCode)" }
    package static func language(_ language: Language) -> String { "\(authority)language/\(language == .french ? "FRA" : "ENG")" }
    package static func highValue(_ category: HighValue) -> String { "http://data.europa.eu/bna/\(category.authorityCode)" }
    /// A file that will stay where it is.
    package static let stable = "\(authority)planned-availability/STABLE"
    /// Implementing Regulation (EU) 2023/138 on high-value datasets.
    package static let highValueLaw = "http://data.europa.eu/eli/reg_impl/2023/138/oj"

    /// The address of a piece of France, where INSEE gives it one.
    package static func place(_ coverage: Coverage) -> String? {
        guard let code = coverage.code else { return nil }
        switch coverage.level {
        case .commune: return "http://id.insee.fr/geo/commune/\(code)"
        case .epci: return "http://id.insee.fr/geo/intercommunalite/\(code)"
        case .departement: return "http://id.insee.fr/geo/departement/\(code)"
        case .region: return "http://id.insee.fr/geo/region/\(code)"
        default: return nil
        }
    }
}
