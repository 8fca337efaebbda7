/// What becomes of a value of a record.
enum JSONPlace {
    /// A value, or an object whose values get names of their own.
    case open(RecordName)
    /// A value, or JSON text whatever it holds.
    case keep(RecordName)
    /// Left out.
    case leave

    /// The name of a single value.
    var name: RecordName? {
        switch self {
        case .open(let name), .keep(let name): name
        case .leave: nil
        }
    }
}

/// How the objects of a file are laid out as columns.
protocol JSONLayout: AnyObject {
    /// - Parameter depth: 1 for a key of the record itself.
    func place(of key: [UInt8], in object: RecordName, depth: Int) -> JSONPlace
    /// A value that stands outside the records.
    func outside(_ keys: [String], _ key: String, _ value: [UInt8])
}

/// Keys as they are.
final class PlainLayout: JSONLayout {
    func place(of key: [UInt8], in object: RecordName, depth: Int) -> JSONPlace { .open(object.inner(key)) }
    func outside(_ keys: [String], _ key: String, _ value: [UInt8]) {}
}
