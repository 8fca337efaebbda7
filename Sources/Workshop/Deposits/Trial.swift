package import Check
package import Lake
package import Territory

/// What a deposit would give if it were published now.
package struct Trial: Sendable, Codable {
    /// Something that catalogues want to be told.
    package struct Advice: Sendable, Codable, Hashable {
        package let key: String
        package let words: Bilingual
        package let wantedBy: [String]
        package let isGiven: Bool
    }

    /// Rows of the result; nil when it could not be made.
    package var rows: Int?
    /// Findings of the check, errors first.
    package var groups: [Report.Group] = []
    package var errors = 0
    /// Whether it may be published as it is.
    package var isTolerable = false
    /// Whether too many refused cells are all that forbids it.
    package var isForgivable = false
    package var titles: [String] = []
    /// The first rows of the result.
    package var sample: [[String]] = []
    /// What would change; nil for a first version.
    package var difference: Difference?
    /// Whether the data are those of the current version already.
    package var isSame = false
    package var advice: [Advice] = []
    package var fault: FaultWords?
    /// The declaration, for whoever knows what it is.
    package var declaration = ""

    package init() {}
}
