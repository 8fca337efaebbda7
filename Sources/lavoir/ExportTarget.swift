internal import Foundation

/// Where an export goes: standard output, or a file written beside and renamed when whole.
final class ExportTarget: Sendable {
    private let file: URL?
    private let handle: FileHandle?

    init(_ path: String?) throws {
        file = path.map { URL(filePath: $0).standardizedFileURL }
        guard let part = file.map({ Self.part(of: $0) }) else { handle = nil; return }
        try Data().write(to: part)
        handle = try FileHandle(forWritingTo: part)
    }

    /// The path that the engine writes to, when it writes itself.
    var part: String { file.map { Self.part(of: $0).path } ?? "/dev/stdout" }

    private static func part(of file: URL) -> URL {
        file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(getpid()).part")
    }

    func write(_ bytes: [UInt8]) throws {
        if let handle { try handle.write(contentsOf: bytes) } else { Terminal.output.write(bytes) }
    }

    func finish() throws {
        guard let file else { return }
        try handle?.close()
        guard rename(part, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit {
        if let file { try? FileManager.default.removeItem(at: Self.part(of: file)) }
    }
}
