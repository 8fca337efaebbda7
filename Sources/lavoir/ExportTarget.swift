internal import Foundation
internal import Territory

/// A file that cannot be made where it was asked for.
struct CannotWrite: Explained {
    let path: String
    let reason: String

    var code: String { "lavoir.cannot-write" }
    var place: Place? { nil }
    var subject: String? { path }
    var what: Bilingual { Bilingual(fr: "\(path) ne peut pas être écrit", en: "\(path) cannot be written") }
    var cause: Bilingual? { Bilingual(reason) }
    var remedy: Bilingual {
        Bilingual(
            fr: "Choisissez un dossier qui existe et où vous pouvez écrire",
            en: "Choose a folder that exists and that you may write to")
    }
}

/// Where an export goes: standard output, or a file written beside and renamed when whole.
final class ExportTarget: Sendable {
    private let file: URL?
    private let handle: FileHandle?

    init(_ path: String?) throws {
        file = path.map { URL(filePath: $0).standardizedFileURL }
        guard let part = file.map({ Self.part(of: $0) }) else { handle = nil; return }
        do {
            try Data().write(to: part)
            handle = try FileHandle(forWritingTo: part)
        } catch {
            throw CannotWrite(path: path ?? "", reason: error.localizedDescription)
        }
    }

    /// The file, when it is one.
    var path: String? { file?.path }

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
        guard rename(part, file.path) == 0 else {
            throw CannotWrite(path: file.path, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        if let file { try? FileManager.default.removeItem(at: Self.part(of: file)) }
    }
}
