internal import Crypto
package import Foundation
package import Territory

/// What identifies a collected file: SHA-256 of its bytes. Size and time of change let an untouched file go unread.
package struct FileStamp: Sendable, Codable, Hashable {
    package let path: String
    package let size: Int
    /// Nanoseconds since 1970.
    package let changed: Int
    package let sha256: String

    /// Reads the whole file, 1 MB at a time.
    package init(_ file: URL, in folder: Confinement) throws {
        let (size, changed) = Self.status(of: file)
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty { hash.update(data: block) }
        path = folder.relative(file)
        self.size = size
        self.changed = changed
        sha256 = hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Whether the file has the size and the time of change it had; a change within the clock's grain is not missed, since
    /// the time counts nanoseconds.
    package func isUntouched(in folder: Confinement) -> Bool {
        folder.locate(path).map { Self.status(of: $0) == (size, changed) } ?? false
    }

    private static func status(of file: URL) -> (size: Int, changed: Int) {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return (-1, 0) }
        return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}

/// SHA-256 of texts, for the parts of a fingerprint that are not files.
package func fingerprint(of parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
        hash.update(data: Data(part.utf8))
        hash.update(data: [0])
    }
    return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
