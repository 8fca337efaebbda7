package import Foundation
package import Territory

/// The accounts of a territory: `access/accounts.json`, readable by its owner alone. It holds hashes, not passwords.
package struct AccountFile: Sendable {
    private let stored: PrivateFile

    package init(_ territory: Territory) {
        stored = PrivateFile(file: territory.folder.appending(path: "access/accounts.json"))
    }

    /// Every account, revoked ones too, in the order they were made.
    package func accounts() throws -> [Account] {
        guard FileManager.default.fileExists(atPath: stored.file.path) else { return [] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode([Account].self, from: Data(contentsOf: stored.file))
        } catch {
            throw AccountFault(.unreadable, subject: stored.file.path, reason: "\(error)")
        }
    }

    /// Adds an account; one that was revoked may be made anew.
    /// - Throws: `workshop.account-exists`.
    package func add(_ account: Account) throws {
        var accounts = try accounts()
        guard !accounts.contains(where: { $0.name == account.name && $0.isActive }) else {
            throw AccountFault(.exists, subject: account.name)
        }
        accounts.removeAll { $0.name == account.name }
        try write(accounts + [account])
    }

    /// Gives an account another role.
    package func change(_ name: String, to role: AccountRole) throws -> Account { try change(name) { $0.role = role } }

    /// Gives an account another password.
    package func change(_ name: String, password: String, cost: PasswordHash.Cost = .recommended) throws -> Account {
        try change(name) { $0.password = try Account.hash(password, of: $0.name, cost) }
    }

    /// Takes an account back.
    package func revoke(_ name: String, at moment: Date) throws -> Account { try change(name) { $0.revoked = moment } }

    var stamp: String { stored.stamp }

    private func change(_ name: String, _ change: (inout Account) throws -> Void) throws -> Account {
        var accounts = try accounts()
        guard let index = accounts.firstIndex(where: { $0.name == Account.plain(name) && $0.isActive }) else {
            throw AccountFault(.unknown, subject: name)
        }
        try change(&accounts[index])
        try write(accounts)
        return accounts[index]
    }

    private func write(_ accounts: [Account]) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        do {
            try stored.write(try encoder.encode(accounts))
        } catch {
            throw AccountFault(.notWritten, subject: stored.file.path, reason: error.localizedDescription)
        }
    }
}
