/// What reads the elements of a sheet, as a value.
protocol SheetParser {
    mutating func start(_ element: XMLStream.Element) throws
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    mutating func end() throws
}

/// Lends the parser of a sheet to the stream, which holds its listener by reference.
final class SheetListener<Parser: SheetParser>: XMLStream.TextListener {
    private(set) var parser: Parser

    init(_ parser: Parser) { self.parser = parser }

    func start(_ element: XMLStream.Element) throws { try parser.start(element) }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try parser.text(bytes) }
    func end() throws { try parser.end() }
}
