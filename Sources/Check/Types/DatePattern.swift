/// A `strptime` pattern of a schema, as a pattern of RE2 that says what shape it takes; the engine's own `strptime` says
/// whether the date exists. <https://docs.python.org/3/library/datetime.html#format-codes>
struct DatePattern: Sendable {
    private let format: String

    init(_ format: String) {
        self.format = format
    }

    /// The shape of the texts it takes; nil when a directive is not known, and nothing then matches.
    var shape: String? {
        var shape = "(?i)"
        var rest = format.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard let letter = rest.popFirst(), let piece = Self.directives[letter] else { return nil }
                shape += "(?:\(piece))"
            } else if scalar.properties.isWhitespace {
                shape += #"\s+"#
            } else {
                shape += #"\x{\#(String(scalar.value, radix: 16))}"#
            }
        }
        return shape
    }

    func reading(of text: String, as type: String) -> Reading {
        guard let shape else { return Reading(isRefused: "\(text) IS NOT NULL", value: "CAST(NULL AS \(type))") }
        let value =
            "CASE WHEN regexp_full_match(\(text), \(constant(shape))) THEN "
            + "CAST(try_strptime(replace(\(text), '  ', ' '), \(constant(format))) AS \(type)) END"
        return Reading(isRefused: "\(text) IS NOT NULL AND (\(value)) IS NULL", value: value)
    }

    private static let directives: [Unicode.Scalar: String] = [
        "Y": "[0-9]{4}", "m": "1[0-2]|0[1-9]|[1-9]", "d": "3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9]",
        "H": "2[0-3]|[01][0-9]|[0-9]", "I": "1[0-2]|0[1-9]|[1-9]", "M": "[0-5][0-9]|[0-9]", "S": "6[01]|[0-5][0-9]|[0-9]",
        "y": "[0-9]{2}", "j": "36[0-6]|3[0-5][0-9]|[12][0-9]{2}|0[1-9][0-9]|00[1-9]|[1-9][0-9]|0[1-9]|[1-9]", "p": "am|pm",
        "f": "[0-9]{1,6}", "z": #"[+-][0-9]{2}:?[0-5][0-9]|Z"#, "%": "%",
        "b": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        "B": "january|february|march|april|may|june|july|august|september|october|november|december",
        "a": "mon|tue|wed|thu|fri|sat|sun", "A": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    ]
}
