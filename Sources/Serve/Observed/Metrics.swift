internal import Foundation
internal import Synchronization

/// What the server did, counted for `/metrics` (Prometheus text exposition format 0.0.4).
final class Metrics: Sendable {
    private struct Series: Hashable {
        let route: String
        let status: Int
    }

    private struct State {
        var requests: [Series: Int] = [:]
        var seconds: [String: Histogram] = [:]
        var cacheHits = 0
        var cacheMisses = 0
        var bytes = 0
        var going = 0
        var versions = 0
        var failures = 0
    }

    private struct Histogram {
        static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
        var counts = Array(repeating: 0, count: bounds.count)
        var sum = 0.0
        var count = 0

        mutating func add(_ seconds: Double) {
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts[index] += 1 }
            sum += seconds
            count += 1
        }
    }

    private let state = Mutex(State())

    func began() { state.withLock { $0.going += 1 } }

    func ended() { state.withLock { $0.going -= 1 } }

    /// An answer is ready to be sent.
    func answered(_ route: String, _ status: Int, _ seconds: Double) {
        state.withLock { state in
            state.requests[Series(route: route, status: status), default: 0] += 1
            state.seconds[route, default: Histogram()].add(seconds)
        }
    }

    func cache(_ isHit: Bool) { state.withLock { isHit ? ($0.cacheHits += 1) : ($0.cacheMisses += 1) } }

    func sent(_ bytes: Int) { state.withLock { $0.bytes += bytes } }

    func newVersions() { state.withLock { $0.versions += 1 } }

    func failed() { state.withLock { $0.failures += 1 } }

    /// Everything as text.
    func text(datasets: Int) -> String {
        let state = state.withLock { $0 }
        var text = Text()
        text.head("lavoir_http_requests_total", "counter", "Answers by route and status.")
        for (series, count) in state.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            text.line("lavoir_http_requests_total{route=\"\(series.route)\",status=\"\(series.status)\"}", count)
        }
        text.head("lavoir_http_request_seconds", "histogram", "Seconds until an answer is ready to be sent, by route.")
        for (route, histogram) in state.seconds.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Histogram.bounds, histogram.counts) {
                text.line("lavoir_http_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"}", count)
            }
            text.line("lavoir_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"}", histogram.count)
            text.line("lavoir_http_request_seconds_sum{route=\"\(route)\"}", histogram.sum)
            text.line("lavoir_http_request_seconds_count{route=\"\(route)\"}", histogram.count)
        }
        text.one("lavoir_http_requests_going", "gauge", "Requests being answered.", state.going)
        text.one("lavoir_http_sent_bytes_total", "counter", "Bytes of bodies sent.", state.bytes)
        text.one("lavoir_cache_hits_total", "counter", "Answers from memory.", state.cacheHits)
        text.one("lavoir_cache_misses_total", "counter", "Answers that were made.", state.cacheMisses)
        text.one("lavoir_new_versions_total", "counter", "Times that new versions were taken up.", state.versions)
        text.one("lavoir_watch_failures_total", "counter", "Times that the lake or a copy could not be read.", state.failures)
        text.one("lavoir_datasets", "gauge", "Datasets being served.", datasets)
        text.one("process_resident_memory_bytes", "gauge", "Memory of the process.", Self.memory)
        return text.text
    }

    /// The process's own memory, from the system.
    private static var memory: Int {
        let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private struct Text {
        var text = ""
        mutating func head(_ name: String, _ type: String, _ help: String) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        }
        mutating func line(_ name: String, _ value: some CustomStringConvertible) { text += "\(name) \(value)\n" }
        mutating func one(_ name: String, _ type: String, _ help: String, _ value: Int) {
            head(name, type, help)
            line(name, value)
        }
    }
}
