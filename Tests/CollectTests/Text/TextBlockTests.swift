import Foundation
import Support
import Testing

@testable import Collect

/// What falls on the border between two blocks of the file must be read as if there were none.
@Suite("A block of a text file ends anywhere:")
struct TextBlockTests {
    static let pieces: [(name: String, bytes: [UInt8], cells: [[String]])] = [
        ("a record", Array("abc;def\n".utf8), [["abc", "def"]]),
        ("a CRLF", Array("abc;def\r\nghi;jkl\r\n".utf8), [["abc", "def"], ["ghi", "jkl"]]),
        ("characters of two, three and four bytes", Array("é€;👍🇫🇷\n".utf8), [["é€", "👍🇫🇷"]]),
        ("a line end in quotes", Array("\"a\r\nb\";\"c\nd\"\nx;y\n".utf8), [["a\r\nb", "c\nd"], ["x", "y"]]),
        ("doubled quotes", Array("\"a\"\"b\";\"\"\"\"\nx;y\n".utf8), [["a\"b", "\""], ["x", "y"]]),
        ("blank lines", Array("a;b\n\n\nc;d\n".utf8), [["a", "b"], ["∅", "∅"], ["∅", "∅"], ["c", "d"]]),
    ]

    @Test("reads", arguments: pieces.indices)
    func straddles(_ index: Int) async throws {
        let piece = Self.pieces[index]
        for cut in 1..<piece.bytes.count {
            var bytes: [UInt8] = Array("n;t\n".utf8)
            let filler = TextStream.blockSize - bytes.count - cut
            // One long cell fills the block up to the cut.
            bytes += Array("1;".utf8) + Array(repeating: UInt8(ascii: "x"), count: filler - 3) + [UInt8(ascii: "\n")]
            #expect(bytes.count == TextStream.blockSize - cut)
            let answer = try await TextTable.read(bytes + piece.bytes)
            #expect(Array(answer.cells.dropFirst()) == piece.cells, "\(piece.name), cut after \(cut) bytes")
            #expect(answer.numbers == Array(2..<answer.rows.count + 2))
            #expect(answer.notes[0].contains("UTF-8"), "\(piece.name), cut after \(cut) bytes")
        }
    }

    @Test("reads UTF-16, pairs and halves of units included", arguments: [0, 1, 2, 3])
    func utf16(_ cut: Int) async throws {
        let head = "n;t\n1;", tail = "👍é;z\n2;b\n"
        // With two bytes of mark and two for each unit, the pair stands `cut` units before the border.
        let filler = (TextStream.blockSize - 2) / 2 - head.utf16.count - cut
        let text = head + String(repeating: "x", count: filler) + tail
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        let answer = try await TextTable.read(bytes)
        #expect(answer.cells.last == ["2", "b"] && answer.cells.first?[1].hasSuffix("x👍é") == true)
    }

    @Test("reads a record longer than several blocks")
    func longRecord() async throws {
        let long = String(repeating: "ligne d'été\n", count: 300_000)
        let answer = try await TextTable.read("a;b\n1;\"\(long)\"\n2;x\n")
        #expect(answer.rows.count == 2 && answer.rows[0][1] == long && answer.cells[1] == ["2", "x"])
    }
}
