internal import Collect
internal import Foundation
internal import Territory

/// A copy of what an address of the web gives, with the limits and the precautions of the connector `http`.
struct WebCopy {
    let isLocalAllowed: Bool

    func bytes(_ address: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lavoir-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try connector(address, in: folder).files()
        return try files.first.map { try Data(contentsOf: $0) } ?? Data()
    }

    /// - Parameter folder: where the copy is kept.
    func connector(_ address: String, in folder: URL) throws -> HttpConnector {
        let place = Place(file: address, line: 1, column: 1)
        let options = isLocalAllowed ? ["network": Value(.text("local"), at: place)] : [:]
        return try HttpConnector(
            SourceDeclaration(connector: "http", argument: Value(.text(address), at: place), options: options, place: place),
            in: Confinement(folder))
    }
}
