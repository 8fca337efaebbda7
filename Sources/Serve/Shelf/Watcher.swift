internal import Foundation
internal import Lake
internal import Logging
internal import ServiceLifecycle
internal import Territory
internal import Workshop

/// Takes up versions that other processes write. It looks every second at what costs nothing: the time of an embedded
/// catalogue's file; only when that has changed is the lake opened. A catalogue on a server is asked every few seconds.
///
/// While it works the server goes on with the copies it has.
struct Watcher: Service {
    let serving: Serving

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen = Self.remembered(serving), ticks = 0
            while !Task.isCancelled {
                do { try serving.keys.refresh() } catch { tell("the keys cannot be read", error) }
                if ticks.isMultiple(of: 5) {
                    do { try serving.quotas.keep() } catch { tell("the counts of calls cannot be kept", error) }
                }
                do { try serving.workroom.refresh() } catch { tell("the accounts cannot be read", error) }
                if isDue(seen, ticks) { seen = await refresh() }
                ticks += 1
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }

    /// Whether there may be something new.
    private func isDue(_ seen: String?, _ ticks: Int) -> Bool {
        if serving.shelf.catalogue == nil { return true }
        if serving.shelf.copies.contains(where: { !FileManager.default.fileExists(atPath: $0.copy.file.path) }) { return true }
        guard serving.lake.address.catalogueFile != nil else { return ticks.isMultiple(of: 3) }
        return serving.lake.address.stamp != seen
    }

    /// Makes and opens the copies of the current versions.
    /// - Returns: what the catalogue looked like before it was read; nil when it could not be, so that it is tried again.
    func refresh() async -> String? {
        let names = serving.territory.datasets.map(\.name), address = serving.lake.address
        if let catalogue = address.catalogueFile, !FileManager.default.fileExists(atPath: catalogue.path) {
            await put([])
            return nil
        }
        do {
            let log = serving.log
            let before = address.stamp
            let copies = try await serving.lake.with { copies in
                try await copies.current(names) { dataset, error in
                    log.warning("a dataset cannot be copied", metadata: ["dataset": "\(dataset)", "error": "\(error)"])
                }
            }
            await put(copies)
            Self.remember(before, serving)
            return before
        } catch {
            tell("the lake cannot be read; the latest copies are served", error)
            return nil
        }
    }

    private func put(_ copies: [ServingCopy]) async {
        do {
            let log = serving.log
            let isNew = try await serving.shelf.put(copies) { dataset, error in
                log.warning("a copy cannot be opened", metadata: ["dataset": "\(dataset)", "error": "\(error)"])
            }
            guard isNew else { return }
            serving.cache.empty()
            serving.metrics.newVersions()
            log.info("versions taken up", metadata: ["datasets": "\(serving.shelf.copies.count)"])
        } catch {
            tell("the catalogue cannot be made", error)
        }
    }

    private func tell(_ message: Logger.Message, _ error: any Error) {
        serving.metrics.failed()
        serving.log.warning(message, metadata: ["error": "\(error)"])
    }

    // What the catalogue looked like when the copies were last brought up to date: a server that starts on built copies need not
    // open the lake at all.
    private static func file(_ serving: Serving) -> URL {
        ServingCopies.folder(of: serving.territory).appending(path: "seen")
    }

    private static func remembered(_ serving: Serving) -> String? {
        guard let text = try? String(contentsOf: file(serving), encoding: .utf8) else { return nil }
        // Datasets declared since have no copy yet.
        let names = serving.territory.datasets.map(\.name).joined(separator: " ")
        let lines = text.split(separator: "\n", maxSplits: 1)
        return lines.count == 2 && lines[1] == names ? String(lines[0]) : nil
    }

    private static func remember(_ stamp: String?, _ serving: Serving) {
        guard let stamp else { return }
        let names = serving.territory.datasets.map(\.name).joined(separator: " ")
        // Without it the lake is opened once more at the next start: nothing is lost.
        try? Data("\(stamp)\n\(names)".utf8).write(to: file(serving))
    }
}
