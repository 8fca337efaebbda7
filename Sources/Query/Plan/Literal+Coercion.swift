extension Literal {
    /// The constant as a value of a type, as one compared with a field: `"2020"` is a number to a number and a year to a date.
    /// Nil when it is none.
    func coerced(to type: ValueType) -> Literal? {
        if self == .null { return .null }
        switch type {
        case .text, .file, .jsonBlob: return asText
        case .int: return asNumber
        case .double:
            // A column of doubles is compared with a double, or the engine would convert the column.
            if case .int(let number)? = asNumber, let same = Double(exactly: number) { return .double(same) }
            return asNumber
        case .boolean: return asBoolean
        case .date, .datetime: return asMoment
        case .geoPoint, .geoShape: return nil
        }
    }

    private var asText: Literal? {
        switch self {
        case .text: self
        case .int(let number): .text(String(number))
        case .double(let number): .text(String(number))
        case .boolean(let flag): .text(flag ? "true" : "false")
        case .null, .moment: nil
        }
    }

    private var asNumber: Literal? {
        switch self {
        case .int, .double: self
        case .text(let text): Literal(text, as: .int)
        case .null, .boolean, .moment: nil
        }
    }

    private var asBoolean: Literal? {
        switch self {
        case .boolean: self
        case .text(let text): Literal(text, as: .boolean)
        default: nil
        }
    }

    private var asMoment: Literal? {
        switch self {
        case .moment: self
        case .text(let text): MomentReader.read(text).map { .moment($0) }
        case .int(let number): MomentReader.read(number).map { .moment($0) }
        default: nil
        }
    }
}
