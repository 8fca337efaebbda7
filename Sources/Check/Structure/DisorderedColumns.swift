internal import Territory

/// All the columns of the schema, and no other, in another order: accepted, and told.
struct DisorderedColumns: HeaderRule {
    static let kinds = [kind]
    static let kind = FindingKind(
        code: "check.disordered-columns", severity: .warning,
        what: Bilingual(
            fr: "les colonnes ne sont pas dans l'ordre du schéma : {detail}",
            en: "the columns are not in the order of the schema: {detail}"),
        remedy: Bilingual(
            fr: "Remettez-les dans cet ordre, à la source ou par un pas reorder",
            en: "Put them in this order, at the source or with a reorder step"))

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        let names = schema.fields.map(\.name)
        guard header.labels != names, header.labels.sorted() == names.sorted() else { return [] }
        return [Finding(code: kind.code, severity: .warning, detail: names.joined(separator: ", "))]
    }
}
