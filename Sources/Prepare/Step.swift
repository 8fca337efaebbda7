internal import DuckDB
package import Territory

/// One step of a recipe: it turns a relation into another, as SQL. No row passes through it.
///
/// ```swift
/// struct Drop: Step {
///     static let spec = Spec(name: "drop", …)
///     init(_ declaration: StepDeclaration) throws(PrepareFault) { … }
///     func apply(to input: StepInput) throws -> StepOutput {
///         let kept = input.columns.filter { … }
///         return StepOutput(input.select(kept.map(Item.init)), columns: kept)
///     }
/// }
/// ```
package protocol Step: Sendable {
    /// The keys it accepts and the sentences that explain it.
    static var spec: Spec { get }
    /// The findings it can make.
    static var findings: [FindingKind] { get }

    /// Reads the declaration, whose shape `spec` has checked.
    init(_ declaration: StepDeclaration) throws(PrepareFault)

    /// Files of the territory it reads, relative to it: they belong to the fingerprint.
    var files: [String] { get }

    /// Extensions of the engine its SQL calls, such as `spatial`: loaded by who runs the recipe, only when a step needs them.
    var extensions: [String] { get }

    /// Whether it names this column: such a column survives `drop-empty` even in a year when it is empty.
    func names(_ column: String) -> Bool

    /// The step as SQL over `input.name`.
    ///
    /// Throws a `PrepareFault` when the columns are not those it needs, an `EngineFault` when a probe fails.
    func apply(to input: StepInput) throws -> StepOutput
}

extension Step {
    package static var findings: [FindingKind] { [] }
    package var files: [String] { [] }
    package var extensions: [String] { [] }
    package func names(_ column: String) -> Bool { false }
}
