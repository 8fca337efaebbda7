internal import Territory

/// A rule about the titles of a table. One rule is one file and one line in `SchemaRegistry.headerRules`.
protocol HeaderRule: Sendable {
    static var kinds: [FindingKind] { get }

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding]
}
