internal import Territory

/// Latitude before longitude. Proven where the schema asks for French coordinates; likely elsewhere.
struct SwappedPoint: Mend {
    static let name = "swapped-point"
    static let what = Bilingual(fr: "longitude remise avant la latitude", en: "longitude put back before latitude")

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        guard field.type == GeopointType.name, field.format != "object" else { return nil }
        let bare = #"regexp_replace(text, '[\[\]" ]', '', 'g')"#
        let (first, second) = ("split_part(\(bare), ',', 1)", "split_part(\(bare), ',', 2)")
        let value = field.format == "array" ? "'[' || \(second) || ', ' || \(first) || ']'" : "\(second) || ',' || \(first)"
        let isProven = schema.customChecks.contains {
            $0.name == GPSCoordinates.name && $0.parameters["column"]?.text == field.name
        }
        return Proposal(
            value: "CASE WHEN regexp_full_match(\(bare), '-?[0-9.]+,-?[0-9.]+') THEN \(value) END", isSafe: String(isProven))
    }
}
