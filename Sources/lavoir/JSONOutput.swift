internal import Foundation

/// Answers for machines: stable keys in order, two spaces, one line end at the end.
enum JSONOutput {
    static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Terminal.output.line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
