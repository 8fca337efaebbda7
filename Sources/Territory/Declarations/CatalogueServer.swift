import Foundation

/// The parts of `postgres://host:port/database`.
package struct CatalogueServer: Sendable, Hashable {
    package let host: String
    package let port: Int
    package let database: String

    /// Nothing when the text is not such an address, or carries a user or a password.
    package init?(_ address: String) {
        guard Self.isAddress(address), let parts = URLComponents(string: address), parts.user == nil, parts.password == nil,
            parts.query == nil, let host = parts.host, !host.isEmpty
        else { return nil }
        let database = parts.path.dropFirst()
        guard !database.isEmpty, !database.contains("/") else { return nil }
        self.host = host
        port = parts.port ?? 5432
        self.database = String(database)
    }

    static func isAddress(_ text: String) -> Bool { text.hasPrefix("postgres:") || text.hasPrefix("postgresql:") }

    /// Whether someone wrote `user:password@` in the address.
    static func carriesPassword(_ text: String) -> Bool {
        text.contains(#/^postgres(ql)?:(//)?[^/@]*:[^@]*@/#) || text.contains(#/[?&]password=/#)
    }
}
