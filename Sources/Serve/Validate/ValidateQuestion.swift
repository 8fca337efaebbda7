internal import Check
internal import Foundation
internal import HTTPTypes
internal import Runs
internal import Territory

/// What is asked of `/validate`.
struct ValidateQuestion {
    /// A parameter that is missing or names nothing: 400 with the sentence of Validata's service.
    struct Missing: Error {
        let message: String
    }

    /// The parameters as they were received; of a file, its name.
    let arguments: [String: String]
    private let form: MultipartForm?

    init(_ ask: Ask) throws {
        var arguments = Dictionary(ask.parameters.items.map { ($0.name, $0.value) }) { first, _ in first }
        arguments["apikey"] = nil
        form = try ask.upload.flatMap { upload in
            MultipartForm(
                contentType: ask.headers[.contentType] ?? "", try Data(contentsOf: upload.file, options: .alwaysMapped))
        }
        for part in form?.parts ?? [] { arguments[part.name] = part.fileName ?? form?.text(part.name) }
        self.arguments = arguments
        isPost = ask.method == .post
    }
    private let isPost: Bool

    func schema() throws -> String { try required("schema") }

    /// How the report calls the file.
    var name: String { arguments[isPost ? "file" : "url"] ?? "" }

    var ignoresHeaderCase: Bool { ["false", "0"].contains(arguments["header_case"]?.lowercased()) }

    var manner: SchemaPlan.Manner { arguments["strict"] == "validata" ? .validata : .own }

    /// What is to be checked, and the copy of the file that lasts as long as it is held.
    func subject(isLocalAllowed: Bool) throws -> (subject: FileCheck.Subject, copy: CheckedCopy?) {
        guard isPost else {
            let url = try required("url")
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
                throw Missing(message: "Invalid \"url\" parameter")
            }
            return (.address(url, isLocalAllowed: isLocalAllowed), nil)
        }
        guard let file = form?.file("file"), !file.bytes.isEmpty else {
            throw Missing(message: "Missing or empty \"file\" parameter")
        }
        let copy = try CheckedCopy(file.bytes, named: file.name)
        return (.file(copy.file), copy)
    }

    private func required(_ name: String) throws -> String {
        guard let value = arguments[name], !value.isEmpty else {
            throw Missing(message: "Missing or empty \"\(name)\" parameter")
        }
        return value
    }
}

/// A file taken out of a form, in a folder of its own, gone with this object. Only the ending of its name is kept: a format may
/// hang on it.
final class CheckedCopy: Sendable {
    let file: URL

    init(_ bytes: Data, named name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lavoir-validate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isPlain = (1...8).contains(ending.utf8.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        file = folder.appending(path: "file.\(isPlain ? ending : "csv")")
        try bytes.write(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
}
