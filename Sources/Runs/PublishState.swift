internal import Publish

/// What this machine remembers so that publishing what has not changed costs little: the hashes of the files made of a version, and
/// what was last published whole. Disposable: without it, files are made and portals are asked again.
struct PublishState: NodeMemory {
    /// The files of one version.
    struct Files: Codable, Sendable {
        /// What they were made from: run of the version, formats, program.
        let key: String
        let made: MadeFiles
    }

    var files: [String: Files] = [:]
    /// By dataset, then by destination: what was published, without anything left to do.
    var published: [String: [String: String]] = [:]
}
