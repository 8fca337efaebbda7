internal import Collect
internal import Foundation
internal import Lake

/// What this machine remembers so that a run with nothing to do costs nothing: the heads of the lake as last seen, and the
/// stamps of the files they were made from. Disposable: without it, everything is asked again.
///
/// It holds as long as the catalogue's file is the one seen; a catalogue on a server is always asked.
struct NodeState: Codable, Sendable {
    /// The current version of a dataset and what it was made from.
    struct Known: Codable, Sendable {
        var head: Head
        var files: [FileStamp]
    }

    /// Size, inode and time of change of the embedded catalogue.
    var catalogue = ""
    var datasets: [String: Known] = [:]

    static func load(from file: URL) -> NodeState {
        guard let data = try? Data(contentsOf: file) else { return NodeState() }
        return (try? JSONDecoder().decode(NodeState.self, from: data)) ?? NodeState()
    }

    /// Written beside and renamed: a reader never sees half of it. A state that cannot be written only costs time later.
    func save(to file: URL) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { return }
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? data.write(to: file, options: .atomic)
    }

    /// What identifies the catalogue file as it is now; empty when there is none.
    static func stamp(of catalogue: URL?) -> String {
        var status = stat()
        guard let catalogue, stat(catalogue.path, &status) == 0 else { return "" }
        return "\(status.st_size)-\(status.st_ino)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
