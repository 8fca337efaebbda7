package import Territory

/// A way to write a refused text so that its field takes it. One mend is one file and one line in `MendRegistry.mends`.
///
/// A mend only proposes: what it proposes is kept when the field's type, constraints and checks take it.
protocol Mend: Sendable {
    /// Its name in reports.
    static var name: String { get }
    /// What it does, for people.
    static var what: Bilingual { get }

    /// What it would write; nil where it has nothing to say to the field.
    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal?
}

/// What a mend would write, in SQL over `text`: the refused text, with single blanks and none at its ends.
struct Proposal: Sendable {
    /// The new text; NULL when there is none.
    let value: String
    /// Whether there is no other way to read the text.
    var isSafe = "true"
}

/// The mends. A new one takes its line here; where several would do, safe ones and then the first ones win.
package enum MendRegistry {
    static let mends: [any Mend.Type] = [
        Spaces.self,
        Encoding.self,
        Separators.self,
        LostZeros.self,
        Dates.self,
        Numbers.self,
        Booleans.self,
        Listed.self,
        Addresses.self,
        SwappedPoint.self,
        Lists.self,
        ListedItems.self,
        Nearest.self,
        Letters.self,
    ]

    /// What a mend does, for people.
    package static func what(_ name: String) -> Bilingual { mends.first { $0.name == name }?.what ?? Bilingual(name) }
}

/// Pieces of SQL that mends share.
enum Fold {
    /// Letters and digits alone, without case or accents.
    static func sql(_ text: String) -> String { #"lower(strip_accents(regexp_replace(\#(text), '[^\p{L}\p{N}]+', '', 'g')))"# }
}
