internal import Portal
internal import Query
internal import Territory

/// The OGC APIs under `/ogc`: Features (Parts 1, 2 and 3), Tiles and Records, over the same plans as every other interface. A new
/// resource is a file and a line here.
enum OGC {
    static let root = "ogc"

    /// Features answered at once: the standard's default, and ours at most.
    static let page = 10
    static let mostFeatures = 10_000

    static let resources: [any OGCResource] = [
        LandingResource(), ConformanceResource(), DescriptionResource(), CollectionsResource(), CatalogueResource(),
        RecordsResource(), RecordResource(), CollectionResource(),
        QueryablesResource(), ItemsResource(), ItemResource(), TilesetsResource(), TilesetResource(), TileMatrixSetsResource(),
        TileMatrixSetResource(),
    ]

    static func endpoints(_ territory: Territory) -> [any Endpoint] {
        PageRoot.all(of: territory).flatMap { root in
            resources.map { OGCEndpoint(resource: $0, root: root) as any Endpoint }
        } + [TileEndpoint()]
    }

    /// The address of a collection or of a part of it.
    static func path(_ collection: String, _ part: String = "") -> String {
        "\(root)/collections/\(AddressText.encoded(collection))\(part.isEmpty ? "" : "/" + part)"
    }

    /// The classes that are kept (specification of each: `http://www.opengis.net/spec/…`).
    static let conformance: [String] = {
        let classes: KeyValuePairs<String, [String]> = [
            "ogcapi-common-1/1.0": ["core", "landing-page", "json", "html", "oas30"], "ogcapi-common-2/1.0": ["collections"],
            "ogcapi-features-1/1.0": ["core", "geojson", "html", "oas30"], "ogcapi-features-2/1.0": ["crs"],
            "ogcapi-features-3/1.0": ["queryables", "queryables-query-parameters", "filter", "features-filter"],
            "ogcapi-tiles-1/1.0": ["core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "json"],
            "ogcapi-records-1/1.0": [
                "record-core", "record-collection", "record-api", "record-core-query-parameters", "json", "html",
            ],
            "cql2/1.0": [
                "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison",
                "accent-insensitive-comparison", "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions",
                "temporal-functions", "array-functions", "property-property", "arithmetic",
            ],
        ]
        return classes.flatMap { specification, names in
            names.map { "http://www.opengis.net/spec/\(specification)/conf/\($0)" }
        }
    }()
}

/// A link of a resource, as every part of the standard writes them.
struct OGCLink: Sendable {
    let relation: String
    let address: String
    let type: String
    let title: Bilingual
    var isTemplate = false

    init(_ relation: String, _ address: String, _ type: String, _ title: Bilingual, isTemplate: Bool = false) {
        self.relation = relation
        self.address = address
        self.type = type
        self.title = title
        self.isTemplate = isTemplate
    }

    func json(_ language: Language) -> JSON {
        var members = [
            JSON.Member(name: "rel", value: .text(relation)), JSON.Member(name: "href", value: .text(address)),
            JSON.Member(name: "type", value: .text(type)), JSON.Member(name: "title", value: .text(title.text(in: language))),
        ]
        if isTemplate { members.append(JSON.Member(name: "templated", value: true)) }
        return .object(members)
    }
}
