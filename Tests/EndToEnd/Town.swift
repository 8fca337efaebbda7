import Foundation
import Support
import Testing

/// A territory in a temporary folder, and the program run on it.
struct Town: Sendable {
    let folder: TemporaryFolder
    var environment: [String: String] = [:]

    /// An empty folder.
    init() throws {
        folder = try TemporaryFolder()
    }

    /// A territory with datasets, each a file of `datasets/`, by name.
    init(lake: String = "", datasets: [String: String]) throws {
        try self.init()
        try folder.write("territory: { name: Essai, languages: [fr, en] }\nlicence: lov2\n" + lake, to: "lavoir.yaml")
        for (name, text) in datasets { try folder.write(text, to: "datasets/\(name).yaml") }
    }

    /// The example town, as it is given to users.
    static func valbourg() throws -> Town {
        let town = try Town()
        try town.copy(Repository.folder.appending(path: "Examples/valbourg"), to: "")
        for made in ["lake", ".lavoir"] { try? FileManager.default.removeItem(at: town.folder.url.appending(path: made)) }
        return town
    }

    /// Copies a file, or what a folder holds, making folders on the way; what is copied can be changed.
    func copy(_ original: URL, to path: String) throws {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: original.path, isDirectory: &isFolder), isFolder.boolValue else {
            return try folder.write(try Data(contentsOf: original), to: path)
        }
        for name in try manager.contentsOfDirectory(atPath: original.path) {
            try copy(original.appending(path: name), to: path.isEmpty ? name : "\(path)/\(name)")
        }
    }

    /// Changes the bytes of a file; they must be there, once.
    func replace(_ old: String, with new: String, in path: String, _ encoding: String.Encoding = .utf8) throws {
        let file = folder.url.appending(path: path)
        var bytes = try Data(contentsOf: file)
        let wanted = try #require(old.data(using: encoding)), other = try #require(new.data(using: encoding))
        let range = try #require(bytes.range(of: wanted), "\(path) has no \(old)")
        try #require(bytes.range(of: wanted, in: range.upperBound..<bytes.endIndex) == nil, "\(path) has \(old) twice")
        bytes.replaceSubrange(range, with: other)
        try bytes.write(to: file)
    }

    /// Runs the program to its end, and expects its exit code.
    @discardableResult
    func lavoir(
        _ arguments: String..., status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        let outcome = try Program.run(arguments, in: folder.url, environment: environment)
        #expect(
            outcome.status == status, "lavoir \(arguments.joined(separator: " "))\n\(outcome.output)\(outcome.errors)",
            sourceLocation: sourceLocation)
        return outcome
    }

    /// Starts the program and returns at once.
    func start(_ arguments: String...) throws -> Program.Running {
        try Program.start(arguments, in: folder.url, environment: environment)
    }

    /// Runs a verb with `--json` and reads what it printed.
    func json<T: Decodable>(
        _ arguments: String..., as type: T.Type = T.self, status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> T {
        let outcome = try Program.run(arguments + ["--json"], in: folder.url, environment: environment)
        let said = Comment(rawValue: "lavoir \(arguments.joined(separator: " "))\n\(outcome.output)\(outcome.errors)")
        #expect(outcome.status == status, said, sourceLocation: sourceLocation)
        let read = try? JSONDecoder().decode(T.self, from: Data(outcome.output.utf8))
        return try #require(read, said, sourceLocation: sourceLocation)
    }

    /// The answer to a question, values as text.
    func ask(_ query: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [[String: String?]] {
        try json("sql", query, sourceLocation: sourceLocation)
    }

    func versions(of dataset: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [VersionLine] {
        try json("log", dataset, sourceLocation: sourceLocation)
    }

    /// A version as CSV; the current one without a choice.
    func export(
        _ dataset: String, version: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let choice = version.map { ["--version", $0] } ?? []
        let outcome = try Program.run(["export", dataset] + choice, in: folder.url, environment: environment)
        try #require(outcome.status == 0, Comment(rawValue: outcome.errors), sourceLocation: sourceLocation)
        return outcome.output
    }

    /// Every file of the folder, the hidden ones too.
    func files() throws -> [URL] {
        let walk = try #require(FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: [.isRegularFileKey]))
        return try walk.compactMap { $0 as? URL }.filter {
            try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }
    }
}
