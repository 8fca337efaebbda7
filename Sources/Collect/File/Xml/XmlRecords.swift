internal import Foundation

/// Cuts an XML stream into records: attributes, texts and elements inside become columns `a.b`; the attributes of the elements
/// around come along as `Element.attribute`. What is repeated in a record becomes a JSON list.
final class XmlRecords: XMLStream.TextListener {
    private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    /// An open element: its name, and its attributes while it stands around records.
    private struct Around {
        let name: String
        let attributes: [(name: RecordName, value: String)]
    }

    /// An open element inside a record.
    private struct Inside {
        let name: RecordName
        var text: [UInt8] = []
    }

    private let path: XmlPath
    private let table: RecordTable
    private var around: [Around] = []
    private var names: [String] = []
    private var inside: [Inside] = []
    /// The values of the current record, in the order of their names.
    private var values: [RecordName: [String]] = [:]
    private var order: [RecordName] = []

    init(_ path: XmlPath, into table: RecordTable) { (self.path, self.table) = (path, table) }

    func start(_ element: XMLStream.Element) throws {
        names.append(element.name)
        if let parent = inside.last {
            open(element, as: parent.name.inner(element.name))
        } else if path.matches(names) {
            for outer in around { for attribute in outer.attributes { keep(attribute.name, attribute.value) } }
            inside = [Inside(name: RecordName())]
            keepAttributes(of: element, of: RecordName())
        } else {
            let own = RecordName(element.name)
            let attributes = Self.attributes(of: element).map { (own.inner($0.name).around, $0.value) }
            around.append(Around(name: element.name, attributes: attributes))
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !inside.isEmpty else { return }
        inside[inside.count - 1].text.append(contentsOf: bytes)
    }

    func end() throws {
        let name = names.removeLast()
        guard let element = inside.popLast() else {
            around.removeLast()
            return
        }
        let text = String(decoding: element.text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if !text.isEmpty { keep(element.name.isEmpty ? RecordName(name) : element.name, text) }
        guard inside.isEmpty else { return }
        for name in order {
            let all = values[name] ?? []
            try table.put(name, all.count == 1 ? Array(all[0].utf8) : JSONText.list(all))
        }
        values.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        try table.endRecord()
    }

    private func open(_ element: XMLStream.Element, as name: RecordName) {
        inside.append(Inside(name: name))
        keepAttributes(of: element, of: name)
    }

    private func keepAttributes(of element: XMLStream.Element, of name: RecordName) {
        for attribute in Self.attributes(of: element) { keep(name.inner(attribute.name), attribute.value) }
    }

    private func keep(_ name: RecordName, _ value: String) {
        if values[name] == nil { order.append(name) }
        values[name, default: []].append(value)
    }

    /// What an element says of itself; where its schema lies is not data.
    private static func attributes(of element: XMLStream.Element) -> [(name: String, value: String)] {
        element.all.filter { $0.namespace != instance }.map { ($0.name, $0.value) }
    }
}
