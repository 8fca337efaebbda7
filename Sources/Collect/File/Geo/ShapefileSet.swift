internal import Foundation

/// A `.shp` and the files beside it that bear its name, whatever their case.
struct ShapefileSet {
    /// What is read of a set: places of geometries, attributes, coordinate system, encoding.
    private static let extensions = ["shx", "dbf", "prj", "cpg"]

    let shape: URL
    private let found: [String: URL]

    init(_ shape: URL) {
        self.shape = shape
        let folder = shape.deletingLastPathComponent()
        let stem = shape.deletingPathExtension().lastPathComponent.lowercased()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        found = names.sorted().reduce(into: [:]) { found, name in
            let file = folder.appending(path: name), kind = file.pathExtension.lowercased()
            guard Self.extensions.contains(kind), file.deletingPathExtension().lastPathComponent.lowercased() == stem else {
                return
            }
            // The one written as the .shp is, when a folder holds two.
            let isTwin = file.deletingPathExtension().lastPathComponent == shape.deletingPathExtension().lastPathComponent
            if found[kind] == nil || isTwin { found[kind] = file }
        }
    }

    subscript(kind: String) -> URL? { found[kind] }

    /// The files beside the `.shp`, in a stable order.
    var companions: [URL] { Self.extensions.compactMap { found[$0] } }

    /// What a companion should be called.
    func name(_ kind: String) -> String { shape.deletingPathExtension().lastPathComponent + "." + kind }

    /// Whether the `.shp` is as long as it says: 16-bit words, big-endian, at byte 24.
    var isComplete: Bool {
        guard let handle = try? FileHandle(forReadingFrom: shape) else { return false }
        defer { try? handle.close() }
        guard let header = try? handle.read(upToCount: 100), header.count == 100, let end = try? handle.seekToEnd() else {
            return false
        }
        let words = header[24..<28].reduce(0) { $0 << 8 | UInt64($1) }
        return words >= 50 && words * 2 <= end
    }

    /// Makes links to what the engine needs for the geometries, and to nothing else.
    /// - Returns: the link to the `.shp`.
    func link(to place: URL) throws -> URL {
        var files = found.filter { ["shx", "prj"].contains($0.key) }
        files["shp"] = shape
        for (kind, file) in files {
            try FileManager.default.createSymbolicLink(
                at: place.appendingPathExtension(kind), withDestinationURL: file.resolvingSymlinksInPath())
        }
        return place.appendingPathExtension("shp")
    }
}
