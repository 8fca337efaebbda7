package import DuckDB
internal import Foundation
package import Territory

/// The lake: DuckLake behind one type. A version is one snapshot; the trail lies beside the data.
///
/// Everything passes through `session`, on the engine's one writing connection. An embedded catalogue is attached for the
/// moment of the session and let go of; one on a server stays attached.
package final class LakeStore: Sendable {
    package let address: LakeAddress
    private let engine: Engine
    private let patience: Duration

    package init(_ territory: Territory, engine: Engine, patience: Duration = .seconds(60)) {
        address = LakeAddress(territory)
        self.engine = engine
        self.patience = patience
    }

    /// Whether nothing has ever been written: an embedded catalogue that has no file yet.
    package var isEmpty: Bool {
        address.catalogueFile.map { !FileManager.default.fileExists(atPath: $0.path) } ?? false
    }

    /// Opens the lake, runs `body`, lets go of it. The lake's own tables are made at the first session.
    package func session<T: Sendable>(
        readOnly: Bool = false, patience: Duration? = nil, _ body: @escaping @Sendable (LakeSession) throws -> T
    ) async throws -> T {
        let address = address, patience = patience ?? self.patience
        return try await engine.write { connection in
            if let catalogue = address.catalogueFile {
                if readOnly && !FileManager.default.fileExists(atPath: catalogue.path) {
                    throw LakeFault(.empty, subject: address.description)
                }
                try LakeStore.makeFolders(address)
                let lock = try CatalogueLock(beside: catalogue, patience: patience)
                defer { lock.release() }
                try LakeStore.attach(connection, address)
                // Detaching fails only while a transaction is open, which a session never leaves behind.
                defer { connection.conclude("DETACH lake") }
                return try LakeStore.run(body, LakeSession(connection), address)
            }
            let isAttached = try connection.row("SELECT 1 FROM duckdb_databases() WHERE database_name = 'lake'") != nil
            if !isAttached { try LakeStore.attach(connection, address) }
            return try LakeStore.run(body, LakeSession(connection), address)
        }
    }

    /// What the storage refuses while a version is read is about the lake, and said so.
    private static func run<T>(
        _ body: (LakeSession) throws -> T, _ session: LakeSession, _ address: LakeAddress
    ) throws -> T {
        do {
            return try body(session)
        } catch let fault as EngineFault where fault.isAboutStorage {
            throw LakeFault(.unreachable, subject: address.description, underlying: fault)
        }
    }

    private static func makeFolders(_ address: LakeAddress) throws(LakeFault) {
        do {
            try address.makeFolders()
        } catch {
            throw LakeFault(.unreachable, subject: "\(address.description): \(error.localizedDescription)")
        }
    }

    /// Attaches, and makes the lake's own tables when they are not there yet. Two nodes may do so at the same time: the
    /// second finds them made.
    private static func attach(_ connection: Connection, _ address: LakeAddress) throws {
        var tries = 0
        while true {
            do {
                try address.attach(connection, readOnly: false)
                try LakeTables.create(connection)
                return
            } catch let fault as EngineFault {
                connection.conclude("DETACH lake")
                tries += 1
                guard tries < 6, fault.kind == .refused else {
                    throw LakeFault(.unreachable, subject: address.description, underlying: fault)
                }
                usleep(.random(in: 20_000...120_000) * UInt32(tries))
            }
        }
    }
}

/// An open lake, lent to one closure: the connection, with the lake attached as `lake`.
package struct LakeSession {
    package let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The table of a dataset, quoted.
    package static func table(_ dataset: String) -> String { identifier("lake", "main", dataset) }
}
