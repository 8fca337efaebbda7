/// One committed state of a dataset: a snapshot of the lake, immutable. Versions of a dataset are numbered from 1.
package struct Version: Sendable, Codable, Hashable {
    package let dataset: String
    package let number: Int
    /// The lake's snapshot; nil once it is past the horizon.
    package let snapshot: Int?
    /// Whether it is the latest: always readable, whatever its age.
    package let isCurrent: Bool
    /// When it was committed, UTC, `2025-03-31 08:00:00.123`.
    package let time: String
    package let author: String
    package let message: String
    package let run: String
    package let rows: Int
    /// Rows that this version did not share with the one before, and the other way round.
    package let added: Int
    package let removed: Int
    /// Errors that the dataset accepted.
    package let errors: Int

    /// Whether its rows can still be read.
    package var isKept: Bool { isCurrent || snapshot != nil }
}

/// The current version of a dataset.
package struct Head: Sendable, Codable, Hashable {
    package let version: Int
    package let run: String
    /// What the version was made from: sources, declaration, program.
    package let fingerprint: String

    package init(version: Int, run: String, fingerprint: String) {
        self.version = version
        self.run = run
        self.fingerprint = fingerprint
    }
}
