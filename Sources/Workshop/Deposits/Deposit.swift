package import Foundation
package import Inspect
package import Territory

/// A file on its way to become a dataset, or the next version of one: what was found in it, what its agent chose. A draft lies in
/// a folder of its own, with the file.
package struct Deposit: Sendable, Codable {
    package enum State: String, Sendable, Codable {
        /// Its agent is at work.
        case draft
        /// Waits for someone who may publish.
        case submitted
        /// Sent back with a word.
        case returned
        case published
    }

    /// What was chosen of the proposed recipe.
    package struct RecipeChoice: Sendable, Codable, Hashable {
        /// The schema; nil for none.
        package var schema: String?
        /// Steps that were unticked, by their place.
        package var dropped: Set<Int> = []
        /// Columns that are kept and never published.
        package var hidden: Set<String> = []
        /// Likely mends that were accepted, by their place.
        package var repairs: Set<Int> = []
        /// How many refused cells do not keep the data from being published.
        package var accepted = 0
    }

    /// What someone who may publish decided.
    package struct Decision: Sendable, Codable, Hashable {
        package let who: String
        package let word: String
        package let time: Date

        package init(who: String, word: String, time: Date) {
            self.who = who
            self.word = word
            self.time = time
        }
    }

    package let id: String
    package let owner: String
    /// What its agent calls the file: for people, never a path.
    package let fileName: String
    /// The ending of the file here: plain letters and digits.
    package let ending: String
    /// The dataset whose data it brings anew; nil for a new dataset.
    package let replaces: String?
    package let created: Date
    package var changed: Date
    package var state = State.draft
    package var examination: Examination
    package var choice = RecipeChoice()
    package var sheet: SheetForm
    package var trial: Trial?
    /// Why the data change, for the history.
    package var reason = ""
    package var decision: Decision?
    /// The dataset that came of it.
    package var dataset: String?

    package init(
        id: String, owner: String, fileName: String, ending: String, replaces: String?, examination: Examination, at now: Date
    ) {
        self.id = id
        self.owner = owner
        self.fileName = fileName
        self.ending = ending
        self.replaces = replaces
        self.examination = examination
        created = now
        changed = now
        sheet = SheetForm(title: Self.title(examination.parts.title, fileName))
        take(examination)
    }

    /// What the file says above its table; else its name, made readable.
    private static func title(_ said: String, _ fileName: String) -> String {
        guard said == "Source" else { return said }
        let stem = fileName.split(separator: ".").dropLast().joined(separator: " ")
        let words = (stem.isEmpty ? fileName : stem).split { "_-. ".contains($0) }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Begins the choices anew with what an examination proposes.
    package mutating func take(_ examination: Examination) {
        self.examination = examination
        choice = RecipeChoice(
            schema: examination.schema, hidden: Set(examination.parts.columns.filter(\.isPrivate).map(\.name)))
        trial = nil
    }

    /// Whether its agent may still change it.
    package var isOpen: Bool { state == .draft || state == .returned }

    /// What people call it.
    package var title: String { sheet.title.isEmpty ? fileName : sheet.title }
}
