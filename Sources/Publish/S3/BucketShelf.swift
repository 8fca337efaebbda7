internal import Foundation
internal import Territory

/// A bucket as the shelf of a static site. The list is asked for once, and again after what was written; a text that has not changed
/// meanwhile is not read twice.
actor BucketShelf: Shelf {
    private let bucket: Bucket
    private var listed: [String: String]?
    private var texts: [String: (tag: String, text: String)] = [:]

    init(_ bucket: Bucket) { self.bucket = bucket }

    private func objects() async throws -> [String: String] {
        if let listed { return listed }
        let found = try await bucket.list()
        listed = found
        return found
    }

    func hashes(in folder: String, expecting expected: [String: Print]) async throws -> [String: String] {
        var hashes: [String: String] = [:]
        for (path, tag) in try await objects() where path.hasPrefix(folder + "/") {
            let name = String(path.dropFirst(folder.count + 1))
            guard !name.isEmpty, !name.contains("/") else { continue }
            guard let wanted = expected[name] else {
                hashes[name] = tag
                continue
            }
            hashes[name] = tag == wanted.entityTag ? wanted.sha256 : try await bucket.hash(of: path) ?? tag
        }
        return hashes
    }

    func folders() async throws -> [String] {
        let names = try await objects().keys.compactMap { path in
            path.hasSuffix("/sheet.json") ? String(path.dropLast("/sheet.json".count)) : nil
        }
        return names.filter { !$0.contains("/") }.sorted()
    }

    func text(at path: String) async throws -> String? {
        guard let tag = try await objects()[path] else { return nil }
        if let known = texts[path], known.tag == tag { return known.text }
        guard let data = try await bucket.get(path) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        texts[path] = (tag, text)
        return text
    }

    func put(_ file: PublishedFile, at path: String) async throws {
        guard let source = file.file else { preconditionFailure("files are made before they are sent") }
        listed = nil
        if file.size > EntityTag.part { return try await bucket.put(inParts: path, file, at: source) }
        try await bucket.put(path, .bytes(try Data(contentsOf: source)), hash: file.sha256, mediaType: file.served)
    }

    func put(_ text: SiteText, at path: String) async throws {
        listed = nil
        try await bucket.put(path, .bytes(text.bytes), hash: text.print.sha256, mediaType: text.mediaType)
    }

    func remove(_ path: String) async throws {
        listed = nil
        try await bucket.delete(path)
    }

    /// A bucket keeps nothing half written, and has no folders.
    func sweep(_ folder: String) {}

    nonisolated func address(of path: String) -> String { bucket.address(of: path) }
}

extension PublishedFile {
    /// The media type as a storage gives it back to browsers.
    var served: String { mediaType.hasPrefix("text/") ? mediaType + "; charset=utf-8" : mediaType }
}
