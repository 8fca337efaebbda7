internal import Foundation
internal import Territory

/// The last body of an address and what the server said of it, in this machine's folder: an unchanged source costs one
/// request without a body.
struct HttpStore: Sendable {
    /// What the server may be asked about later (RFC 9110 section 8.8), and where it said so.
    struct Validators: Codable, Sendable {
        var tag: String?
        var modified: String?
        /// The fingerprint of the address that answered, after redirects; the address itself may hold a key.
        var answered: String
    }

    let folder: URL

    /// - Parameter name: what tells this source from the others.
    init(_ name: String, in territory: Confinement) {
        folder = territory.folder.appending(path: ".lavoir/http").appending(path: String(fingerprint(of: [name]).prefix(32)))
    }

    var body: URL { folder.appending(path: "body") }
    private var state: URL { folder.appending(path: "validators.json") }

    func prepare() throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// A place beside the body for what is not whole yet. What a killed process left is overwritten in time, or swept.
    func part() -> URL { folder.appending(path: "part-\(getpid())-\(UInt32.random(in: 0 ... .max))") }

    /// What to ask about; nothing when there is no body.
    var validators: Validators? {
        guard FileManager.default.fileExists(atPath: body.path), let data = try? Data(contentsOf: state) else { return nil }
        return try? JSONDecoder().decode(Validators.self, from: data)
    }

    /// Puts a whole body in the place of the last one. The validators go first: a body without them is only asked for again.
    func keep(_ part: URL, _ validators: Validators) throws {
        if FileManager.default.contentsEqual(atPath: part.path, andPath: body.path) {
            try? FileManager.default.removeItem(at: part)
        } else {
            try? FileManager.default.removeItem(at: state)
            guard rename(part.path, body.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
        try JSONEncoder().encode(validators).write(to: state, options: .atomic)
    }

    /// Removes the parts of processes that are no more.
    func sweep() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix("part-") {
            guard let process = name.split(separator: "-").dropFirst().first.flatMap({ pid_t($0) }), kill(process, 0) != 0 else {
                continue
            }
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}
