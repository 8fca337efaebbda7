internal import Territory

/// An address of the web without its scheme, an e-mail with one.
struct Addresses: Mend {
    static let name = "address"
    static let what = Bilingual(fr: "adresse complétée", en: "address completed")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        switch field.format {
        case "email":
            Proposal(value: "regexp_replace(replace(text, ' ', ''), '(?i)^mailto:', '')")
        case "uri":
            Proposal(
                value: #"CASE WHEN regexp_full_match(text, '[\w-]+([.][\w-]+)+([/?#][^ ]*)?') THEN 'https://' || text END"#,
                isSafe: "false")
        default: nil
        }
    }
}
