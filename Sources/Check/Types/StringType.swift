/// `string`, with its formats. Table Schema, "string".
struct StringType: ValueType {
    static let name = "string"
    static let formats = ["uri", "email", "uuid", "binary"]
    static let constraints = ConstraintNames.textual

    private let format: String

    init(_ field: FieldDescriptor) { format = field.format }

    func reading(of text: String) -> Reading {
        switch format {
        case "uri": Reading(text, matching: Self.uri, value: text)
        case "email": email(text)
        case "uuid": uuid(text)
        case "binary": binary(text)
        default: Reading(isRefused: "false", value: text)
        }
    }

    /// A scheme and a colon: RFC 3986, section 3, cut generically; what follows is free.
    private static let uri = #"(?s)[a-zA-Z][a-zA-Z0-9+.\-]*:.*"#

    /// RFC 5322 `addr-spec` without comments: a dot-atom or a quoted text, and a host name with a dot.
    private func email(_ text: String) -> Reading {
        let atom = #"[\x{A0}-\x{24F}0-9a-z!#$%&'*+/=?^_`{}|~\-]+"#
        let user = #"(?:[\x{A0}-\x{24F}][^@]*|\#(atom)(?:\.\#(atom))*|"(?:[^"\\@]|\\[^@])*")"#
        let label = #"[\p{L}0-9](?:[\p{L}0-9\-]{0,61}[\p{L}0-9])?"#
        let reading = Reading(
            text, matching: #"(?i)\#(user)@(?:\#(label)\.)+[\p{L}0-9][\p{L}0-9\-]{0,61}[\p{L}]"#, value: text)
        return reading
    }

    /// 32 hexadecimal digits, whatever stands between them: RFC 9562 and its usual spellings.
    private func uuid(_ text: String) -> Reading {
        let bare = "regexp_replace(\(text), 'urn:|uuid:|[{}-]', '', 'g')"
        let matches = "regexp_full_match(\(bare), '[0-9a-fA-F]{32}')"
        return Reading(isRefused: "NOT \(matches)", value: "CASE WHEN \(matches) THEN \(text) END")
    }

    /// Base64 with its padding, RFC 4648 section 4; other characters are passed over.
    private func binary(_ text: String) -> Reading {
        let bare = "regexp_replace(\(text), '[^A-Za-z0-9+/=]', '', 'g')"
        let matches = "(length(\(bare)) % 4 = 0 AND regexp_full_match(\(bare), '[A-Za-z0-9+/]*={0,2}'))"
        return Reading(isRefused: "NOT \(matches)", value: "CASE WHEN \(matches) THEN \(text) END")
    }
}
