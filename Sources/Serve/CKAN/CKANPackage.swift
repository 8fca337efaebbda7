internal import Foundation
internal import Query
internal import Territory

/// A dataset as CKAN's package: made from its sheet in the catalogue.
struct CKANPackage: Sendable {
    private let sheet: JSON
    private let territory: Territory
    private let ask: Ask

    init(_ sheet: String, _ territory: Territory, _ ask: Ask) {
        self.sheet = JSON(reading: sheet) ?? .null
        self.territory = territory
        self.ask = ask
    }

    private var name: String { sheet["dataset_id"].text ?? "" }
    private var metas: JSON { sheet["metas"]["default"] }
    /// Without its zone, which is always UTC.
    private var time: JSON { JSON(metas["modified"].text.map { $0.replacing("+00:00", with: "") }) }

    var json: JSON {
        let resources = self.resources, tags = metas["keyword"].items.compactMap(\.text)
        let organization = CKANOrganization(territory)
        return .members([
            "author": .text(territory.name), "author_email": .null, "creator_user_id": .null, "id": .text(name),
            "isopen": true, "license_id": .text(licence), "license_title": metas["license"], "license_url": metas["license_url"],
            "maintainer": .null, "maintainer_email": .null, "metadata_created": time, "metadata_modified": time,
            "name": .text(name), "notes": metas["description"], "num_resources": .integer(resources.count),
            "num_tags": .integer(tags.count), "organization": organization.json, "owner_org": .text(organization.name),
            "private": .boolean(sheet["visibility"].text == "restricted"), "state": "active", "title": metas["title"],
            "type": "dataset", "url": .text(ask.link(Explore.path(name))), "version": .null,
            "extras": .list(extras), "groups": .list(metas["theme"].items.compactMap(\.text).map(CKANOrganization.group)),
            "resources": .list(resources), "tags": .list(tags.map(CKANOrganization.tag)), "relationships_as_subject": .list([]),
            "relationships_as_object": .list([]),
        ])
    }

    private var licence: String { territory.dataset(name)?.licence ?? territory.licence }

    /// What has no place of its own in a package.
    private var extras: [JSON] {
        [("language", metas["language"].text), ("frequency", metas["update_frequency"].text)].compactMap { key, value in
            value.map { .members(["key": .text(key), "value": .text($0)]) }
        }
    }

    /// The table itself, then the dataset in each format.
    var resources: [JSON] {
        let isGeographic = sheet["fields"].items.contains { ["geo_point_2d", "geo_shape"].contains($0["type"].text ?? "") }
        let others = ["json", "xlsx", "parquet"] + (isGeographic ? ["geojson"] : [])
        return [resource(name, "csv", 0)] + others.enumerated().map { resource("\(name).\($1)", $1, $0 + 1) }
    }

    /// The resource of an identifier.
    func resource(_ identifier: String) -> JSON? { resources.first { $0["id"].text == identifier } }

    private func resource(_ identifier: String, _ format: String, _ position: Int) -> JSON {
        let form = ExportForms.all.first { $0.name == format }
        return .members([
            "cache_last_updated": .null, "cache_url": .null, "created": time, "datastore_active": .boolean(position == 0),
            "description": metas["description"], "format": .text(format.uppercased()), "hash": "", "id": .text(identifier),
            "last_modified": time, "metadata_modified": time, "mimetype": JSON(form.map { String($0.type.prefix { $0 != ";" }) }),
            "mimetype_inner": .null, "name": .text("\(metas["title"].text ?? name) (\(format.uppercased()))"),
            "package_id": .text(name), "position": .integer(position), "resource_type": .null, "size": .null, "state": "active",
            "url": .text(ask.link(Explore.path(name, "exports/\(format)"))), "url_type": .null,
        ])
    }
}

/// The town, as the one organization of its portal; a theme as a group; a keyword as a tag.
struct CKANOrganization: Sendable {
    let name: String
    let title: String

    init(_ territory: Territory) {
        title = territory.name
        name = Self.slug(territory.name)
    }

    var json: JSON {
        .members([
            "id": .text(name), "name": .text(name), "title": .text(title), "type": "organization", "description": "",
            "image_url": "",
            "is_organization": true, "approval_status": "approved", "state": "active",
        ])
    }

    static func group(_ theme: String) -> JSON {
        .members([
            "description": "", "display_name": .text(theme), "id": .text(slug(theme)), "image_display_url": "",
            "name": .text(slug(theme)), "title": .text(theme),
        ])
    }

    static func tag(_ word: String) -> JSON {
        .members([
            "display_name": .text(word), "id": .text(slug(word)), "name": .text(word), "state": "active", "vocabulary_id": .null,
        ])
    }

    /// Lower case letters and digits, hyphens between.
    static func slug(_ text: String) -> String {
        let plain = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
        let words = plain.filter { !$0.properties.isDiacritic && $0.properties.canonicalCombiningClass == .notReordered }
            .split { !(("a"..."z").contains($0) || ("0"..."9").contains($0)) }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    }
}
