internal import Territory

/// A list whose items are those of `arrayItem` but for case, accents, blanks and punctuation.
struct ListedItems: Mend {
    static let name = "listed-items"
    static let what = Bilingual(
        fr: "éléments de la liste écrits exactement comme attendu", en: "items of the list written exactly as expected")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard let item = ArrayItem(field), let values = Listed.values(of: item.field) else { return nil }
        let isList = "CASE WHEN json_valid(text) THEN json_type(text) = 'ARRAY' ELSE false END"
        let items =
            "CASE WHEN \(isList) THEN from_json(text, '[\"VARCHAR\"]') ELSE regexp_split_to_array(text, ' ?[,;|] ?') END"
        let same = "list_filter([\(values)], lambda v: \(Fold.sql("v")) = \(Fold.sql("i")))"
        // An item that is like none, or like two, stays as it is: the field then refuses the whole.
        let mended = "list_transform(\(items), lambda i: CASE WHEN len(\(same)) = 1 THEN (\(same))[1] ELSE i END)"
        // What parts the items of a text that is no list may stand within one of them.
        return Proposal(value: "CAST(to_json(\(mended)) AS VARCHAR)", isSafe: isList)
    }
}
