internal import Foundation

/// Answers for machines: stable keys in order, two spaces, one line end at the end.
enum JSONOutput {
    static func write(_ value: some Encodable) throws { Terminal.output.write(try bytes(value)) }

    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + Array("\n".utf8)
    }
}
