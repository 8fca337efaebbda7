/// Where the files of a static site lie: a folder, or a bucket. Paths are `subventions/index.html`, without a slash before.
protocol Shelf: Sendable {
    /// What a folder of the site holds, hidden files aside: names, and SHA-256 where it can be told.
    /// - Parameter expected: what should be there, by name; a shelf that keeps no SHA-256 compares.
    func hashes(in folder: String, expecting expected: [String: Print]) async throws -> [String: String]

    /// The folders of the site, in order.
    func folders() async throws -> [String]

    /// A text; nil when there is none.
    func text(at path: String) async throws -> String?

    /// Puts up a file of the dataset, whole or not at all.
    func put(_ file: PublishedFile, at path: String) async throws

    /// Puts up a text, whole or not at all.
    func put(_ text: SiteText, at path: String) async throws

    func remove(_ path: String) async throws

    /// Removes what a killed process left in a folder; and the folder, when it is empty.
    func sweep(_ folder: String) async throws

    /// How people are told where something is.
    func address(of path: String) -> String
}

/// What a file is known by.
struct Print: Sendable, Hashable {
    let sha256: String
    /// What S3 storage says of it: see `EntityTag`.
    let entityTag: String
}
