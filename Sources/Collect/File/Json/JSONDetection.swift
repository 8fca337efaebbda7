internal import Foundation

/// Finds the records of a JSON file: each document when there are several, else the first list of objects, else the document.
///
/// A first document of more than 16 MB has no second: nobody writes a record as long.
final class JSONDetection: JSONStream.Listener {
    private struct Stop: Error {}

    private static let patience = 400_000

    private var documents = 0
    private var events = 0
    private var keys: [String] = []
    private var containers: [JSONStream.Container] = []
    private var lastKey: String?
    private var found: [String]?
    private var lists: [[String]] = []
    private var isFeature = false

    private init() {}

    /// The path of the records, and the other lists of objects, which a source may prefer.
    static func path(in file: URL, encoding: TextEncoding) throws -> (path: JSONPath, others: [String]) {
        let detection = JSONDetection()
        do { try JSONStream.read(file, encoding: encoding, detection) } catch is Stop {} catch is JSONStream.Malformed {
            // What was seen before the mistake decides; the reading that follows will tell of it.
        }
        return (detection.path, detection.lists.dropFirst().map { $0.joined(separator: ".") }.filter { !$0.isEmpty })
    }

    /// Whether a file holds several documents, or one feature alone: not a collection.
    static func holdsDocuments(_ file: URL) -> Bool {
        let detection = JSONDetection()
        do { try JSONStream.read(file, encoding: .utf8, detection) } catch {}
        return detection.documents > 1 || detection.isFeature
    }

    private var path: JSONPath { documents > 1 ? .documents : found.map { .keys($0) } ?? .documents }

    func document() throws {
        documents += 1
        if documents > 1 { throw Stop() }
    }

    func begin(_ container: JSONStream.Container) throws {
        try count()
        if containers.isEmpty, container == .array {
            found = []
            throw Stop()
        }
        if container == .object, containers.last == .array, !lists.contains(keys) {
            if found == nil { found = keys }
            // Lists inside records are values of theirs.
            if let found, keys == found || !keys.starts(with: found) { lists.append(keys) }
        }
        if containers.last == .object, let lastKey { keys.append(lastKey) }
        containers.append(container)
    }

    func key(_ name: [UInt8]) throws { lastKey = String(decoding: name, as: UTF8.self) }

    func value(_ value: [UInt8], _ kind: JSONStream.Scalar) throws {
        try count()
        if keys.isEmpty, lastKey == "type", containers.count == 1 { isFeature = value == Array("Feature".utf8) }
    }

    func end(_ container: JSONStream.Container) throws {
        containers.removeLast()
        if containers.last == .object { keys.removeLast() }
    }

    private func count() throws {
        events += 1
        if events > Self.patience, found != nil { throw Stop() }
    }
}
