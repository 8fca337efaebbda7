/// What reads the elements of a sheet, as a value.
protocol SheetParser {
    mutating func start(_ element: XMLStream.Element) throws
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    mutating func end() throws
}

/// Lends the parser of a sheet to the stream, which holds its listener by reference.
///
/// The parser stands behind a pointer that this object alone holds: as a stored property, each of the millions of events would
/// pay for a check of exclusive access, which the stream gives by calling one event after the other.
final class SheetListener<Parser: SheetParser>: XMLStream.TextListener {
    private let place: UnsafeMutablePointer<Parser>

    init(_ parser: Parser) {
        place = .allocate(capacity: 1)
        place.initialize(to: parser)
    }

    deinit {
        place.deinitialize(count: 1)
        place.deallocate()
    }

    /// The parser as the events have left it.
    var parser: Parser { place.pointee }

    func start(_ element: XMLStream.Element) throws { try place.pointee.start(element) }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws { try place.pointee.text(bytes) }
    func end() throws { try place.pointee.end() }
}
