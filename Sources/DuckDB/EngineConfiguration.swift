/// How an engine is opened. Nothing is fetched at run time: extensions are loaded from `extensionFolder` by absolute path.
package struct EngineConfiguration: Sendable {
    /// Where the database lives.
    package enum Location: Sendable {
        case memory
        /// A file opened to read, which must exist: opening never creates one by mistake.
        case readOnly(path: String)
        case readWrite(path: String)
    }

    package var location: Location = .memory
    /// Names of extensions loaded at opening, such as `ducklake`.
    package var extensions: [String] = []
    package var extensionFolder: String
    /// Name of a compressed in-memory database attached at opening, for tables that last no longer than the engine.
    package var scratch: String?
    /// The engine's own threads, for all connections together.
    package var threads = 2
    /// The engine's buffers; the libraries come on top (40 to 75 MB).
    package var memoryLimit = "2GB"
    /// Where the engine spills what does not fit.
    package var temporaryFolder: String?
    /// Connections that may work at the same time, besides the one writer.
    package var readers = 2
    /// Connections for work that takes long, such as exports, beside the readers: their threads yield to all others. None
    /// unless asked for.
    package var patientReaders = 0
    /// Work waiting before more is refused with `EngineFault.Kind.queueFull`.
    package var queueLimit = 256

    package init(extensionFolder: String) {
        self.extensionFolder = extensionFolder
    }

    var path: String {
        switch location {
        case .memory: ":memory:"
        case .readOnly(let path), .readWrite(let path): path
        }
    }

    /// Options set before opening; `duckdb_set_config` accepts unknown names, and opening then refuses them.
    var options: [(name: String, value: String)] {
        var options = [
            ("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false"),
            ("allow_unsigned_extensions", "false"), ("extension_directory", extensionFolder),
            ("threads", String(threads)), ("memory_limit", memoryLimit),
        ]
        if let temporaryFolder { options.append(("temp_directory", temporaryFolder)) }
        if case .readOnly = location { options.append(("access_mode", "READ_ONLY")) }
        return options
    }
}
