internal import ArgumentParser
internal import Configuration
internal import Foundation
internal import Logging
internal import Runs
internal import Serve
internal import Territory

/// `lavoir serve`: the datasets on the web, until it is told to stop.
struct ServeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the current versions over HTTP: Explore API v2.1, exports, /metrics, /health, /ready.",
        discussion: "Each option may also be given as LAVOIR_ADDRESS, LAVOIR_PORT, LAVOIR_BASE_URL… The flag wins.")

    @Option(help: "The address to listen at. [127.0.0.1]")
    var address: String?

    @Option(help: "The port to listen at; 0 takes a free one and tells it. [8080]")
    var port: Int?

    @Option(help: "Where the public finds the server, such as https://data.valbourg.fr/lavage; its path is the base path.")
    var baseURL: String?

    @Flag(help: "Believe X-Forwarded-Proto, -Host and -Prefix: only behind a proxy that sets them.")
    var behindProxy = false

    @Option(help: "Short questions answered at the same time. [number of cores]")
    var readers: Int?

    @Option(help: "Exports that are made at the same time. [2]")
    var exports: Int?

    @Option(help: "The engine's memory. [512MB]")
    var memory: String?

    @Option(help: "Seconds after which a question is given up. [30]")
    var timeout: Int?

    @Option(help: "Calls a day of all who have no key. [10000000]")
    var anonymousQuota: Int?

    @Flag(help: "Do not write a line for each request.")
    var quiet = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("serve") {
            let territory = try common.territory(), options = try options()
            LoggingSystem.bootstrap { _ in LineLog() }
            let log = Logger(label: "lavoir.serve")
            let server = try await Server(territory, options, extensionFolder: ExtensionFolder.path, log: log)
            let words = common.language == .french ? "\(territory.name) est servie à" : "\(territory.name) is served at"
            try await server.run { port in
                Terminal.output.line("\(words) http://\(options.address):\(port)/")
            }
        }
    }

    private func options() throws -> ServeOptions {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        let texts: [(AbsoluteConfigKey, String?)] = [
            ("lavoir.address", address), ("lavoir.base.url", baseURL), ("lavoir.memory", memory),
        ]
        let numbers: [(AbsoluteConfigKey, Int?)] = [
            ("lavoir.port", port), ("lavoir.readers", readers), ("lavoir.exports", exports), ("lavoir.timeout", timeout),
            ("lavoir.anonymous.quota", anonymousQuota),
        ]
        for (key, text) in texts { values[key] = text.map { ConfigValue(.string($0), isSecret: false) } }
        for (key, number) in numbers { values[key] = number.map { ConfigValue(.int($0), isSecret: false) } }
        if behindProxy { values["lavoir.behind.proxy"] = ConfigValue(.bool(true), isSecret: false) }
        if quiet { values["lavoir.log.requests"] = ConfigValue(.bool(false), isSecret: false) }
        let reader = ConfigReader(providers: [
            InMemoryProvider(name: "arguments", values: values), EnvironmentVariablesProvider(),
        ])
        let options = ServeOptions(reader)
        guard (0...65_535).contains(options.port) else { throw ServeFault("serve.bad-option", subject: "port") }
        if let url = options.baseURL, URLComponents(string: url)?.host == nil || !url.hasPrefix("http") {
            throw ServeFault("serve.bad-option", subject: "base-url")
        }
        return options
    }
}
