import Foundation
import Territory
import Testing

@testable import Collect

@Suite("The encoding of a text file")
struct TextEncodingTests {
    private static let text = "Nom;Œuvre\nÉté à Noël;cœur — 12 €\nça;ÿ\n"
    private static let latin = "Nom;Objet\nÉté à Noël;ça\n"

    /// Windows-1252 of the characters that the tests use.
    static func windows1252(_ text: String) -> [UInt8] {
        let special: [Unicode.Scalar: UInt8] = ["€": 0x80, "Œ": 0x8C, "œ": 0x9C, "—": 0x97, "’": 0x92]
        return text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    }

    private static func utf16(_ text: String, little: Bool) -> [UInt8] {
        text.utf16.flatMap { little ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
    }

    enum Writing: String, CaseIterable {
        case utf8, utf8WithMark, utf16LittleWithMark, utf16BigWithMark, utf16Little, utf16Big, windows1252

        var bytes: [UInt8] {
            switch self {
            case .utf8: Array(text.utf8)
            case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .utf16LittleWithMark: [0xFF, 0xFE] + utf16(text, little: true)
            case .utf16BigWithMark: [0xFE, 0xFF] + utf16(text, little: false)
            case .utf16Little: utf16(text, little: true)
            case .utf16Big: utf16(text, little: false)
            case .windows1252: TextEncodingTests.windows1252(text)
            }
        }

        /// Names a source may give it.
        var names: [String] {
            switch self {
            case .utf8, .utf8WithMark: ["utf-8", "UTF8"]
            case .utf16LittleWithMark: ["utf-16", "UTF-16LE"]
            case .utf16BigWithMark: ["utf-16", "utf-16be"]
            case .utf16Little: ["utf-16le", "utf-16"]
            case .utf16Big: ["utf-16be"]
            case .windows1252: ["windows-1252", "cp1252", "ANSI"]
            }
        }
    }

    @Test("is found, and the text is the same", arguments: Writing.allCases)
    func detected(_ writing: Writing) async throws {
        let answer = try await TextTable.read(writing.bytes)
        #expect(answer.columns == ["Nom", "Œuvre"])
        #expect(answer.cells == [["Été à Noël", "cœur — 12 €"], ["ça", "ÿ"]])
        #expect(answer.findings == [])
    }

    @Test("is read as declared", arguments: Writing.allCases)
    func declared(_ writing: Writing) async throws {
        for name in writing.names {
            let answer = try await TextTable.read(writing.bytes, ["encoding": .text(name)])
            #expect(answer.cells.first == ["Été à Noël", "cœur — 12 €"], "\(name)")
        }
    }

    @Test(
        "latin-1 and latin-9 differ by the euro and the œ",
        arguments: [("latin-1", "¤ ½"), ("iso-8859-1", "¤ ½"), ("latin-9", "€ œ"), ("ISO-8859-15", "€ œ")])
    func latin(_ name: String, _ text: String) async throws {
        let answer = try await TextTable.read(
            [UInt8]("a;b\n".utf8) + [0xA4, 0x20, 0xBD] + [UInt8](";x\n".utf8), ["encoding": .text(name)])
        #expect(answer.cells == [[text, "x"]])
    }

    @Test("every byte of a one-byte encoding has its character", arguments: TextEncoding.allCases)
    func tables(_ encoding: TextEncoding) {
        guard let table = encoding.byteTable else { return }
        #expect(table.count == 256)
        #expect((0..<128).allSatisfy { table[$0] == [UInt8($0)] })
        #expect(table[0xE9] == Array("é".utf8) && table[0xC7] == Array("Ç".utf8))
        #expect(table.allSatisfy { String(validating: $0, as: UTF8.self)?.unicodeScalars.count == 1 })
        let euro: [TextEncoding: Int] = [.windows1252: 0x80, .latin9: 0xA4]
        #expect(euro[encoding].map { table[$0] == Array("€".utf8) } ?? true)
    }

    @Test("is given up for windows-1252 however late the first accent comes")
    func lateAccent() async throws {
        let line = [UInt8]("1;une ligne tout à fait ordinaire\n".utf8.filter { $0 < 0x80 })
        let count = 3 << 20
        var bytes: [UInt8] = Array("n;texte\n".utf8)
        while bytes.count < count { bytes += line }
        let rows = (bytes.count - 8) / line.count
        let answer = try await TextTable.read(bytes + Self.windows1252("2;12 € d’été\n"))
        #expect(answer.rows.count == rows + 1)
        #expect(answer.cells.last == ["2", "12 € d’été"] && answer.numbers.last == rows + 2)
        #expect(answer.notes[0].contains("windows-1252"))
    }

    @Test("is refused when the declared one does not fit, with the byte and the line")
    func wrong() async throws {
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read([UInt8]("a;b\n1;2\n3;".utf8) + [0xE9, 0x0A], ["encoding": .text("utf-8")])
        }
        #expect(fault.code == "collect.wrong-encoding")
        #expect(fault.what.english.contains("0xe9") && fault.what.english.contains("line 3"))
    }

    @Test("is refused when nobody knows it")
    func unknown() async throws {
        let fault = try await #require(throws: CollectFault.self) {
            _ = try await TextTable.read("a\n1\n", ["encoding": .text("klingon")])
        }
        #expect(fault.code == "collect.unknown-encoding" && fault.remedy.english.contains("windows-1252"))
    }
}
