/// Where versions are kept. A town starts with a local catalogue and folder; a metropolis writes PostgreSQL and S3 addresses.
package struct LakeDeclaration: Sendable, Hashable {
    /// A file of the territory, or `postgres://host:port/database`.
    package let catalogue: String
    /// A folder, or `s3://bucket/prefix`.
    package let data: String
    /// Who opens a PostgreSQL catalogue.
    package let user: String?
    package let password: Secret?
    package let s3: S3Declaration?
    /// How long past versions are kept; nothing means for ever.
    package let keep: Horizon?

    /// Access to S3 storage; what is absent is left to the engine.
    package struct S3Declaration: Sendable, Hashable {
        package let endpoint: String?
        package let region: String?
        package let key: PlainOrSecret?
        package let secret: Secret?
        package let ssl: Bool

        package init(endpoint: String?, region: String?, key: PlainOrSecret?, secret: Secret?, ssl: Bool = true) {
            self.endpoint = endpoint
            self.region = region
            self.key = key
            self.secret = secret
            self.ssl = ssl
        }
    }

    /// The catalogue of a town that declares none.
    package static let defaultCatalogue = "lake/catalogue.ducklake"
    /// The folder of a town that declares none.
    package static let defaultData = "lake/data"

    package init(
        catalogue: String = defaultCatalogue, data: String = defaultData, user: String? = nil, password: Secret? = nil,
        s3: S3Declaration? = nil, keep: Horizon? = nil
    ) {
        self.catalogue = catalogue
        self.data = data
        self.user = user
        self.password = password
        self.s3 = s3
        self.keep = keep
    }

    /// From a value whose shape was checked; absent keys take their defaults.
    init(_ value: Value?) {
        let storage = value?["s3"].map { s3 in
            S3Declaration(
                endpoint: s3["endpoint"]?.text, region: s3["region"]?.text, key: s3["key"].flatMap { PlainOrSecret($0) },
                secret: s3["secret"].flatMap { Secret($0) }, ssl: s3["ssl"]?.boolean ?? true)
        }
        self.init(
            catalogue: value?["catalogue"]?.text ?? Self.defaultCatalogue, data: value?["data"]?.text ?? Self.defaultData,
            user: value?["user"]?.text, password: value?["password"].flatMap { Secret($0) }, s3: storage,
            keep: value?["keep"]?.text.flatMap { Horizon($0) })
    }

    /// The PostgreSQL server of the catalogue, when it is on one.
    package var server: CatalogueServer? { CatalogueServer(catalogue) }

    /// Whether the data is in S3 storage.
    package var isRemote: Bool { data.hasPrefix("s3://") }
}
