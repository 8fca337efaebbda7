internal import ArgumentParser
internal import Foundation
internal import Runs
internal import Territory

/// What every verb about a territory accepts.
struct CommonOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .customLong("territory")],
        help: "The territory's folder; without it, the nearest above that holds lavoir.yaml.")
    var path: String?

    @Option(help: "fr or en; without it, LANG decides.")
    var lang: String?

    var language: Language {
        Language.preferred(option: lang, environment: ProcessInfo.processInfo.environment)
    }

    /// The folder, whether it is a territory or not.
    var folder: URL {
        if let path { return URL(filePath: path).standardizedFileURL }
        let start = URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL
        var folder = start
        while !FileManager.default.fileExists(atPath: folder.appending(path: "lavoir.yaml").path) {
            guard folder.path != "/" else { return start }
            folder = folder.deletingLastPathComponent().standardizedFileURL
        }
        return folder
    }

    func territory() throws -> Territory {
        try Territory.load(folder, knowing: vocabulary, environment: ProcessInfo.processInfo.environment)
    }

    /// Runs a verb's body; whatever it throws is told in the right language.
    func explained<T>(_ subject: String = "lavoir", _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch {
            throw Failure.explaining(error, subject: subject, in: language)
        }
    }

    func environment(message: String = "") -> RunEnvironment {
        let variables = ProcessInfo.processInfo.environment
        return RunEnvironment(
            author: variables["LAVOIR_AUTHOR"] ?? variables["USER"] ?? NSUserName(), message: message,
            program: Lavoir.version, extensionFolder: ExtensionFolder.path)
    }
}

/// Where the engine's extensions are: told by `LAVOIR_EXTENSIONS`, beside the program, or in the `.vendor` of a checkout.
enum ExtensionFolder {
    static var path: String {
        if let told = ProcessInfo.processInfo.environment["LAVOIR_EXTENSIONS"] { return told }
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while true {
            for name in ["ext", "lib/lavoir/ext", ".vendor/ext"] {
                let candidate = folder.appending(path: name).path
                if FileManager.default.fileExists(atPath: candidate + "/ducklake.duckdb_extension") { return candidate }
            }
            guard folder.path != "/" else { return "/usr/lib/lavoir/ext" }
            folder = folder.deletingLastPathComponent().standardizedFileURL
        }
    }
}
