internal import Foundation
internal import Territory

/// The dataset for search engines: schema.org `Dataset` as JSON-LD (<https://developers.google.com/search/docs/appearance/structured-data/dataset>).
struct DatasetDescription: Sendable {
    let exhibit: Exhibit
    let site: Site
    /// The address of the server, without a slash at its end.
    let base: String

    private struct Document: Encodable {
        let context = "https://schema.org"
        let type = "Dataset"
        let name: String
        let description: String
        let url: String
        let license: String?
        let dateModified: String
        let version: String
        let keywords: [String]
        let identifier: String
        let inLanguage = "fr"
        let isAccessibleForFree = true
        let includedInDataCatalog: Catalogue
        let creator: Creator
        let distribution: [Distribution]

        enum CodingKeys: String, CodingKey {
            case context = "@context", type = "@type"
            case name, description, url, license, dateModified, version, keywords, identifier, inLanguage, isAccessibleForFree
            case includedInDataCatalog, creator, distribution
        }
    }

    private struct Catalogue: Encodable {
        let type = "DataCatalog"
        let name: String
        let url: String
        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, url
        }
    }

    private struct Creator: Encodable {
        let type = "GovernmentOrganization"
        let name: String
        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    private struct Distribution: Encodable {
        let type = "DataDownload"
        let encodingFormat: String
        let contentUrl: String
        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case encodingFormat, contentUrl
        }
    }

    var html: HTML {
        let exports = base + "/api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/"
        let document = Document(
            name: exhibit.title(site.language), description: exhibit.summary(site.language),
            url: site.absolute(["donnees", exhibit.name], base), license: exhibit.licenceAddress,
            dateModified: String(exhibit.committed.prefix(10)), version: String(exhibit.version),
            keywords: exhibit.dataset.keywords, identifier: exhibit.name,
            includedInDataCatalog: Catalogue(name: site.name, url: site.absolute(["donnees"], base)),
            creator: Creator(name: site.name),
            distribution: [("text/csv", "csv"), ("application/json", "json"), ("application/vnd.apache.parquet", "parquet")].map {
                Distribution(encodingFormat: $0.0, contentUrl: exports + $0.1)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(document) else { return .nothing }
        // Inside a script element nothing but its end tag ends it: no `<` is left.
        let json = String(decoding: bytes, as: UTF8.self).replacing("<", with: "\\u003c")
        return .joined(["<script type=\"application/ld+json\">", HTML(stringLiteral: json), "</script>"], by: "")
    }
}
