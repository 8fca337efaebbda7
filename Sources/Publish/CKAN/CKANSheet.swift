internal import Foundation
internal import Territory

/// A sheet in CKAN's words: fields of a dataset, tags, extras.
struct CKANSheet: Sendable {
    private let sheet: Sheet
    private let language: Language

    init(_ sheet: Sheet) {
        self.sheet = sheet
        language = sheet.language
    }

    /// What `fields:` may put into a field of the portal's own.
    static let words = [
        "access", "contact", "coverage", "coverage-code", "email", "frequency", "from", "id", "issued", "language", "licence",
        "modified",
        "page", "producer", "producer-siret", "publisher", "publisher-siret", "schema", "theme", "to", "topic", "version",
    ]

    func word(_ name: String) -> String? {
        switch name {
        case "access": sheet.access.rawValue
        case "contact": sheet.contact?.name
        case "coverage": sheet.coverage?.name
        case "coverage-code": sheet.coverage?.code
        case "email": sheet.contact?.email
        case "frequency": sheet.frequency?.rawValue
        case "from": sheet.period?.from
        case "id": sheet.id
        case "issued": sheet.issued
        case "language": sheet.language.rawValue
        case "licence": sheet.licence.name
        case "modified": sheet.modified
        case "page": sheet.page
        case "producer": sheet.producer.name
        case "producer-siret": sheet.producer.siret
        case "publisher": sheet.publisher.name
        case "publisher-siret": sheet.publisher.siret
        case "schema": sheet.schema?.name
        case "theme": sheet.theme
        case "to": sheet.period?.to
        case "topic": sheet.topic?.rawValue
        case "version": String(sheet.version)
        default: nil
        }
    }

    /// CKAN's own fields; what we have nothing to say of is not among them.
    var fields: [String: String] {
        let values: [String: String?] = [
            "title": sheet.title.text(in: language), "notes": sheet.description?.text(in: language), "url": sheet.page,
            "version": String(sheet.version), "author": sheet.producer.name, "maintainer": sheet.contact?.name,
            "maintainer_email": sheet.contact?.email,
        ]
        // CKAN trims what it is given.
        return values.compactMapValues { $0?.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.value.isEmpty }
    }

    /// Keywords as CKAN accepts them: letters, digits, spaces, `-_.`, 2 to 100 of them.
    var tags: [String] {
        let words = (sheet.keywords + [sheet.theme].compactMap { $0 }).map { word in
            let plain = word.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : " " }
            return String(plain).split(separator: " ").joined(separator: " ")
        }
        var seen: Set<String> = []
        return words.filter { (2...100).contains($0.count) && seen.insert($0).inserted }
    }

    /// Extras, under the names that ckanext-dcat and ckanext-spatial read.
    var extras: [String: String] {
        let values: [String: String?] = [
            Own.dataset: sheet.id, "identifier": sheet.id, "issued": sheet.issued, "modified": sheet.modified,
            "language": Vocabularies.language(language), "frequency": sheet.frequency.map(Vocabularies.frequency),
            "theme": sheet.topic.map { Self.list(Vocabularies.topic($0)) },
            "conforms_to": sheet.schema.map { Self.list($0.address) }, "access_rights": Vocabularies.access(sheet.access),
            "spatial_text": sheet.coverage?.name, "spatial_uri": sheet.coverage.flatMap(Vocabularies.place),
            "spatial": sheet.coverage?.box.map(Self.polygon), "temporal_start": sheet.period?.from,
            "temporal_end": sheet.period?.to, "publisher_name": sheet.publisher.name, "contact_name": sheet.contact?.name,
            "contact_email": sheet.contact?.email, "hvd_category": sheet.highValue.map { Self.list(Vocabularies.highValue($0)) },
            "applicable_legislation": sheet.highValue.map { _ in Self.list(Vocabularies.highValueLaw) },
        ]
        return values.compactMapValues { $0 }
    }

    private static func list(_ item: String) -> String { String(decoding: JSON.list([.text(item)]).bytes, as: UTF8.self) }

    /// A box as GeoJSON text, for the search on a map.
    private static func polygon(_ box: [Double]) -> String {
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)].map { JSON.list([.number(box[$0.0]), .number(box[$0.1])]) }
        return String(decoding: JSON.object(["type": "Polygon", "coordinates": .list([.list(corners)])]).bytes, as: UTF8.self)
    }

    /// The licence's identifier on a portal: by its names, else by title, else by address, else as the town writes it.
    func licence(among known: [CKANAbout.Licence]) -> (id: String, isKnown: Bool) {
        let licence = sheet.licence
        let ids = Set(known.map(\.id))
        if let id = licence.aliases.first(where: { ids.contains($0) }) { return (id, true) }
        let found =
            known.first { Self.plain($0.title) == Self.plain(licence.title) }
            ?? known.first { !$0.address.isEmpty && Self.bare($0.address) == licence.address.map(Self.bare) }
        return found.map { ($0.id, true) } ?? (licence.name, false)
    }

    private static func plain(_ title: String) -> String { title.plainLetters }

    private static func bare(_ address: String) -> String {
        address.replacing("https://", with: "").replacing("http://", with: "").trimmingCharacters(in: ["/"])
    }
}
