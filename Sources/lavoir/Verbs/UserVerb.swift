internal import ArgumentParser
internal import Foundation
internal import Territory
internal import Workshop

/// `lavoir user`: who may sign in to the workshop.
struct UserVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Make, list, change and take back the accounts of the workshop.",
        discussion: "With a first account, `lavoir serve` opens the workshop at /atelier; without any, it only serves.",
        subcommands: [UserCreate.self, UserList.self, UserRole.self, UserPassword.self, UserRevoke.self])
}

extension AccountRole: ExpressibleByArgument {}

/// What the verbs about accounts share: the trail tells who changed what.
private struct Accounts {
    let territory: Territory
    let french: Bool

    init(_ common: CommonOptions) throws {
        territory = try common.territory()
        french = common.language == .french
    }

    var file: AccountFile { AccountFile(territory) }

    func tell(_ act: ActionTrail.Act, _ account: Account, _ detail: String? = nil) throws {
        let who = ProcessInfo.processInfo.environment["LAVOIR_AUTHOR"] ?? NSUserName()
        try ActionTrail(territory).add(act, by: who, about: account.name, detail: detail)
    }

    func say(_ french: String, _ english: String) { Terminal.error.line(self.french ? french : english) }

    func password(of name: String) throws -> String { try PasswordPrompt(french: french).password(of: name) }
}

/// `lavoir user create`: a new account.
struct UserCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account; its password is asked for, or read from standard input.")

    @Argument(help: "Its name: plain letters, digits, dots, or an e-mail address.")
    var name: String

    @Option(help: "reader, agent, publisher or administrator.")
    var role: AccountRole = .agent

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("user") {
            let accounts = try Accounts(common)
            let account = try Account(name, role, password: try accounts.password(of: name), at: Date())
            try accounts.file.add(account)
            try accounts.tell(.accountMade, account, role.rawValue)
            accounts.say(
                "Compte \(account.name) (\(role.words.french)) créé : /atelier",
                "Account \(account.name) (\(role.words.english)) made: /atelier")
        }
    }
}

/// `lavoir user list`: who may sign in, and as what.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("user") {
            let accounts = try Accounts(common), all = try accounts.file.accounts(), french = accounts.french
            guard !all.isEmpty else { return Terminal.output.line(french ? "Aucun compte." : "No account.") }
            let titles = french ? ["compte", "rôle", "créé le", "état"] : ["account", "role", "made", "state"]
            let rows = all.map { account in
                let state = account.isActive ? (french ? "en vigueur" : "in force") : (french ? "retiré" : "revoked")
                return [account.name, account.role.rawValue, String(account.created.formatted(.iso8601).prefix(10)), state]
            }
            Terminal.output.line(TextTable(titles, rows).text)
        }
    }
}

/// `lavoir user role`: what an account may do.
struct UserRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Change what an account may do; a running server knows within a second.")

    @Argument(help: "Its name.")
    var name: String

    @Argument(help: "reader, agent, publisher or administrator.")
    var role: AccountRole

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("user") {
            let accounts = try Accounts(common), account = try accounts.file.change(name, to: role)
            try accounts.tell(.accountChanged, account, role.rawValue)
            accounts.say("\(account.name) : \(role.words.french).", "\(account.name): \(role.words.english).")
        }
    }
}

/// `lavoir user password`: another password.
struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Change a password: asked for, or read from standard input. Its sessions end.")

    @Argument(help: "The name of the account.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("user") {
            let accounts = try Accounts(common)
            let account = try accounts.file.change(name, password: try accounts.password(of: name))
            try accounts.tell(.accountChanged, account, "password")
            accounts.say("Mot de passe de \(account.name) changé.", "Password of \(account.name) changed.")
        }
    }
}

/// `lavoir user revoke`: an account opens nothing any more.
struct UserRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take an account back; a running server knows within a second.")

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("user") {
            let accounts = try Accounts(common), account = try accounts.file.revoke(name, at: Date())
            try accounts.tell(.accountRevoked, account)
            accounts.say("Compte \(account.name) retiré.", "Account \(account.name) revoked.")
        }
    }
}
