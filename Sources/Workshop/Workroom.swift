package import Foundation
internal import Synchronization
package import Territory

/// The workshop as a server holds it: accounts, sessions, drafts, trail. Closed as long as there is no account.
package final class Workroom: Sendable {
    /// How a sign-in ends.
    package enum SignIn: Sendable {
        /// The token of the new session.
        case welcome(String, Account)
        case refused
        /// Too many have failed: seconds to wait.
        case wait(Int)
    }

    private struct State {
        var stamp: String?
        var accounts: [String: Account] = [:]
    }

    package let sessions: Sessions
    package let trail: ActionTrail
    package let deposits: DepositShelf
    /// What readers proposed.
    package let suggestions: SuggestionBox
    /// Publications come one after the other.
    package let turn = Turn()
    private let attempts = Attempts()
    private let file: AccountFile
    private let state = Mutex(State())
    private let cost: PasswordHash.Cost
    /// One password at a time: each takes 128 MB.
    private let passwords = SlowWork("lavoir.passwords", most: 12)

    /// - Parameters:
    ///   - days: after which a draft that nobody touches goes.
    ///   - cost: what a sign-in with an unknown name costs: as much as the others.
    package init(
        _ territory: Territory, days: Int, limits: Sessions.Limits = Sessions.Limits(), cost: PasswordHash.Cost = .recommended
    ) {
        file = AccountFile(territory)
        trail = ActionTrail(territory)
        deposits = DepositShelf(territory, days: days)
        sessions = Sessions(limits)
        suggestions = SuggestionBox(territory)
        self.cost = cost
    }

    /// Whether anyone may sign in.
    package var isOpen: Bool { state.withLock { $0.accounts.values.contains(where: \.isActive) } }

    /// Reads the accounts anew when their file has been written. Sessions end whose account or password is another.
    package func refresh() throws {
        let stamp = file.stamp
        if state.withLock({ $0.stamp == stamp }) { return }
        let accounts = Dictionary(try file.accounts().map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let former = state.withLock { state in
            defer { state = State(stamp: stamp, accounts: accounts) }
            return state.accounts
        }
        for (name, account) in former {
            let now = accounts[name]
            if now?.password != account.password || now?.isActive != true { sessions.close(of: name) }
        }
    }

    /// The account of a session, as it is now.
    package func account(_ session: Sessions.Session) -> Account? {
        state.withLock { $0.accounts[session.account] }.flatMap { $0.isActive ? $0 : nil }
    }

    /// Signs someone in. A name that is unknown takes as long as a wrong password; every try leaves a line in the trail.
    package func signIn(_ name: String, _ password: String, from address: String) async throws -> SignIn {
        let plain = Account.plain(name), now = Date()
        let account = state.withLock { $0.accounts[plain] }.flatMap { $0.isActive ? $0 : nil }
        // A name that belongs to nobody is not written down: a password may have been typed there.
        let who = account?.name
        if let wait = attempts.wait(plain, from: address, at: now) {
            try trail.add(.signInDelayed, by: who)
            return .wait(wait)
        }
        let hash = account?.password ?? .ofNobody(cost: cost)
        guard let isRight = try await passwords.take({ hash.matches(String(password.prefix(2_048))) }) else { return .wait(5) }
        guard isRight, let account else {
            attempts.failed(plain, from: address, at: Date())
            try trail.add(.signInRefused, by: who)
            return .refused
        }
        attempts.succeeded(plain)
        try trail.add(.signedIn, by: account.name)
        return .welcome(sessions.open(account.name, at: Date()), account)
    }

    /// Opens a session for whom the town's directory vouches, when one of the accounts has that address.
    /// - Returns: nil when none has; no name that is nobody's goes into the trail.
    package func enter(_ email: String) throws -> String? {
        let account = state.withLock { $0.accounts[Account.plain(email)] }.flatMap { $0.isActive ? $0 : nil }
        guard let account else {
            try trail.add(.signInRefused, by: nil, detail: "directory")
            return nil
        }
        try trail.add(.signedIn, by: account.name, detail: "directory")
        return sessions.open(account.name, at: Date())
    }

    /// How a change of password ends.
    package enum PasswordChange: Sendable {
        /// The token of a new session: all former ones are over.
        case changed(String)
        case refused
        case wait(Int)
    }

    /// Gives the one who is signed in another password, when they know the one of today. A wrong one counts as a failed sign-in.
    /// - Throws: `workshop.weak-password`, and what the disk refuses.
    package func change(_ account: Account, from former: String, to password: String, at address: String) async throws
        -> PasswordChange
    {
        if let wait = attempts.wait(account.name, from: address, at: Date()) { return .wait(wait) }
        guard let isRight = try await passwords.take({ account.password.matches(String(former.prefix(2_048))) }) else {
            return .wait(5)
        }
        guard isRight else {
            attempts.failed(account.name, from: address, at: Date())
            try trail.add(.signInRefused, by: account.name, detail: "password")
            return .refused
        }
        let changed = try await passwords.take { [file, cost] in try file.change(account.name, password: password, cost: cost) }
        guard changed != nil else { return .wait(5) }
        try trail.add(.accountChanged, by: account.name, about: account.name, detail: "password")
        try refresh()
        return .changed(sessions.open(account.name, at: Date()))
    }
}

/// Lets one work at a time; the others come in their order.
package actor Turn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init() {}

    package func take<T: Sendable>(_ body: @Sendable () async throws -> T) async rethrows -> T {
        if isTaken {
            await withCheckedContinuation { waiting.append($0) }
        } else {
            isTaken = true
        }
        defer { if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() } }
        return try await body()
    }
}
