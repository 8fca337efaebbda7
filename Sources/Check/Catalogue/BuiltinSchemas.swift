package import Foundation

/// Descriptions of the SCDL core that come with the program: with them a file is checked where there is no network. They hold
/// what a verdict depends on, and no more; a test compares their verdicts with those of the published schemas.
package enum BuiltinSchemas {
    private static let texts = [
        "FuturoCite/standard-marches": marches,
        "scdl/budget": budget,
        "scdl/catalogue": catalogue,
        "scdl/deliberations": deliberations,
        "scdl/equipements": equipements,
        "scdl/menus-collectifs": menusCollectifs,
        "scdl/plats-menus-collectifs": platsMenusCollectifs,
        "scdl/prenoms": prenoms,
        "scdl/subventions": subventions,
    ]

    /// Their references, in order.
    package static var names: [String] { texts.keys.sorted() }

    /// The bytes of one; nil for another name.
    package static func bytes(_ name: String) -> Data? { texts[name].map { Data($0.utf8) } }

    /// One, read.
    package static func descriptor(_ name: String) -> SchemaDescriptor? {
        bytes(name).flatMap { try? SchemaDescriptor($0, file: name) }
    }
}
