package import Inspect
package import Territory

/// What was found in a file, as far as people are shown it.
package struct Examination: Sendable, Codable {
    /// Something in the file that a program falls into.
    package struct Trap: Sendable, Codable {
        package let what: Bilingual
        package let why: Bilingual
        package let mend: Bilingual
        /// Cells that prove it, `ligne 12 : « 1 200 € »`.
        package let proofs: [Bilingual]
    }

    /// A schema that the file may be meant for.
    package struct Schema: Sendable, Codable {
        package let name: String
        package let title: String?
        /// 0 to 1.
        package let score: Double
        package let isProposed: Bool
        package let missing: [Bilingual]
    }

    package let format: String
    package let rows: Int
    package let notes: [Bilingual]
    package let titles: [String]
    /// The first rows.
    package let sample: [[String]]
    package let traps: [Trap]
    /// The likeliest first.
    package let schemas: [Schema]
    /// The schema that the proposed recipe follows.
    package let schema: String?
    package let parts: DraftParts
}
