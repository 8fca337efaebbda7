package import Territory

/// A trap of business files: something that a person sees at a glance and a program falls into. One trap is one file and one
/// line in `TrapRegistry.traps`.
///
/// ```swift
/// struct EuroSigns: Trap {
///     static let kind = TrapKind(code: "inspect.euro-signs", …)
///     static func findings(in survey: Survey) throws -> [TrapFinding] {
///         try survey.cells(marked: Marks.euro).map { TrapFinding($0, mends: […]) }
///     }
/// }
/// ```
protocol Trap: Sendable {
    /// Its name and sentences.
    static var kind: TrapKind { get }

    /// Where it is in a file, with rows as proof; nothing when it is not.
    static func findings(in survey: Survey) throws -> [TrapFinding]

    /// Where it is in a file that is meant for a schema.
    static func findings(in survey: Survey, for fit: SchemaFit) throws -> [TrapFinding]
}

extension Trap {
    static func findings(in survey: Survey) throws -> [TrapFinding] { [] }
    static func findings(in survey: Survey, for fit: SchemaFit) throws -> [TrapFinding] { [] }
}

/// What a trap is called, and its sentences: what it is, why it matters, which step of a recipe mends it. `what` is a template
/// over `{column}`, `{count}` and `{detail}`.
package struct TrapKind: Sendable, Hashable {
    package let code: String
    package let what: Bilingual
    package let why: Bilingual
    package let mend: Bilingual

    init(code: String, what: Bilingual, why: Bilingual, mend: Bilingual) {
        self.code = code
        self.what = what
        self.why = why
        self.mend = mend
    }
}

/// A trap met in a file: where, how often, the first rows, and what a drafted recipe does about it.
struct TrapFinding: Sendable {
    let columns: [String]
    let count: Int
    var isEstimate = false
    var detail = Bilingual("")
    let proofs: [CellHits.Proof]
    var mends: [Mend] = []

    init(
        columns: [String] = [], count: Int, isEstimate: Bool = false, detail: Bilingual = Bilingual(""),
        proofs: [CellHits.Proof] = [], mends: [Mend] = []
    ) {
        self.columns = columns
        self.count = count
        self.isEstimate = isEstimate
        self.detail = detail
        self.proofs = proofs
        self.mends = mends
    }

    /// A trap of many columns is told once, as long as there is no more to say of each.
    static func together(_ findings: [(kind: TrapKind, finding: TrapFinding)]) -> [(kind: TrapKind, finding: TrapFinding)] {
        var told: [(kind: TrapKind, finding: TrapFinding)] = []
        for (kind, findings) in TrapRegistry.traps.map({ trap in (trap.kind, findings.filter { $0.kind == trap.kind }) }) {
            let plain = findings.map(\.finding).filter { $0.detail == Bilingual("") && $0.columns.count == 1 }
            guard plain.count > few, plain.count == findings.count else {
                told += findings
                continue
            }
            let whole = TrapFinding(
                columns: plain.flatMap(\.columns), count: plain.reduce(0) { $0 + $1.count },
                isEstimate: plain.contains(where: \.isEstimate), proofs: Array(plain.compactMap(\.proofs.first).prefix(6)),
                mends: plain.flatMap(\.mends))
            told.append((kind, whole))
        }
        return told
    }

    /// As many columns are told one by one.
    private static let few = 2

    /// The cells of one column.
    init(_ hits: CellHits, detail: Bilingual = Bilingual(""), mends: [Mend] = []) {
        self.init(
            columns: [hits.column.name], count: hits.count, isEstimate: hits.isEstimate, detail: detail, proofs: hits.proofs,
            mends: mends)
    }
}

/// What a drafted recipe does about a trap, before the columns take other names.
enum Mend: Sendable, Hashable {
    case dropEmptyRows
    case dropEmptyColumns
    /// Removes rows by what a column says: text with `*`, as the step `filter` takes it.
    case except(column: String, words: [String])
    /// Sets aside the rows that a column calls totals, once compared with the sums.
    case totals(column: String)
    /// Moves a heading that stands alone on a row into a column of its own.
    case heading(column: String, into: String, others: [String])
    case fillDown([String])
    case trim
    case keep([String])
    case unpivot([String], name: String, value: String)
    /// A value that the file says once for all rows, in a title.
    case constant(String, String)
    case rename(String, to: String)
    case pad(String, Int)
    case empty(String, [String])
    case makePrivate(String)
    /// Something only a person can decide: a comment of the draft.
    case ask(Bilingual)
}
