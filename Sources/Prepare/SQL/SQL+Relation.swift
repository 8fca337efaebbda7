internal import DuckDB

extension SQL {
    /// The SQL a collector made. Its `?` are found again outside quotes, so that the statement can be shown with its values.
    init(_ relation: Relation) {
        var values = relation.parameters[...]
        var parts: [Part] = []
        var words = ""
        var until: Character?
        for character in relation.sql {
            if let end = until {
                if character == end { until = nil }
            } else if character == "'" || character == "\"" {
                until = character
            } else if character == "?", let value = values.popFirst() {
                parts += [.words(words), .value(value)]
                words = ""
                continue
            }
            words.append(character)
        }
        precondition(values.isEmpty, "a relation has a value for each `?` and no more")
        self.init(parts: parts + [.words(words)])
    }
}

extension SQL {
    /// The text with its values written in: to read and to paste, never to run from here.
    var readable: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .value(let value): value.readable
            }
        }.joined()
    }
}

extension SQLValue {
    /// The value as an SQL literal. Control characters are escaped: a cell must not steer the reader's terminal.
    fileprivate var readable: String {
        switch self {
        case .null: return "NULL"
        case .boolean, .integer, .double, .decimal: return text ?? "NULL"
        case .date(let date): return "DATE " + literal(date)
        case .timestamp(let timestamp): return "TIMESTAMP " + literal(timestamp)
        case .text(let text): return SQLValue.readable(text)
        case .blob(let bytes): return "from_hex('" + bytes.map { SQLValue.hexadecimal(UInt32($0)) }.joined() + "')"
        case .list(let values): return "[" + values.map(\.readable).joined(separator: ", ") + "]"
        case .structure(let members):
            let fields = members.map { identifier($0.name) + ": " + $0.value.readable }
            return "{" + fields.joined(separator: ", ") + "}"
        }
    }

    private static func readable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return literal(text) }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "'": "''"
            case _ where isControl(scalar): "\\x" + hexadecimal(scalar.value)
            default: String(scalar)
            }
        }
        return "E'" + escaped.joined() + "'"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }

    private static func hexadecimal(_ value: UInt32) -> String {
        String(value >> 4 & 0xF, radix: 16) + String(value & 0xF, radix: 16)
    }
}
