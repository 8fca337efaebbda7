import Foundation
import Support
import Testing

/// The real validata-core 0.9.7, in the environment that `scripts/validata/install` makes.
enum RealValidata {
    /// Its verdict on one file.
    struct Verdict: Decodable {
        /// Nil when it ended with an exception.
        let valid: Bool?
        /// `code row field`, sorted.
        let marks: [String]
    }

    /// Asks for the verdicts on pairs, in two processes side by side.
    static func verdicts(_ pairs: [(schema: URL, file: URL)], in folder: TemporaryFolder) throws -> [Verdict] {
        let python = Repository.folder.appending(path: ".vendor/validata/bin/python")
        try #require(FileManager.default.isExecutableFile(atPath: python.path), "run scripts/validata/install")
        let middle = pairs.count / 2
        let started = try [pairs[..<middle], pairs[middle...]].enumerated().map { number, part in
            let list = part.map { "\($0.schema.path)\t\($0.file.path)" }.joined(separator: "\n")
            try folder.write(list, to: "pairs-\(number).tsv")
            return try start(python, "pairs-\(number).tsv", in: folder)
        }
        return try started.flatMap { process, answers in
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let lines = try String(contentsOf: answers, encoding: .utf8).split(separator: "\n")
            return try lines.map { try JSONDecoder().decode(Verdict.self, from: Data($0.utf8)) }
        }
    }

    private static func start(_ python: URL, _ list: String, in folder: TemporaryFolder) throws -> (Process, URL) {
        let answers = folder.url.appending(path: "\(list).json")
        try Data().write(to: answers)
        let process = Process()
        process.executableURL = python
        process.arguments = [Repository.folder.appending(path: "scripts/validata/verdicts.py").path, list]
        process.currentDirectoryURL = folder.url
        process.standardOutput = try FileHandle(forWritingTo: answers)
        try process.run()
        return (process, answers)
    }
}
