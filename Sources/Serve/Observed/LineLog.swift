internal import Foundation
package import Logging

/// A log of JSON lines on standard error, one for each event: time, level, message and what belongs to it. Names in alphabetical
/// order; no address, no key and no value of a question ever stands in it.
package struct LineLog: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    package init() {}

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        if let more = event.metadata { all.merge(more) { $1 } }
        all["hb.request.id"] = nil
        let time = Moment.text(Int(Date().timeIntervalSince1970), separator: "T") + "Z"
        var members = [
            JSON.Member(name: "time", value: .text(time)), JSON.Member(name: "level", value: .text(event.level.rawValue)),
            JSON.Member(name: "message", value: .text("\(event.message)")),
        ]
        members += all.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .text("\($0.value)")) }
        let line = Array((JSON.object(members).line + "\n").utf8)
        // One call for a line: lines of several threads do not mix.
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
