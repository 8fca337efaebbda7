internal import DuckDB
internal import Lake
internal import Synchronization

/// The files that the engine holds open. A file is attached once, however many hold it, and let go of after the last one.
final class Attachments: Sendable {
    let engine: Engine
    private let holders = Mutex<[ServingCopy: Int]>([:])

    init(_ engine: Engine) { self.engine = engine }

    func open(_ copy: ServingCopy) async throws -> Attachment {
        // Counted first: an earlier holder's leave, which waits its turn on the writer, then lets the file be.
        let attachment = Attachment(copy, in: self)
        try await engine.write { try copy.attach($0) }
        return attachment
    }

    fileprivate func enter(_ copy: ServingCopy) { holders.withLock { $0[copy, default: 0] += 1 } }

    fileprivate func leave(_ copy: ServingCopy) {
        holders.withLock { holders in holders[copy] = holders[copy].flatMap { $0 > 1 ? $0 - 1 : nil } }
        Task {
            try? await engine.write { connection in
                if !self.holders.withLock({ $0[copy] != nil }) { copy.detach(connection) }
            }
        }
    }
}

/// One hold on an open file.
final class Attachment: Sendable {
    private let copy: ServingCopy
    private let attachments: Attachments

    fileprivate init(_ copy: ServingCopy, in attachments: Attachments) {
        self.copy = copy
        self.attachments = attachments
        attachments.enter(copy)
    }

    deinit { attachments.leave(copy) }
}
