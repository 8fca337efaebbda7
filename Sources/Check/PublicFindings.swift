package import Territory

/// What the findings of a dataset tell to everyone.
///
/// Facts are told of fields that are published. A value of a column that a recipe set aside, or a row's cells, may be personal data:
/// dots stand for them, and nothing is advised. Findings about a private field are left out whole.
package struct PublicFindings: Sendable {
    private let hidden: Set<String>
    /// None of a dataset that keeps some fields private, since a sentence about one field may quote its neighbour.
    private let quoted: Set<String>

    /// - Parameters:
    ///   - fields: what the dataset declares.
    ///   - columns: those of the version that is published.
    package init(_ fields: [FieldDeclaration], columns: some Sequence<String>) {
        hidden = Set(fields.filter(\.isPrivate).map(\.name))
        quoted = hidden.isEmpty ? Set(columns) : []
    }

    /// Whether a field may be spoken of; what is said of no field in particular may be said.
    package func shows(_ field: String?) -> Bool { field.map { !hidden.contains($0) } ?? true }

    /// The sentence and the remedy as anyone may read them.
    package func words(of group: Report.Group) -> (what: Bilingual, remedy: Bilingual?) {
        if let field = group.field, quoted.contains(field) { return (group.what, group.remedy) }
        return (Bilingual(fr: dotted(group.template.french), en: dotted(group.template.english)), nil)
    }

    private func dotted(_ template: String) -> String { template.replacing(#/\{[^}]*\}/#, with: "…") }
}
