internal import Foundation

/// Takes the placemarks of a KML file: name, description and the like, extended data by name, geometry as GeoJSON.
final class KmlReader: XMLStream.TextListener {
    /// Coordinates that are no numbers.
    struct BadCoordinates: Error { let text: String }

    static let geometry = RecordName("geometry").around
    private static let fields: Set = ["name", "description", "address", "phoneNumber", "when", "begin", "end"]
    private static let folder = RecordName("folder").around

    private let table: RecordTable
    private var elements: [String] = []
    private var isInPlacemark = false
    private var text = ""
    /// The name of the open `Data` or `SimpleData`.
    private var dataName: String?
    /// The names of the folders around.
    private var folders: [String] = []
    private var shapes = GeoJSONBuilder()

    init(into table: RecordTable) { self.table = table }

    func start(_ element: XMLStream.Element) throws {
        text = ""
        elements.append(element.name)
        switch element.name {
        case "Folder", "Document": if !isInPlacemark { folders.append("") }
        case "Placemark":
            isInPlacemark = true
            shapes = GeoJSONBuilder()
            if let id = element["id"] { try table.put(RecordName("id").around, Array(id.utf8)) }
        case "Data", "SimpleData": dataName = element["name"]
        default: if isInPlacemark { shapes.open(element.name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { text += String(decoding: bytes, as: UTF8.self) }

    func end() throws {
        let name = elements.removeLast()
        let written = text.trimmingCharacters(in: .whitespacesAndNewlines)
        text = ""
        if name == "Placemark" { return try endPlacemark() }
        guard isInPlacemark else {
            if name == "Folder" || name == "Document" { folders.removeLast() }
            if name == "name", !folders.isEmpty, ["Folder", "Document"].contains(elements.last) {
                folders[folders.count - 1] = written
            }
            return
        }
        switch name {
        case "coordinates": try shapes.coordinates(written)
        case "value" where elements.last == "Data": try keepData(written)
        case "SimpleData": try keepData(written)
        case "Data": dataName = nil
        default:
            if Self.fields.contains(name), elements.last != "ExtendedData", dataName == nil, !written.isEmpty {
                try table.put(RecordName(name).around, Array(written.utf8))
            }
            shapes.close(name)
        }
    }

    private func keepData(_ written: String) throws {
        if let dataName, !written.isEmpty { try table.put(RecordName(dataName), Array(written.utf8)) }
    }

    private func endPlacemark() throws {
        isInPlacemark = false
        // The document's own name says nothing of a row; a folder often is a category.
        if let folder = folders.dropFirst().last(where: { !$0.isEmpty }) { try table.put(Self.folder, Array(folder.utf8)) }
        if let geometry = shapes.geometry { try table.put(Self.geometry, Array(geometry.utf8)) }
        try table.endRecord()
    }
}
