package import Territory

extension Report.Group {
    /// The sentence and the remedy as anyone may read them. Facts are told of fields that are published; a value of a column that a
    /// recipe set aside, or a row's cells, may be personal data: dots stand for them, and nothing is advised.
    /// - Parameter fields: the columns that everyone may see; none of a dataset that keeps some private, since a sentence about one
    ///   field may quote its neighbour.
    package func told(showing fields: Set<String>) -> (what: Bilingual, remedy: Bilingual?) {
        if let field, fields.contains(field) { return (what, remedy) }
        let what = Bilingual(
            fr: template.french.replacing(#/\{[^}]*\}/#, with: "…"), en: template.english.replacing(#/\{[^}]*\}/#, with: "…"))
        return (what, nil)
    }
}
