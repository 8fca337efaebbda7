/// How a schema is named: `scdl/subventions`, `scdl/subventions@2.1.1`.
package struct SchemaReference: Sendable, Hashable {
    package let name: String
    /// Without a `v` before it; nil for the last one.
    package let version: String?

    /// Nil for what is no such name: an address, a path with an extension, `..`.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts[0].wholeMatch(of: #/[A-Za-z0-9][\w.\-]*(?:\/[A-Za-z0-9][\w.\-]*)?/#) != nil, !parts[0].hasSuffix(".json"),
            parts.count == 1 || parts[1].wholeMatch(of: #/v?[0-9A-Za-z][\w.\-]*/#) != nil
        else { return nil }
        name = parts[0]
        version = parts.count == 1 ? nil : Self.bare(parts[1])
    }

    /// A version as catalogues compare it: `v1.2` is `1.2`.
    package static func bare(_ version: String) -> String {
        version.wholeMatch(of: #/v(?=\d).*/#) == nil ? version : String(version.dropFirst())
    }
}
