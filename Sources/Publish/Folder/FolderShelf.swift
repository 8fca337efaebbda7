internal import Foundation
internal import Territory

/// A folder of this machine. Files are written beside and renamed, so that a reader never sees half of one.
struct FolderShelf: Shelf {
    /// The town's name for the destination, for faults.
    let name: String
    let folder: URL

    private func place(_ path: String) -> URL { folder.appending(path: path) }

    func hashes(in folder: String, expecting expected: [String: Print]) -> [String: String] {
        let home = place(folder), names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.reduce(into: [:]) { files, name in
            files[name] = try? FileDigest(home.appending(path: name)).sha256
        }
    }

    func folders() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    func text(at path: String) -> String? { try? String(contentsOf: place(path), encoding: .utf8) }

    func put(_ file: PublishedFile, at path: String) throws {
        guard let source = file.file else { preconditionFailure("files are made before they are copied") }
        try write(path) { try FileManager.default.copyItem(at: source, to: $0) }
    }

    func put(_ text: SiteText, at path: String) throws { try write(path) { try text.bytes.write(to: $0) } }

    func remove(_ path: String) throws { try attempt(path) { try FileManager.default.removeItem(at: place(path)) } }

    func sweep(_ folder: String) throws {
        let home = place(folder), manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: home.path) else { return }
        let left = names.filter { $0.hasPrefix(".lavoir-") }
        for name in left { try? manager.removeItem(at: home.appending(path: name)) }
        if names.count == left.count { try attempt(folder) { try manager.removeItem(at: home) } }
    }

    func address(of path: String) -> String { place(path).path }

    /// Writes beside, readable by all as a web server must, and renames.
    private func write(_ path: String, _ fill: (URL) throws -> Void) throws {
        try attempt(path) {
            let file = place(path), manager = FileManager.default, home = file.deletingLastPathComponent()
            try manager.createDirectory(at: home, withIntermediateDirectories: true)
            let part = home.appending(path: ".lavoir-\(getpid())-\(file.lastPathComponent)")
            try? manager.removeItem(at: part)
            defer { try? manager.removeItem(at: part) }
            try fill(part)
            try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: part.path)
            guard rename(part.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    private func attempt(_ path: String, _ body: () throws -> Void) throws {
        do { try body() } catch {
            throw PublishFault(
                .notWritten, name, facts: ["what": Bilingual(address(of: path)), "cause": Bilingual(error.localizedDescription)])
        }
    }
}
