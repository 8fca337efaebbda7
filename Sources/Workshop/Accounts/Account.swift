package import Foundation

/// Someone who may sign in.
package struct Account: Sendable, Hashable, Codable {
    /// In lower case: `a.martin`, or an address.
    package let name: String
    package internal(set) var role: AccountRole
    package let created: Date
    var password: PasswordHash
    /// When it was taken back; it opens nothing since.
    package internal(set) var revoked: Date?

    /// The shortest password, in characters, and the longest in bytes.
    package static let passwordLength = 12...1_024

    /// A new account.
    /// - Throws: `workshop.bad-name`, `workshop.weak-password`.
    package init(_ name: String, _ role: AccountRole, password: String, cost: PasswordHash.Cost = .recommended, at now: Date)
        throws
    {
        let plain = Self.plain(name)
        guard plain.wholeMatch(of: #/[a-z0-9][a-z0-9._@+-]{0,79}/#) != nil else { throw AccountFault(.badName, subject: name) }
        self.name = plain
        self.role = role
        self.password = try Self.hash(password, of: plain, cost)
        created = now
    }

    package var isActive: Bool { revoked == nil }

    /// The name as it is kept: case and edge spaces do not count.
    static func plain(_ name: String) -> String { name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }

    static func hash(_ password: String, of name: String, _ cost: PasswordHash.Cost) throws -> PasswordHash {
        guard password.count >= passwordLength.lowerBound, password.utf8.count <= passwordLength.upperBound,
            Set(password).count > 4, !password.lowercased().contains(name) || name.count < 3
        else { throw AccountFault(.weakPassword, subject: name) }
        return try PasswordHash(password, cost: cost)
    }
}
