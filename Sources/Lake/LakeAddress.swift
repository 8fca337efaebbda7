internal import DuckDB
package import Foundation
package import Territory

/// Where the lake is, and the statements that open it. Two lines of `lavoir.yaml` move a town from a file and a folder to
/// PostgreSQL and S3; no other code knows the difference.
package struct LakeAddress: Sendable {
    /// The file of an embedded catalogue; nil when the catalogue is on a server.
    package let catalogueFile: URL?
    /// The local data folder; nil when it is in S3 storage.
    package let dataFolder: URL?
    private let declaration: LakeDeclaration
    private let keyring: Keyring

    package init(_ territory: Territory) {
        declaration = territory.lake
        keyring = territory.keyring
        catalogueFile = declaration.server == nil ? territory.folder.appending(path: declaration.catalogue) : nil
        dataFolder = declaration.isRemote ? nil : territory.folder.appending(path: declaration.data)
    }

    /// The extensions this address needs.
    package var extensions: [String] {
        ["ducklake"] + (catalogueFile == nil ? ["postgres_scanner"] : []) + (dataFolder == nil ? ["httpfs"] : [])
    }

    /// The address as people write it; no secret in it.
    package var description: String { declaration.catalogue }

    /// Tells whether an embedded catalogue has been written since: its size and time. Nil when it is on a server or not there.
    package var stamp: String? {
        guard let catalogueFile else { return nil }
        var status = stat()
        guard stat(catalogueFile.path, &status) == 0 else { return nil }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    func makeFolders() throws {
        for folder in [catalogueFile?.deletingLastPathComponent(), dataFolder].compactMap({ $0 }) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
    }

    /// Opens the lake as `lake` on this connection. Credentials go through the engine's secrets, whose statements are kept
    /// out of faults and logs.
    func attach(_ connection: Connection, readOnly: Bool) throws {
        for name in extensions { try connection.load(name) }
        try createSecrets(connection)
        let target = catalogueFile.map { "ducklake:\($0.path)" } ?? "ducklake:postgres:"
        // Relative paths in the catalogue are resolved against the data path given now: a territory may be moved.
        let data =
            dataFolder.map { $0.path + "/" } ?? (declaration.data.hasSuffix("/") ? declaration.data : declaration.data + "/")
        var options = ["DATA_PATH \(literal(data))", "OVERRIDE_DATA_PATH true", "DATA_INLINING_ROW_LIMIT 100"]
        // A catalogue is many small tables: with the engine's blocks of 256 kB it is thirteen times larger (measured).
        if let catalogueFile {
            // One that exists keeps its own.
            if !FileManager.default.fileExists(atPath: catalogueFile.path) { options.append("META_BLOCK_SIZE 16384") }
        } else {
            options.append("META_SECRET 'lavoir_catalogue'")
        }
        if readOnly { options.append("READ_ONLY") }
        try connection.execute("ATTACH \(literal(target)) AS lake (\(options.joined(separator: ", ")))")
    }

    private func createSecrets(_ connection: Connection) throws {
        if let server = declaration.server {
            var parts = [("HOST", server.host), ("PORT", String(server.port)), ("DATABASE", server.database)]
            if let user = declaration.user { parts.append(("USER", user)) }
            if let password = declaration.password { parts.append(("PASSWORD", try keyring.open(password))) }
            try createSecret("lavoir_catalogue", type: "postgres", parts, connection)
        }
        if dataFolder == nil {
            let s3 = declaration.s3
            var parts: [(String, String)] = [("SCOPE", declaration.data)]
            if let key = s3?.key { parts.append(("KEY_ID", try keyring.open(key))) }
            if let secret = s3?.secret { parts.append(("SECRET", try keyring.open(secret))) }
            if let region = s3?.region { parts.append(("REGION", region)) }
            if let endpoint = s3?.endpoint { parts += [("ENDPOINT", endpoint), ("URL_STYLE", "path")] }
            if s3?.ssl == false { parts.append(("USE_SSL", "false")) }
            try createSecret("lavoir_storage", type: "s3", parts, connection)
        }
    }

    private func createSecret(
        _ name: String, type: String, _ parts: [(String, String)], _ connection: Connection
    ) throws(EngineFault) {
        let values = parts.map { "\($0.0) \(literal($0.1))" }.joined(separator: ", ")
        do throws(EngineFault) {
            try connection.execute("CREATE OR REPLACE SECRET \(name) (TYPE \(type), \(values))")
        } catch {
            // The statement holds the password: the fault that leaves does not.
            throw EngineFault(error.kind, "the secret for \(type) was refused", engineType: error.engineType)
        }
    }
}
