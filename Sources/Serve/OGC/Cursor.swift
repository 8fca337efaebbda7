internal import Foundation

/// Where a page of features ended, as the `next` link carries it: the version it was read from, its last row, how many rows match.
/// Pages of one walk are of one version, whatever is published meanwhile: nothing is lost nor met twice.
struct Cursor: Sendable, Hashable {
    let version: Int
    let row: Int
    let matched: Int

    init(version: Int, row: Int, matched: Int) {
        self.version = version
        self.row = row
        self.matched = matched
    }

    /// - Throws: `Refusal` when it is none of ours.
    init(_ text: String) throws(Refusal) {
        let base = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = base + String(repeating: "=", count: (4 - base.utf8.count % 4) % 4)
        let words = (Data(base64Encoded: padded).map { String(decoding: $0, as: UTF8.self) } ?? "").split(separator: ".")
        let numbers = words.compactMap { Int($0) }
        guard words.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else {
            throw .parameter("Invalid value for cursor.", fr: "cursor n'est pas valable : suivez le lien « next ».")
        }
        self.init(version: numbers[0], row: numbers[1], matched: numbers[2])
    }

    var text: String {
        Data("\(version).\(row).\(matched)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
