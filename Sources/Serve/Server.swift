internal import DuckDB
internal import Foundation
package import Hummingbird
internal import Lake
package import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals
package import Territory
internal import UnixSignals
internal import Workshop

/// `lavoir serve`: the datasets of a territory on the web.
package struct Server: Sendable {
    let serving: Serving
    private let engine: Engine

    /// Opens the engine and the copies that are on this machine. Nothing is built here: a server that has none yet says that it
    /// is not ready until the watcher has made them.
    package init(_ territory: Territory, _ options: ServeOptions, extensionFolder: String, log: Logger) async throws {
        Self.raiseFileLimit()
        engine = try await ServingEngine.open(territory, options, extensionFolder: extensionFolder)
        let live = LiveTerritory(territory)
        serving = try Serving(
            live, options, engine: engine, lake: LakeDoor(live, extensionFolder: extensionFolder),
            extensionFolder: extensionFolder, log: log)
        serving.spools.sweep()
        try? FileManager.default.removeItem(at: Upload.folder(of: territory))
        do { try serving.keys.refresh() } catch { log.warning("the keys cannot be read", metadata: ["error": "\(error)"]) }
        do { try serving.workroom.refresh() } catch {
            log.warning("the accounts cannot be read", metadata: ["error": "\(error)"])
        }
        serving.workroom.deposits.sweep(at: Date())
        let isNear = ["127.0.0.1", "::1", "localhost"].contains(options.address)
        if serving.workroom.isOpen, !isNear, options.baseURL?.hasPrefix("https://") != true, !options.isBehindProxy {
            log.warning("the workshop is served without https: passwords travel in the clear")
        }
        let folder = ServingCopies.folder(of: territory)
        let latest = ServingCopies.latest(in: folder), copies = territory.datasets.compactMap { latest[$0.name] }
        if !copies.isEmpty {
            _ = try await serving.shelf.put(copies) { dataset, error in
                log.warning("a copy cannot be opened", metadata: ["dataset": "\(dataset)", "error": "\(error)"])
            }
        }
    }

    /// Every address.
    private var routes: Routes {
        let interfaces =
            Own.endpoints + Linked.endpoints + Explore.endpoints + V1.endpoints + CKANActions.endpoints
            + OGC.endpoints(serving.territory) + GeoServices.endpoints
        return Routes(
            interfaces + PortalPages.endpoints(serving.territory, serving.theme) + WorkshopPages.endpoints(serving.territory))
    }

    /// The application, for tests too.
    /// - Parameter watches: whether new versions are taken up while it runs.
    package func application(watches: Bool = true, listening: @escaping @Sendable (Int) async -> Void = { _ in }) -> Application<
        DeskResponder
    > {
        let options = serving.options, connections = serving.connections
        return Application(
            responder: DeskResponder(desk: Desk(serving: serving, routes: routes)),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [LeaveHandler(connections, patience: .seconds(120))], idleTimeout: .seconds(75),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: options.queryLength + 8_192, maxHeaderListSize: options.queryLength + 32_768,
                        maxHeaderFieldCount: 200))),
            configuration: ApplicationConfiguration(
                address: .hostname(options.address, port: options.port), backlog: 1_024,
                availableConnectionsDelegate: .maximum(options.connections, logger: serving.log)),
            services: watches ? [Watcher(serving: serving), Messenger(serving: serving)] : [],
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? options.port) }, logger: serving.log)
    }

    /// Takes up the current versions now.
    package func refresh() async { _ = await Watcher(serving: serving).refresh() }

    /// Serves until it is told to stop (SIGTERM, SIGINT); what is being answered is answered, for half a minute at most.
    package func run(listening: @escaping @Sendable (Int) async -> Void) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [application(listening: listening)], gracefulShutdownSignals: [.sigterm, .sigint], logger: serving.log)
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            throw ServeFault(
                "serve.not-listening", subject: "\(serving.options.address):\(serving.options.port)", reason: "\(error)")
        }
        await close()
    }

    /// Lets go of the engine and the lake.
    package func close() async {
        do { try serving.quotas.keep() } catch {
            serving.log.warning("the counts of calls cannot be kept", metadata: ["error": "\(error)"])
        }
        await serving.lake.close()
        engine.close()
    }

    /// As many open connections, and copies of datasets, as the system lets this process have.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// The desk, for the server that stands before it: rooms do not show one another their insides.
package struct DeskResponder: HTTPResponder {
    package typealias Context = DeskContext
    let desk: Desk

    package func respond(to request: Request, context: DeskContext) async throws -> Response {
        try await desk.respond(to: request, context: context)
    }
}

/// A server that cannot be started.
package struct ServeFault: Explained {
    package let code: String
    package let subject: String?
    private let reason: String?

    package init(_ code: String, subject: String, reason: String? = nil) {
        self.code = code
        self.subject = subject
        self.reason = reason
    }

    package var place: Place? { nil }
    package var what: Bilingual { (ServeMessages.what[code] ?? Bilingual(code)).filled(with: facts) }
    package var cause: Bilingual? { reason.map { Bilingual($0) } }
    package var remedy: Bilingual { (ServeMessages.remedy[code] ?? Bilingual("")).filled(with: facts) }
    private var facts: [String: Bilingual] { ["subject": Bilingual(subject ?? "")] }
}
