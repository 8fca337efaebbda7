internal import Territory

/// French amounts to plain numbers: `1 234,50 €`. A comma before three digits could be either, and is only likely.
struct Numbers: Mend {
    static let name = "number"
    static let what = Bilingual(
        fr: "nombre écrit avec un point, sans espace ni unité", en: "number written with a point, without blanks or unit")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard [NumberType.name, IntegerType.name].contains(field.type), field.properties["decimalChar"] == nil,
            field.properties["groupChar"] == nil
        else { return nil }
        let bare = "regexp_replace(text, '(?i) |€|eur(os?)?$', '', 'g')"
        let whole = field.type == IntegerType.name
        let value = """
            CASE
            WHEN \(whole) AND regexp_full_match(\(bare), '[+-]?[0-9]+[.,]0+') THEN regexp_extract(\(bare), '^[+-]?[0-9]+')
            WHEN regexp_full_match(\(bare), '[+-]?[0-9]+,[0-9]+') THEN replace(\(bare), ',', '.')
            WHEN regexp_full_match(\(bare), '[+-]?[0-9]{1,3}([.][0-9]{3})+,[0-9]+') THEN replace(replace(\(bare), '.', ''), ',', '.')
            WHEN regexp_full_match(\(bare), '[+-]?[0-9]+([.][0-9]+)?') THEN \(bare)
            END
            """
        return Proposal(value: value, isSafe: "NOT regexp_full_match(\(bare), '[+-]?[1-9][0-9]{0,2},[0-9]{3}')")
    }
}
