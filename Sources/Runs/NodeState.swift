internal import Collect
internal import Foundation
internal import Lake

/// What this machine remembers so that a run with nothing to do costs nothing: the heads of the lake as last seen, and the
/// stamps of the files they were made from. Disposable: without it, everything is asked again.
///
/// It holds as long as the catalogue's file is the one seen; a catalogue on a server is always asked.
struct NodeState: NodeMemory {
    /// The current version of a dataset and what it was made from.
    struct Known: Codable, Sendable {
        var head: Head
        var files: [FileStamp]
    }

    /// Size, inode and time of change of the embedded catalogue.
    var catalogue = ""
    var datasets: [String: Known] = [:]

    /// What identifies the catalogue file as it is now; empty when there is none.
    static func stamp(of catalogue: URL?) -> String {
        var status = stat()
        guard let catalogue, stat(catalogue.path, &status) == 0 else { return "" }
        return "\(status.st_size)-\(status.st_ino)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
