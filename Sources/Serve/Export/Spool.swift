internal import Foundation
internal import NIOCore
internal import Synchronization

/// Bytes on their way to clients that may be slow: the engine lays them down at its own pace and is free again, each reader takes
/// them at its own. They lie in a file without a name, which the system takes back when the last one has left.
final class Spool: Sendable {
    private struct State {
        var length = 0
        var outcome: Result<Void, any Error>?
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var count = 0
    }

    private let descriptor: Int32
    private let state = Mutex(State())
    private let spools: Spools

    init(in folder: URL, of spools: Spools) throws {
        self.spools = spools
        let path = folder.appending(path: ".spool-\(getpid())-\(UUID().uuidString)").path
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SpoolFault.noRoom(String(cString: strerror(errno))) }
        unlink(path)
    }

    deinit {
        close(descriptor)
        spools.gave(back: state.withLock { $0.length })
    }

    /// How many bytes lie here so far.
    var length: Int { state.withLock { $0.length } }

    /// Lays bytes down. Called by one thread.
    func append(_ bytes: [UInt8]) throws {
        try spools.take(bytes.count)
        let start = length
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written, off_t(start + written))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw SpoolFault.noRoom(String(cString: strerror(errno))) }
            written += count
        }
        wake { $0.length += bytes.count }
    }

    /// Nothing more comes.
    func finish(_ outcome: Result<Void, any Error>) { wake { $0.outcome = outcome } }

    /// The bytes from a place on, as soon as there are some; nil at the end.
    func piece(from start: Int, upTo limit: Int = 1 << 18) async throws -> ByteBuffer? {
        while true {
            let (length, outcome) = state.withLock { ($0.length, $0.outcome) }
            if length > start { return try read(start, min(limit, length - start)) }
            if let outcome { return try outcome.map { nil }.get() }
            try Task.checkCancellation()
            await change(after: start)
        }
    }

    private func read(_ start: Int, _ count: Int) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { room in
            let got = pread(descriptor, room.baseAddress, count, off_t(start))
            guard got > 0 else { throw SpoolFault.noRoom(String(cString: strerror(errno))) }
            return got
        }
        return buffer
    }

    /// Waits until there is more than there was, or the task is cancelled.
    private func change(after start: Int) async {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.length > start || state.outcome != nil || Task.isCancelled { return true }
                    state.waiting[number] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            let waiting = state.waiting
            state.waiting = [:]
            return waiting
        }
        for continuation in waiting.values { continuation.resume() }
    }
}

/// Why bytes could not be laid down.
enum SpoolFault: Error {
    case noRoom(String)
    /// The exports that are going on take all the disk they may.
    case full
}
