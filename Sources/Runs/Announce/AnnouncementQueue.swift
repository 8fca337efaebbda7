internal import Foundation

/// What is still to be told, and what was: a file of this machine, under a lock, so that it survives a restart and no two processes
/// send the same announcement at the same moment.
struct AnnouncementQueue: Sendable {
    /// What the file holds.
    struct Content: NodeMemory {
        var waiting: [Announcement] = []
        /// Identifiers of what was sent or given up, the latest last: what is noticed again is not told again.
        var told: [String] = []
    }

    private static let remembered = 5_000
    private let file: URL

    init(in node: URL) { file = node.appending(path: "announce.json") }

    /// Reads, changes and writes the queue as one.
    func change<T>(_ body: (inout Content) throws -> T) throws -> T {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let descriptor = open(file.path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw CocoaError(.fileWriteNoPermission) }
        defer { close(descriptor) }
        var content = read()
        let result = try body(&content)
        content.told = Array(content.told.suffix(Self.remembered))
        try content.write(to: file)
        return result
    }

    func read() -> Content { Content.load(from: file) }
}
