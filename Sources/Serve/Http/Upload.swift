internal import Foundation
internal import Hummingbird
internal import NIOCore
internal import Territory

/// What a request carried, laid down in a file that goes with this object: a large file never is in memory.
final class Upload: Sendable {
    let file: URL

    private init(_ file: URL) { self.file = file }

    deinit { try? FileManager.default.removeItem(at: file) }

    /// Where uploads lie while they are read.
    static func folder(of territory: Territory) -> URL { territory.folder.appending(path: ".lavoir/uploads") }

    /// Lays a body down as it arrives.
    /// - Parameters:
    ///   - folder: made when it is not there; nobody else may read it.
    ///   - limit: bytes; one more and the rest is not read.
    /// - Throws: `Refusal.tooLarge`, and what the disk refuses.
    static func receive(_ body: RequestBody, in folder: URL, limit: Int) async throws -> Upload {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let upload = Upload(folder.appending(path: UUID().uuidString))
        guard FileManager.default.createFile(atPath: upload.file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw Refusal.inside }
        let handle = try FileHandle(forWritingTo: upload.file)
        defer { try? handle.close() }
        var size = 0
        for try await piece in body {
            size += piece.readableBytes
            guard size <= limit else { throw Refusal.tooLarge(limit) }
            try handle.write(contentsOf: piece.readableBytesView)
        }
        return upload
    }
}
