import Foundation
import Support
import Testing

/// A file as a town handed it over, the recipe that a person wrote for it (`Samples/datasets/NAME.yaml`), and what must come
/// out: counts and sums of specs/business-files, or counted on the file with another program.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    /// The file, in `shared/data/samples`.
    let file: String
    /// Questions about the dataset `t`, and the one value that answers each.
    let answers: KeyValuePairs<String, String>
    /// The columns, where a standard says what they are.
    var columns: [String] = []

    init(_ name: String, _ file: String, columns: [String] = [], _ answers: KeyValuePairs<String, String>) {
        self.name = name
        self.file = file
        self.columns = columns
        self.answers = answers
    }

    var testDescription: String { name }

    /// The territory with this dataset alone and its file.
    func town() throws -> Town {
        let samples = Repository.folder.appending(path: "Tests/EndToEnd/Samples")
        let town = try Town(datasets: [:])
        try town.copy(samples.appending(path: "datasets/\(name).yaml"), to: "datasets/\(name).yaml")
        try town.copy(SharedFiles.file("samples/" + file), to: String(file.split(separator: "/").last ?? ""))
        return town
    }
}
