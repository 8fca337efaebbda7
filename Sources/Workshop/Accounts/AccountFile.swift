package import Foundation
package import Territory

/// The accounts of a territory: `access/accounts.json`, readable by its owner alone. It holds hashes, not passwords.
package struct AccountFile: Sendable {
    private let stored: PrivateRecords<Account>

    package init(_ territory: Territory) { stored = PrivateRecords(territory, "access/accounts.json") }

    /// Every account, revoked ones too, in the order they were made.
    package func accounts() throws -> [Account] {
        do { return try stored.all() } catch {
            throw AccountFault(.unreadable, subject: stored.path, reason: "\(error)")
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
        do { try stored.write(accounts) } catch {
            throw AccountFault(.notWritten, subject: stored.path, reason: error.localizedDescription)
        }
    }
}
