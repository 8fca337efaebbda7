/// What is remembered of a dataset at one destination. No secret; without it everything is found again, only slower.
package struct Memory: Sendable, Hashable, Codable {
    /// The destination's own identifier of the dataset.
    package var remote: String?
    /// The address where people see it.
    package var address: String?
    /// Keywords and extras that we gave it: those that are no longer ours may go, those of others stay.
    package var keywords: [String] = []
    package var extras: [String] = []
    /// Files that the destination would not take, by key, and their size: as large, they are not sent again.
    package var refused: [String: Int] = [:]

    /// Whether the destination has refused this file, or a smaller one of the same kind.
    func refuses(_ file: PublishedFile) -> Bool { refused[file.key].map { file.size >= $0 } ?? false }

    package init() {}
}
