package import Foundation

/// What a run takes from outside: who, when, which program. A parameter, so that tests choose it.
package struct RunEnvironment: Sendable {
    package var author: String
    package var message: String
    /// The version of Lavoir, part of the fingerprint: a new program may read the same file better.
    package var program: String
    package var now: @Sendable () -> Date
    /// A new identifier; identifiers sort by time.
    package var identifier: @Sendable () -> String
    /// Folder of the engine's extensions.
    package var extensionFolder: String

    package init(author: String, message: String, program: String, extensionFolder: String) {
        self.author = author
        self.message = message
        self.program = program
        self.extensionFolder = extensionFolder
        now = { Date() }
        identifier = { RunEnvironment.identifier(at: Date()) }
    }

    /// `20250331T080000-3f2a9c1b`: a UTC time and 32 random bits.
    private static func identifier(at date: Date) -> String {
        let digits = date.formatted(Date.ISO8601FormatStyle()).filter { $0.isNumber || $0 == "T" }
        let random = String(UInt32.random(in: 0 ... .max), radix: 16)
        return "\(digits)-\(String(repeating: "0", count: 8 - random.count))\(random)"
    }

    /// A UTC timestamp as the engine reads it.
    static func timestamp(_ date: Date) -> String {
        var text = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        text.replace("T", with: " ")
        text.replace("Z", with: "")
        return text
    }
}
