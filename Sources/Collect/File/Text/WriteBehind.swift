internal import Foundation

/// Writes a file on a thread of its own, so that the pass that makes the bytes does not wait for the disk; at most two
/// blocks are on their way.
///
/// Unchecked: `failure` is read and written on `queue` only, and `handle` used there only until `finish` has returned.
final class WriteBehind: @unchecked Sendable {
    private let handle: FileHandle
    private let queue = DispatchQueue(label: "lavoir-write-behind")
    private let free = DispatchSemaphore(value: 2)
    private var failure: (any Error)?

    init(_ file: URL) throws {
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        handle = try FileHandle(forWritingTo: file)
    }

    /// Hands a block over. What goes wrong with it, `finish` throws.
    func write(_ block: [UInt8]) {
        free.wait()
        queue.async { [self] in
            defer { free.signal() }
            guard failure == nil else { return }
            do { try block.withUnsafeBytes { try handle.write(contentsOf: $0) } } catch { failure = error }
        }
    }

    /// Waits for the last block.
    func finish() throws {
        try queue.sync {
            try handle.close()
            if let failure { throw failure }
        }
    }
}
