internal import ArgumentParser
internal import Foundation
internal import Runs
internal import Serve
internal import Territory

/// `lavoir key`: the keys that open what not everyone sees.
struct KeyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Give, list and take back API keys.",
        subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}

/// `lavoir key create`: makes a key and tells it, this once.
struct KeyCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key and print it: it is kept nowhere and cannot be printed again.")

    @Argument(help: "Whom it is for, in your words.")
    var owner: String

    @Option(name: .customLong("dataset"), help: "A dataset it opens; repeat for several. Without, all of them.")
    var datasets: [String] = []

    @Option(help: "How many days it is valid. Without, until it is revoked.")
    var days: Int?

    @Option(help: "Calls a day.")
    var quota: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let days, days < 1 { throw ValidationError("--days: at least 1") }
        if let quota, quota < 1 { throw ValidationError("--quota: at least 1") }
    }

    func run() async throws {
        try await common.explained("key") {
            let territory = try common.territory()
            let names = try datasets.map { try territory.dataset(named: $0).name }
            let now = Date()
            let made = AccessKey.make(
                owner: owner, datasets: names.isEmpty ? ["*"] : names,
                expires: days.map { now.addingTimeInterval(Double($0) * 86_400) },
                quota: quota, at: now)
            try KeyFile(territory).add(made.key)
            Terminal.output.line(made.text)
            Terminal.error.line(
                common.language == .french
                    ? "Clé \(made.key.id) pour \(owner). Notez-la : elle n'est gardée nulle part."
                    : "Key \(made.key.id) for \(owner). Note it down: it is kept nowhere.")
        }
    }
}

/// `lavoir key list`: whose keys there are, and what they open.
struct KeyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the keys: never the keys themselves.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("key") {
            let keys = try KeyFile(try common.territory()).keys()
            let french = common.language == .french
            guard !keys.isEmpty else { return Terminal.output.line(french ? "Aucune clé." : "No key.") }
            let titles =
                french
                ? ["clé", "pour", "jeux", "jusqu'au", "appels/jour", "état"]
                : ["key", "for", "datasets", "until", "calls/day", "state"]
            Terminal.output.line(TextTable(titles, keys.map { row($0, french) }).text)
        }
    }

    private func row(_ key: AccessKey, _ french: Bool) -> [String] {
        let state =
            key.revoked != nil
            ? (french ? "révoquée" : "revoked")
            : key.isValid(at: Date()) ? (french ? "en vigueur" : "in force") : (french ? "expirée" : "expired")
        let until = key.expires.map { String($0.formatted(.iso8601).prefix(10)) } ?? ""
        return [key.id, key.owner, key.datasets.joined(separator: ", "), until, key.quota.map { String($0) } ?? "", state]
    }
}

/// `lavoir key revoke`: a key opens nothing any more; a running server knows within a second.
struct KeyRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Take a key back.")

    @Argument(help: "Its name, as `lavoir key list` gives it.")
    var key: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("key") {
            let revoked = try KeyFile(try common.territory()).revoke(key, at: Date())
            Terminal.output.line(
                common.language == .french
                    ? "Clé \(revoked.id) de \(revoked.owner) révoquée." : "Key \(revoked.id) of \(revoked.owner) revoked.")
        }
    }
}
