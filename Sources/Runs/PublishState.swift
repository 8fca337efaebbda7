internal import Foundation
internal import Publish

/// What this machine remembers so that publishing what has not changed costs little: the hashes of the files made of a version, and
/// what was last published whole. Disposable: without it, files are made and portals are asked again.
struct PublishState: Codable, Sendable {
    /// The files of one version.
    struct Files: Codable, Sendable {
        /// What they were made from: run of the version, formats, program.
        let key: String
        let made: MadeFiles
    }

    var files: [String: Files] = [:]
    /// By dataset, then by destination: what was published, without anything left to do.
    var published: [String: [String: String]] = [:]

    static func load(from file: URL) -> PublishState {
        guard let data = try? Data(contentsOf: file) else { return PublishState() }
        return (try? JSONDecoder().decode(PublishState.self, from: data)) ?? PublishState()
    }

    /// Written beside and renamed. A state that cannot be written only costs time later.
    func save(to file: URL) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { return }
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? data.write(to: file, options: .atomic)
    }
}
