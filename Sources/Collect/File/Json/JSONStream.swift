internal import Foundation
internal import Territory

/// Reads JSON text (RFC 8259) as a stream of events, in constant memory but for the longest text. Several documents may
/// follow one another (NDJSON, RFC 7464). Numbers come as they are written.
final class JSONStream {
    /// Takes the events. An error stops the reading and comes out of `read`.
    protocol Listener: AnyObject {
        /// A new document begins, after the first one too.
        func document() throws
        func begin(_ container: Container) throws
        func key(_ name: [UInt8]) throws
        func value(_ value: [UInt8], _ kind: Scalar) throws
        func end(_ container: Container) throws
    }

    enum Container { case object, array }
    enum Scalar { case text, number, boolean, null }

    /// What is wrong, and where: line and byte in it, from 1.
    struct Malformed: Error {
        let reason: Bilingual
        let line: Int
        let column: Int
    }

    static let depthLimit = 128

    var source: TextStream
    private let listener: any Listener
    var block: [UInt8] = []
    var at = 0
    var line = 1
    /// Offset of the start of the line in `block`; negative when it began in an earlier one.
    var lineStart = 0
    var scratch: [UInt8] = []

    private init(_ source: consuming TextStream, _ listener: any Listener) {
        self.source = source
        self.listener = listener
    }

    /// Reads a file to its end.
    /// - Throws: `Malformed`, `TextStream.Invalid` where the encoding does not hold, or what the listener throws.
    static func read(_ file: URL, encoding: TextEncoding, _ listener: any Listener) throws {
        let stream = JSONStream(try TextStream(file, encoding: encoding), listener)
        while try stream.skipSpace(orSeparator: true) != nil {
            try listener.document()
            try stream.value(depth: 0)
        }
    }

    private func value(depth: Int) throws {
        guard depth < Self.depthLimit else { throw malformed(RecordMessages.tooDeep) }
        switch try skipSpace() {
        case UInt8(ascii: "{"): try object(depth)
        case UInt8(ascii: "["): try array(depth)
        case UInt8(ascii: "\""):
            try text()
            try listener.value(scratch, .text)
        case UInt8(ascii: "t"): try word("true", .boolean)
        case UInt8(ascii: "f"): try word("false", .boolean)
        case UInt8(ascii: "n"): try word("null", .null)
        case let byte?:
            guard Self.isOfNumber(byte) else { throw unexpected(byte) }
            try number()
        case nil: throw unexpected(nil)
        }
    }

    private func object(_ depth: Int) throws {
        at += 1
        try listener.begin(.object)
        var byte = try skipSpace()
        while byte != UInt8(ascii: "}") {
            guard byte == UInt8(ascii: "\"") else { throw unexpected(byte) }
            try text()
            try listener.key(scratch)
            byte = try skipSpace()
            guard byte == UInt8(ascii: ":") else { throw unexpected(byte) }
            at += 1
            try value(depth: depth + 1)
            byte = try skipSpace()
            if byte == UInt8(ascii: ",") {
                at += 1
                byte = try skipSpace()
                if byte == UInt8(ascii: "}") { throw unexpected(byte) }
            } else if byte != UInt8(ascii: "}") {
                throw unexpected(byte)
            }
        }
        at += 1
        try listener.end(.object)
    }

    private func array(_ depth: Int) throws {
        at += 1
        try listener.begin(.array)
        var byte = try skipSpace()
        while byte != UInt8(ascii: "]") {
            try value(depth: depth + 1)
            byte = try skipSpace()
            if byte == UInt8(ascii: ",") {
                at += 1
                byte = try skipSpace()
                if byte == UInt8(ascii: "]") { throw unexpected(byte) }
            } else if byte != UInt8(ascii: "]") {
                throw unexpected(byte)
            }
        }
        at += 1
        try listener.end(.array)
    }

    private func word(_ word: StaticString, _ kind: Scalar) throws {
        scratch.removeAll(keepingCapacity: true)
        for expected in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            let byte = try peek()
            guard byte == expected else { throw unexpected(byte) }
            scratch.append(expected)
            at += 1
        }
        try listener.value(scratch, kind)
    }

    private func number() throws {
        scratch.removeAll(keepingCapacity: true)
        while let byte = try peek(), Self.isOfNumber(byte) {
            scratch.append(byte)
            at += 1
        }
        guard JSONNumber.isOne(scratch) else { throw malformed(RecordMessages.badNumber) }
        try listener.value(scratch, .number)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
