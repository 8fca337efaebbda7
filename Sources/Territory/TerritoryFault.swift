/// A territory that cannot be used, with everything that is wrong in it.
package struct TerritoryFault: Explained {
    /// The first problem in reading order; the fault speaks with its voice.
    package let first: Problem
    package let others: [Problem]

    /// All problems, in reading order: file, line, column.
    package var problems: [Problem] { [first] + others }

    package init(_ first: Problem, _ others: [Problem] = []) {
        self.first = first
        self.others = others
    }

    package var code: String { first.code }
    package var place: Place? { first.place }
    package var subject: String? { first.subject }
    package var what: Bilingual { first.what }
    package var cause: Bilingual? { first.cause }
    package var remedy: Bilingual { first.remedy }

    /// Every problem, one after the other.
    package func rendered(in language: Language) -> String {
        problems.map { $0.rendered(in: language) }.joined(separator: "\n")
    }
}
