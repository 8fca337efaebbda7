internal import Foundation

/// Bytes from an archive on their way to the disk.
enum UnpackedFile {
    private static let blockSize = 1 << 18

    /// Writes what `read` puts into the buffer, call after call, until it puts nothing.
    static func write(to file: URL, from read: (UnsafeMutableBufferPointer<CChar>) throws -> Int) throws {
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try withUnsafeTemporaryAllocation(of: CChar.self, capacity: blockSize) { buffer in
            var count = try read(buffer)
            while count > 0 {
                try handle.write(contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
                count = try read(buffer)
            }
        }
    }
}
