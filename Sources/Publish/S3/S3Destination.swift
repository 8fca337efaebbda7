internal import Foundation
package import Territory

/// A bucket of any storage that speaks S3, made public by whoever keeps it: an open data site without a server.
package struct S3Destination: SiteDestination {
    package let site: StaticSite

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        try self.init(declaration, in: territory, limits: PortalLimits())
    }

    init(_ declaration: DestinationDeclaration, in territory: Territory, limits: PortalLimits) throws {
        let options = declaration.options
        let key = try options["key"].flatMap { PlainOrSecret($0) }.map { try territory.keyring.open($0) } ?? ""
        let secret = try options["secret"].flatMap { Secret($0) }.map { try territory.keyring.open($0) } ?? ""
        let region = options["region"]?.text ?? "us-east-1"
        // s3://bucket/prefix
        let path = (declaration.argument.text ?? "").dropFirst("s3://".count).split(separator: "/").map(String.init)
        let endpoint = options["endpoint"]?.text ?? "https://s3.\(region).amazonaws.com"
        let bucket = Bucket(
            declaration.name, at: endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint, path,
            SignatureV4(key: key, secret: secret, region: region), limits)
        site = StaticSite(declaration, in: territory, on: BucketShelf(bucket))
    }

    package static let spec = Spec(
        name: "s3",
        summary: Bilingual(
            fr: "un stockage S3 : s3://bucket, ou s3://bucket/préfixe", en: "an S3 storage: s3://bucket, or s3://bucket/prefix"),
        argument: .matching(
            "s3://[a-z0-9][a-z0-9.-]+(/[^?# ]*)?", expected: Bilingual(fr: "s3://bucket/préfixe", en: "s3://bucket/prefix")),
        options: [
            Key(
                "endpoint",
                .matching(
                    "https?://[^ @?#/]+/?", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address")),
                summary: Bilingual(
                    fr: "l'adresse du stockage ; Amazon si elle manque", en: "the address of the storage; Amazon when absent")),
            Key(
                "region", .text, summary: Bilingual(fr: "la région du bucket", en: "the region of the bucket"),
                default: "us-east-1"),
            Key(
                "key", .oneOf([.text, .secret]), required: true,
                summary: Bilingual(fr: "l'identifiant de la clé d'accès", en: "the identifier of the access key")),
            Key("secret", .secret, required: true, summary: Bilingual(fr: "sa clé secrète", en: "its secret key")),
            StaticSite.addressKey,
        ],
        example: """
            s3: "s3://opendata/valbourg"
            endpoint: https://s3.fr-par.scw.cloud
            region: fr-par
            key: { env: S3_KEY }
            secret: { env: S3_SECRET }
            address: https://opendata.valbourg.example
            """)
}
