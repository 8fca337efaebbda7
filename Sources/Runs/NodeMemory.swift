internal import Foundation

/// What this machine remembers in a file of `.lavoir/`. Disposable: without it only time is lost.
protocol NodeMemory: Codable, Sendable {
    /// Nothing remembered.
    init()
}

extension NodeMemory {
    /// What the file holds; nothing when there is none, or another program wrote it.
    static func load(from file: URL) -> Self {
        guard let data = try? Data(contentsOf: file) else { return Self() }
        return (try? JSONDecoder().decode(Self.self, from: data)) ?? Self()
    }

    /// Writes beside and renames: a reader never sees half of it.
    func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(self).write(to: file, options: .atomic)
    }

    /// The same, for what only costs time later when it cannot be written.
    func save(to file: URL) { try? write(to: file) }
}
