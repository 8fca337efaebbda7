internal import ArgumentParser
internal import Foundation

/// `lavoir reference`: writes the pages of docs/reference from what the rooms have registered.
struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the reference pages of connectors, steps, codes and keys.", shouldDisplay: false)

    @Argument(help: "The folder to write to.")
    var folder: String

    func run() throws {
        let place = URL(filePath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for page in ReferencePage.all { try Data(page.text.utf8).write(to: place.appending(path: page.name)) }
    }
}
