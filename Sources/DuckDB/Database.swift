internal import CDuckDB

/// The open database and the connections born from it. Owned by `Engine`; closed once, after every connection.
///
/// Unchecked because of the raw handle: it is written by `init` and `close` only, and DuckDB allows connections to be made
/// from any thread.
final class Database: @unchecked Sendable {
    private var handle: duckdb_database?
    private let extensionFolder: String

    init(_ configuration: EngineConfiguration) throws(EngineFault) {
        extensionFolder = configuration.extensionFolder
        var config: duckdb_config?
        guard duckdb_create_config(&config) == 0 else { throw EngineFault(.refused, "out of memory") }
        defer { duckdb_destroy_config(&config) }
        for option in configuration.options where duckdb_set_config(config, option.name, option.value) != 0 {
            throw EngineFault(.refused, "option \(option.name) does not accept \(option.value)")
        }
        var reason: UnsafeMutablePointer<CChar>?
        guard duckdb_open_ext(configuration.path, &handle, config, &reason) == 0 else {
            defer { duckdb_free(reason) }
            throw EngineFault(.refused, reason.map { String(cString: $0) } ?? "cannot open \(configuration.path)")
        }
    }

    func connect() throws(EngineFault) -> Connection {
        var connection: duckdb_connection?
        guard duckdb_connect(handle, &connection) == 0, let connection else {
            throw EngineFault(.refused, "cannot connect")
        }
        return Connection(connection, extensionFolder: extensionFolder)
    }

    func connections(_ count: Int) throws(EngineFault) -> [Connection] {
        var connections: [Connection] = []
        for _ in 0..<count { connections.append(try connect()) }
        return connections
    }

    func close() {
        duckdb_close(&handle)
    }

    deinit { duckdb_close(&handle) }
}
