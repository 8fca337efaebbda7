package import Territory

/// A budget or a plan de comptes that cannot be read.
package struct TotemFault: Explained {
    /// What stopped the reading.
    enum Reason: Sendable {
        case unreadable(String)
        case malformed(String)
        /// Another root: its name.
        case notABudget(root: String)
        case noBudgetInside
        case notAPlan(root: String)
    }

    let reason: Reason
    /// The file, relative to the territory.
    let file: String
    package let place: Place?

    package var subject: String? { file }

    package var code: String {
        switch reason {
        case .unreadable: "totem.unreadable"
        case .malformed: "totem.malformed-xml"
        case .notABudget: "totem.not-a-budget"
        case .noBudgetInside: "totem.no-budget-inside"
        case .notAPlan: "totem.not-a-plan"
        }
    }

    /// Puts words on whatever stopped the reading of `file`; an error of another family passes as it is.
    static func wrap(_ error: any Error, _ file: String) -> any Error {
        switch error {
        case let error as XMLStream.Malformed:
            let place = error.line > 0 ? Place(file: file, line: error.line, column: max(1, error.column)) : nil
            return TotemFault(reason: .malformed(error.message), file: file, place: place)
        case let error as XMLStream.Unreadable:
            return TotemFault(reason: .unreadable(error.message), file: file, place: nil)
        case let error as TotemReader.NotABudget:
            return TotemFault(reason: error.root.map { .notABudget(root: $0) } ?? .noBudgetInside, file: file, place: nil)
        case let error as AccountPlanReader.NotAPlan:
            return TotemFault(reason: .notAPlan(root: error.root), file: file, place: nil)
        default: return error
        }
    }
}
