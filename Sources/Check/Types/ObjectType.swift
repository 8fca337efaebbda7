internal import Foundation

/// `object`: a JSON object.
struct ObjectType: ValueType {
    static let name = "object"
    static let constraints = ConstraintNames.sized

    init(_ field: FieldDescriptor) {}

    func reading(of text: String) -> Reading { JSONText.reading(of: text, kind: "OBJECT") }

    func text(of column: String, type: String) -> String { "CAST(to_json(\(column)) AS VARCHAR)" }
}

/// JSON in a cell.
enum JSONText {
    /// - Parameter kind: what `json_type` must say.
    static func reading(of text: String, kind: String) -> Reading {
        let fits = "(json_valid(\(text)) AND CASE WHEN json_valid(\(text)) THEN json_type(\(text)) = '\(kind)' END)"
        // The engine forgives a comma before a closing bracket; such texts are looked at one by one.
        let isSuspect = #"(NOT coalesce(\#(fits), false) OR regexp_matches(\#(text), ',\s*[\]}]'))"#
        return Reading(
            isRefused: "\(text) IS NOT NULL AND \(isSuspect)", value: "CASE WHEN coalesce(\(fits), false) THEN \(text) END",
            confirm: { text in
                guard !hasTrailingComma(text) else { return true }
                let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
                return kind == "ARRAY" ? value?.list == nil : value?.object == nil
            })
    }

    /// A comma before a closing bracket, outside texts: forgiven by readers of JSON, not by RFC 8259.
    private static func hasTrailingComma(_ text: String) -> Bool {
        var isText = false, isEscaped = false
        var last: UInt8 = 0
        for byte in text.utf8 {
            if isText {
                isText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"), last == UInt8(ascii: ",") {
                return true
            } else if byte == UInt8(ascii: "\"") {
                isText = true
            }
            if ![0x20, 0x09, 0x0A, 0x0D].contains(byte) { last = byte }
        }
        return false
    }
}
