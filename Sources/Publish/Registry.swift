package import Territory

/// Every kind of destination: one file, one line.
package let destinations: [any Destination.Type] = [
    FolderDestination.self, S3Destination.self, CKANDestination.self, UdataDestination.self,
]

/// Opens a declared destination.
package func destination(_ declaration: DestinationDeclaration, in territory: Territory) throws -> any Destination {
    guard let kind = destinations.first(where: { $0.spec.name == declaration.type }) else {
        preconditionFailure("a declared destination is of a registered kind")
    }
    return try kind.init(declaration, in: territory)
}
