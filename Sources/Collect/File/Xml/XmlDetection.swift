internal import Foundation

/// Finds the elements of an XML file that are repeated: the outermost, and among them the most frequent, are its records.
final class XmlDetection: XMLStream.Listener {
    private struct Stop: Error {}

    /// Enough of the file to tell.
    private static let patience = 300_000

    private var elements: [String] = []
    private var events = 0
    private var seen: [[String]: Int] = [:]
    private var order: [[String]] = []

    private init() {}

    /// The records, and what else is repeated; nothing when no element is.
    static func paths(in file: URL) throws -> [XmlPath] {
        let detection = XmlDetection()
        do { try XMLStream.read(file, detection) } catch is Stop {} catch is XMLStream.Malformed {
            // What was seen before the mistake decides; the reading that follows will tell of it.
        }
        return detection.paths
    }

    func start(_ element: XMLStream.Element) throws {
        events += 1
        if events > Self.patience { throw Stop() }
        elements.append(element.name)
        if seen[elements] == nil { order.append(elements) }
        seen[elements, default: 0] += 1
    }

    func end() { elements.removeLast() }

    private var paths: [XmlPath] {
        let repeated = order.filter { $0.count > 1 && (seen[$0] ?? 0) > 1 }
        let candidates = repeated.isEmpty ? order.filter { $0.count == 2 } : repeated
        // Sorting is stable, so that of two as frequent the first in the file is taken.
        let sorted = candidates.enumerated().sorted { one, other in
            (one.element.count, -(seen[one.element] ?? 0), one.offset)
                < (other.element.count, -(seen[other.element] ?? 0), other.offset)
        }
        // Two names tell which elements are meant; the way from the root is noise.
        return sorted.map { XmlPath(Array($0.element.suffix($0.element.count > 2 ? 2 : 1))) }
    }
}
