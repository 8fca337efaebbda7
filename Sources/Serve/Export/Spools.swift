internal import Foundation
internal import NIOCore
internal import Synchronization
internal import Territory

/// The exports that are going on. Equal ones share their bytes.
final class Spools: Sendable {
    private struct State {
        var bytes = 0
        var runs: [String: Weak] = [:]
    }

    private struct Weak { weak var run: ExportRun? }

    private let folder: URL
    private let limit: Int
    private let state = Mutex(State())

    init(_ territory: Territory, limit: Int) {
        folder = Self.folder(of: territory)
        self.limit = limit
    }

    /// Where exports lie while they are read.
    static func folder(of territory: Territory) -> URL { territory.folder.appending(path: ".lavoir/exports") }

    /// The export that is asked for: the one going on, or one begun by `begin`.
    func run(_ key: String, _ begin: (Spool) -> ExportRun) throws -> ExportRun {
        if let run = state.withLock({ $0.runs[key]?.run }) { return run }
        let run = begin(try Spool(in: folder, of: self))
        state.withLock { state in
            state.runs = state.runs.filter { $0.value.run != nil }
            state.runs[key] = Weak(run: run)
        }
        return run
    }

    /// A file of a name of its own, for what the engine writes itself.
    func file(_ ending: String) -> URL { folder.appending(path: "\(getpid())-\(UUID().uuidString).\(ending)") }

    /// Forgets what a process that was killed left behind.
    func sweep() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            // Another server of the territory may be at work: files carry the number of their process.
            guard let process = name.split(separator: "-").first.flatMap({ Int32($0) }), kill(process, 0) != 0 else { continue }
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    func take(_ count: Int) throws(SpoolFault) {
        let isFull = state.withLock { state in
            if state.bytes + count > limit { return true }
            state.bytes += count
            return false
        }
        if isFull { throw .full }
    }

    func gave(back count: Int) { state.withLock { $0.bytes -= count } }
}

/// An export on its way: the work that fills a spool. It stops when nobody holds it any more.
final class ExportRun: Sendable {
    let spool: Spool
    private let task: Task<Void, Never>

    /// - Parameter fill: lays the bytes down.
    init(_ spool: Spool, _ fill: @escaping @Sendable (Spool) async throws -> Void) {
        self.spool = spool
        task = Task {
            do {
                try await fill(spool)
                spool.finish(.success(()))
            } catch {
                spool.finish(.failure(error))
            }
        }
    }

    deinit { task.cancel() }

    /// The bytes for one reader.
    var stream: Answer.Stream {
        { send in
            var place = 0
            while let piece = try await self.spool.piece(from: place) {
                place += piece.readableBytes
                try await send(piece)
            }
        }
    }
}
