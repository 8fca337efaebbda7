package import Territory

/// The connectors, in alphabetical order. A new one takes its line here.
package let connectors: [any Connector.Type] = [
    FileConnector.self,
    HttpConnector.self,
    TotemConnector.self,
]

/// Makes the connector that a declaration names. The territory has refused unknown names before.
package func connector(
    for source: SourceDeclaration, in folder: Confinement, opening keyring: Keyring
) throws -> any Connector {
    guard let type = connectors.first(where: { $0.spec.name == source.connector }) else {
        preconditionFailure("no connector is named \(source.connector)")
    }
    return try type.init(source, in: folder, opening: keyring)
}
