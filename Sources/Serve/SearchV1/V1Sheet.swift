/// The sheet of a dataset as the v1 API writes it, made from that of the Explore API.
struct V1Sheet: Sendable {
    private let sheet: JSON

    init(_ text: String) { sheet = JSON(reading: text) ?? .null }

    /// - Parameter domain: the portal's name, which widgets read.
    func json(domain: String) -> JSON {
        .members([
            "datasetid": sheet["dataset_id"], "metas": metas(domain), "has_records": sheet["has_records"],
            "data_visible": sheet["data_visible"], "features": .list(sheet["features"].items),
            "attachments": .list(sheet["attachments"].items), "alternative_exports": .list(sheet["alternative_exports"].items),
            "fields": .list(sheet["fields"].items.map(Self.field)), "extra_metas": extraMetas, "interop_metas": .object([]),
            "basic_metas": .object([]),
        ])
    }

    /// What `<ods-facets>` shows when a page names no facet.
    private var extraMetas: JSON {
        let facets = sheet["fields"].items.filter { $0["annotations"]["facet"] == .boolean(true) }.map { field in
            JSON.members([
                "field_name": field["name"], "facetsort": "-count",
                "disjunctive": .boolean(field["annotations"]["disjunctive"] == .boolean(true)),
            ])
        }
        return .members(["asset_content_configuration": .members(["facets": .list(facets)])])
    }

    private func metas(_ domain: String) -> JSON {
        let metas = sheet["metas"]["default"]
        let names = [
            "title", "description", "language", "modified", "data_processed", "metadata_processed", "publisher", "license",
            "keyword",
            "theme", "records_count", "references", "timezone", "territory", "bbox", "geometry_types",
        ]
        let known = names.map { JSON.Member(name: $0, value: metas[$0]) }
        // A list that is not there is an empty one to the pages of that time; so is a text.
        return .object(
            [JSON.Member(name: "domain", value: .text(domain)), JSON.Member(name: "visibility", value: sheet["visibility"])]
                + known.map { member in
                    ["keyword", "theme"].contains(member.name) && member.value == .null
                        ? JSON.Member(name: member.name, value: .list([])) : member
                })
    }

    /// Annotations are a list here: `{"name": "facet"}`, `{"name": "unit", "args": ["m"]}`.
    private static func field(_ field: JSON) -> JSON {
        let annotations = field["annotations"].members.map { annotation -> JSON in
            if annotation.value == .boolean(true) { return .members(["name": .text(annotation.name)]) }
            return .members(["name": .text(annotation.name), "args": .list([annotation.value])])
        }
        // Charts and cross tables ask how fine a date is, and have no answer of their own.
        let precision: [JSON] =
            ["date", "datetime"].contains(field["type"].text ?? "") && field["annotations"]["timeserie_precision"] == .null
            ? [.members(["name": "timeserie_precision", "args": .list(["day"])])] : []
        return .members([
            "name": field["name"], "label": field["label"], "type": field["type"], "description": field["description"],
            "annotations": .list(annotations + precision),
        ])
    }
}

extension Ask {
    /// The name of this server as others write it: `data.valbourg.fr`.
    var domain: String { String(base.split(separator: "/", maxSplits: 2).dropFirst().first?.prefix { $0 != "/" } ?? "") }
}
