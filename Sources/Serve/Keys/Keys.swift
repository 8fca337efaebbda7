internal import Foundation
internal import HTTPTypes
internal import Synchronization

/// The keys as the server knows them: read anew when their file has been written.
final class Keys: Sendable {
    private struct State {
        var stamp: String?
        var byHash: [String: AccessKey] = [:]
    }

    private let file: KeyFile
    private let state = Mutex(State())

    init(_ file: KeyFile) { self.file = file }

    /// Reads the file when it is not the one read last.
    func refresh() throws {
        let stamp = file.stamp
        if state.withLock({ $0.stamp == stamp }) { return }
        let keys = try file.keys()
        state.withLock { state in
            state = State(stamp: stamp, byHash: Dictionary(keys.map { ($0.hash, $0) }, uniquingKeysWith: { $1 }))
        }
    }

    /// Who asks: `Authorization: Apikey KEY`, the scheme in any case, or `apikey=KEY`. A key that is not in force is refused, as
    /// the service that is followed does.
    func caller(_ ask: Ask) throws(Refusal) -> Caller {
        guard let text = Self.text(ask) else { return .anyone }
        let hash = AccessKey.hash(text)
        guard let key = state.withLock({ $0.byHash[hash] }), key.isValid(at: Date()) else { throw .badKey }
        return Caller(key: key)
    }

    private static func text(_ ask: Ask) -> String? {
        if let header = ask.headers[.authorization] {
            let words = header.split(separator: " ", maxSplits: 1)
            if words.count == 2, words[0].lowercased() == "apikey" {
                return words[1].trimmingCharacters(in: .whitespaces)
            }
            // Clients of CKAN send the key alone.
            if words.count == 1, words[0].hasPrefix("lav_") { return String(words[0]) }
        }
        return ask.parameters["apikey"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
