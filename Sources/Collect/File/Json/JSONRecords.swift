/// Cuts a JSON stream into records: objects inside are flattened as `a.b`, lists stay JSON text.
final class JSONRecords: JSONStream.Listener {
    /// Objects deeper than that stay JSON text.
    static let depth = 5

    private let path: JSONPath
    private let table: RecordTable
    private let layout: any JSONLayout
    /// The containers around the current place, outside a record.
    private var around: [(container: JSONStream.Container, hasKey: Bool)] = []
    private var keys: [String] = []
    private var lastKey: [UInt8] = []
    /// The names of the objects open inside the record; none outside one.
    private var inside: [RecordName] = []
    private var isInRecord = false
    /// What is copied as JSON text, how deep it is, and what it is for; no name when it is left out.
    private var copy: (text: JSONText, depth: Int, name: RecordName?)?

    init(_ path: JSONPath, into table: RecordTable, layout: any JSONLayout = PlainLayout()) {
        (self.path, self.table, self.layout) = (path, table, layout)
    }

    func document() throws {}

    func begin(_ container: JSONStream.Container) throws {
        if copy != nil {
            copy?.text.begin(container)
            copy?.depth += 1
        } else if isInRecord {
            try beginInside(container)
        } else if isRecord(container) {
            isInRecord = true
            if container == .object { inside = [RecordName()] } else { startCopy(container, RecordName("value")) }
        } else {
            let hasKey = around.last?.container == .object
            if hasKey { keys.append(String(decoding: lastKey, as: UTF8.self)) }
            around.append((container, hasKey))
        }
    }

    func key(_ name: [UInt8]) throws {
        if copy != nil { copy?.text.key(name) } else { lastKey = name }
    }

    func value(_ value: [UInt8], _ kind: JSONStream.Scalar) throws {
        if copy != nil {
            copy?.text.value(value, kind)
        } else if isInRecord {
            guard let name = place.name else { return }
            if kind == .null { try table.mention(name) } else { try table.put(name, value) }
        } else if isRecord(nil) {
            if kind != .null { try table.put(RecordName("value"), value) }
            try table.endRecord()
        } else if around.last?.container == .object {
            layout.outside(keys, String(decoding: lastKey, as: UTF8.self), value)
        }
    }

    func end(_ container: JSONStream.Container) throws {
        if let copied = copy {
            copy?.text.end(container)
            copy?.depth -= 1
            guard copied.depth == 1, let text = copy?.text.bytes else { return }
            copy = nil
            if let name = copied.name { try table.put(name, text) }
            if inside.isEmpty { try endRecord() }
        } else if isInRecord {
            inside.removeLast()
            if inside.isEmpty { try endRecord() }
        } else if around.popLast()?.hasKey == true {
            keys.removeLast()
        }
    }

    private func endRecord() throws {
        isInRecord = false
        try table.endRecord()
    }

    /// What becomes of the value under the last key.
    private var place: JSONPlace { layout.place(of: lastKey, in: inside.last ?? RecordName(), depth: inside.count) }

    private func beginInside(_ container: JSONStream.Container) throws {
        switch place {
        case .open(let name) where container == .object && inside.count < Self.depth:
            inside.append(name)
            table.open(name)
        case .open(let name), .keep(let name): startCopy(container, name)
        case .leave: startCopy(container, nil)
        }
    }

    private func startCopy(_ container: JSONStream.Container, _ name: RecordName?) {
        var text = JSONText()
        text.begin(container)
        copy = (text, 1, name)
    }

    /// Whether what begins here is a record: an item of the list that the path leads to, or the object itself.
    /// - Parameter container: nil for a single value.
    private func isRecord(_ container: JSONStream.Container?) -> Bool {
        switch path {
        case .documents: return around.isEmpty
        case .keys(let wanted):
            guard let last = around.last else { return false }
            if last.container == .array { return keys == wanted }
            return container == .object && keys + [String(decoding: lastKey, as: UTF8.self)] == wanted
        }
    }
}
