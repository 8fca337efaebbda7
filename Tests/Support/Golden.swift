internal import Foundation
package import Testing

/// Compares a text with a file that a person has read. `make golden` writes the files; CI never does.
package func expectGolden(
    _ text: String, _ name: String, file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Golden")
    let golden = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["LAVOIR_GOLDEN"] == "write" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try Data(text.utf8).write(to: golden)
    }
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    guard text != expected else { return }
    let wanted = Set(expected.split(separator: "\n")), found = Set(text.split(separator: "\n"))
    let lost = expected.split(separator: "\n").filter { !found.contains($0) }.prefix(20).map { "- \($0)" }
    let new = text.split(separator: "\n").filter { !wanted.contains($0) }.prefix(20).map { "+ \($0)" }
    Issue.record("\(name) differs:\n\((lost + new).joined(separator: "\n"))", sourceLocation: sourceLocation)
}
