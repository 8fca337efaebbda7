internal import DuckDB
internal import Lake
internal import Publish
internal import Query
internal import Territory

/// What the catalogue says of a dataset, in the shape of the Explore API v2.1 (keys and order as recorded on a live portal).
struct DatasetMetadata: Sendable {
    private let dataset: Dataset
    private let copy: OpenCopy
    private let territory: Territory
    private let extent: Extent
    /// What is told of it wherever it is published.
    private let told: Sheet

    init(_ dataset: Dataset, _ copy: OpenCopy, _ territory: Territory, _ extent: Extent) {
        self.dataset = dataset
        self.copy = copy
        self.territory = territory
        self.extent = extent
        told = Sheet(
            dataset, of: territory, version: copy.copy.version, first: copy.about.committed, last: copy.about.committed)
    }

    /// The portal's first language is the catalogue's.
    private var first: Language { territory.languages.first ?? .french }
    var language: String { first.rawValue }
    var title: String { dataset.title.text(in: first) }
    var description: String? { dataset.description?.text(in: first) }
    var themes: [String] { dataset.theme.map { [$0] } ?? [] }
    var licence: String { Licence(dataset.licence ?? territory.licence).title }

    /// Who makes it: what portals in French call `publisher`.
    var producer: String { told.producer.name }
    /// The published schema that it follows, `scdl/subventions`.
    var schema: String? { told.schema?.name }

    /// What can be done with it: counted, drawn on a map, followed in time.
    var features: [String] {
        let types = copy.table.fields.map(\.type)
        return ["analyze"] + (types.contains { $0.isTemporal } ? ["timeserie"] : [])
            + (types.contains { $0.isGeographic } ? ["geo"] : [])
    }

    var json: JSON {
        .members([
            "visibility": dataset.isOpen ? "domain" : "restricted", "dataset_id": .text(dataset.name),
            "dataset_uid": .text("da_\(dataset.name)"), "has_records": true, "features": .texts(features),
            "attachments": .list([]),
            "alternative_exports": .list([]), "data_visible": true, "fields": .list(copy.table.fields.map(field)),
            "metas": .members(["dcat": dcat, "default": metas, "custom": .object([])]),
        ])
    }

    /// DCAT's own, as far as the sheet tells them.
    private var dcat: JSON {
        let values: KeyValuePairs<String, String?> = [
            "created": nil, "issued": dataset.sheet.issued, "creator": dataset.sheet.producer?.name, "contributor": nil,
            "contact_name": told.contact?.name, "contact_email": told.contact?.email,
            "accrualperiodicity": told.frequency?.rawValue, "spatial": nil, "temporal": nil, "granularity": nil,
            "dataquality": nil, "publisher_type": nil, "conforms_to": told.schema?.address,
            "temporal_coverage_start": told.period?.from, "temporal_coverage_end": told.period?.to, "accessRights": nil,
            "relation": nil,
        ]
        return .object(values.map { JSON.Member(name: $0.key, value: JSON($0.value)) })
    }

    private var metas: JSON {
        let time = JSON.text(copy.about.committed.isEmpty ? "" : Self.instant(copy.about.committed))
        let types = copy.table.fields.contains { $0.type == .geoPoint } ? JSON.texts(["Point"]) : .null
        return .members([
            "title": .text(title), "description": JSON(description), "theme": themes.isEmpty ? .null : .texts(themes),
            "keyword": dataset.keywords.isEmpty ? .null : .texts(dataset.keywords), "license": .text(licence),
            "license_url": JSON(Licence(dataset.licence ?? territory.licence).address), "language": .text(language),
            "metadata_languages": .texts(territory.languages.map(\.rawValue)), "timezone": .null, "modified": time,
            "modified_updates_on_metadata_change": false, "modified_updates_on_data_change": true, "data_processed": time,
            "metadata_processed": time, "geographic_reference": .null, "geographic_reference_auto": .null,
            "territory": .texts([territory.name]), "geometry_types": types, "bbox": extent.json,
            "publisher": .text(producer),
            "references": .null, "records_count": .integer(copy.about.rows), "attributions": .null, "source_domain": .null,
            "source_domain_title": .null, "source_domain_address": .null, "source_dataset": .null, "shared_catalog": .null,
            "federated": false, "parent_domain": .null, "update_frequency": JSON(dataset.frequency?.rawValue),
        ])
    }

    private func field(_ field: QueryField) -> JSON {
        let declared = dataset.resolvedFields.first { $0.name == field.name }
        var annotations: [JSON.Member] = []
        if field.isFacet { annotations.append(JSON.Member(name: "facet", value: true)) }
        if field.isDisjunctive { annotations.append(JSON.Member(name: "disjunctive", value: true)) }
        if !field.isMultivalued, field.isFacet || field.type.isNumber || field.type.isTemporal {
            annotations.append(JSON.Member(name: "sortable", value: true))
        }
        if field.isMultivalued { annotations.append(JSON.Member(name: "multivalued", value: .text(declared?.separator ?? ","))) }
        if let unit = declared?.unit { annotations.append(JSON.Member(name: "unit", value: .text(unit))) }
        if dataset.key == [field.name] { annotations.append(JSON.Member(name: "id", value: true)) }
        return .members([
            "name": .text(field.name), "description": JSON(declared?.description), "annotations": .object(annotations),
            "label": .text(declared?.label ?? field.name), "type": .text(field.type.exploreName),
        ])
    }

    /// `2025-03-31 08:00:00.123` as ISO 8601 with its offset, UTC.
    static func instant(_ time: String) -> String { time.replacing(" ", with: "T") + "+00:00" }
}

extension ValueType {
    /// The name of the type in the Explore API.
    var exploreName: String {
        switch self {
        case .geoPoint: "geo_point_2d"
        case .geoShape: "geo_shape"
        case .jsonBlob: "json_blob"
        default: rawValue
        }
    }
}

/// A licence by the name a town writes.
struct Licence: Sendable {
    let title: String
    let address: String?

    init(_ name: String) {
        switch name {
        case "lov2":
            title = "Licence Ouverte v2.0 (Etalab)"
            address = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
        case "odbl":
            title = "Open Database License (ODbL)"
            address = "https://opendatacommons.org/licenses/odbl/"
        default:
            title = name
            address = nil
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
}
