internal import Foundation
internal import Territory

/// Lets one process at a time open an embedded catalogue: an advisory lock on a file beside it, freed by the system when its
/// holder dies. It is held for the moment of a commit, or of a read of the past.
struct CatalogueLock {
    private let descriptor: Int32

    /// Waits up to `patience` for its turn.
    init(beside catalogue: URL, patience: Duration) throws(LakeFault) {
        let path = catalogue.path + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw LakeFault(.unreachable, subject: "\(path): \(String(cString: strerror(errno)))") }
        let clock = ContinuousClock()
        let end = clock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard clock.now < end else {
                close(descriptor)
                throw LakeFault(
                    .busy, subject: catalogue.lastPathComponent, facts: ["seconds": String(patience.components.seconds)])
            }
            // On a thread of the engine, which may block; a random wait keeps two waiters from meeting for ever.
            usleep(.random(in: 5_000...25_000))
        }
    }

    func release() {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
