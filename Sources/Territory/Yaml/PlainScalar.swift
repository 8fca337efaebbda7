/// Turns an unquoted scalar into a value, by the core schema of YAML 1.2.
///
/// Only `true` and `false` are booleans (`no` is text, or a country) and digits with a leading zero stay text, so that no
/// postcode or account number is changed on its way in.
enum PlainScalar {
    static func content(of text: String) -> Value.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: break
        }
        guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return .text(text) }
        if text.wholeMatch(of: #/[-+]?(0|[1-9][0-9]*)/#) != nil, let integer = Int(text) { return .integer(integer) }
        if text.wholeMatch(of: #/[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?/#) != nil, let number = Double(text),
            number.isFinite
        {
            return .number(number)
        }
        return .text(text)
    }
}
