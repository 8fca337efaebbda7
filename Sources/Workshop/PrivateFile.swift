internal import Foundation

/// A file that only the one who runs the program reads. Written beside and renamed: a reader never sees half of it.
struct PrivateFile: Sendable {
    let file: URL

    /// - Throws: the system's error.
    func write(_ bytes: Data) throws {
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
    var stamp: String {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return "" }
        return "\(status.st_size) \(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
