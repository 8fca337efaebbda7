package import Foundation

/// A file that only the one who runs the program reads. Written beside and renamed: a reader never sees half of it.
package struct PrivateFile: Sendable {
    package let file: URL

    package init(_ file: URL) { self.file = file }

    /// - Throws: the system's error.
    package func write(_ bytes: Data) throws {
        let folder = file.deletingLastPathComponent(), manager = FileManager.default
        let part = folder.appending(path: ".\(file.lastPathComponent).\(getpid()).\(UInt32.random(in: 0 ... .max)).part")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard manager.createFile(atPath: part.path, contents: bytes, attributes: [.posixPermissions: 0o600]),
            rename(part.path, file.path) == 0
        else {
            let reason = POSIXError.Code(rawValue: errno) ?? .EIO
            try? manager.removeItem(at: part)
            throw POSIXError(reason)
        }
    }

    /// Tells whether the file has been written since; empty when it is not there.
    package var stamp: String {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return "" }
        return "\(status.st_size) \(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

/// A list of records in such a file, as JSON, read whole and written whole: keys, accounts, what readers propose.
package struct PrivateRecords<Record: Codable & Sendable>: Sendable {
    private let stored: PrivateFile

    /// - Parameter path: from the territory's folder, `access/keys.json`.
    package init(_ territory: Territory, _ path: String) {
        stored = PrivateFile(territory.folder.appending(path: path))
    }

    /// Where it lies, for faults.
    package var path: String { stored.file.path }

    /// Tells whether the list has been written since.
    package var stamp: String { stored.stamp }

    /// All of them, in the order they were written; none when there is no file yet.
    /// - Throws: the system's error, and what the decoder says of a file that someone spoiled.
    package func all() throws -> [Record] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode([Record].self, from: Data(contentsOf: stored.file))
    }

    /// - Throws: the system's error.
    package func write(_ records: [Record]) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try stored.write(try encoder.encode(records))
    }
}
