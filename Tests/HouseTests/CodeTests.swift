import Foundation
import Testing

@Suite("The code")
struct CodeTests {
    @Test("is in short files: none over 500 lines, half of them under 100")
    func length() {
        #expect(House.sources.count > 100)
        let long = House.sources.filter { $0.lines.count > 500 }.map(\.path)
        #expect(long.isEmpty, "\(long)")
        #expect(House.sources.map(\.lines.count).sorted()[House.sources.count / 2] <= 100)
    }

    @Test("never stops the program by force")
    func force() {
        #expect(House.lines(with: #/\btry!/#, marked: "!", in: House.sources) == [])
        #expect(House.lines(with: #/\bas!/#, marked: "!", in: House.sources) == [])
        #expect(House.lines(with: #/\bfatalError\b|\bpreconditionFailure\(\)/#, marked: "a", in: House.sources) == [])
        // `x!` after a name, a call or a subscript; `!=` and `!x` are something else.
        #expect(House.lines(with: #/[\w\)\]]!(?!=)/#, marked: "!", in: House.sources) == [])
    }

    @Test("prints nothing but from the command line")
    func prints() {
        let rooms = House.sources.filter { $0.room != "lavoir" }
        #expect(House.lines(with: #/(^|[^.\w])(print|debugPrint|dump|NSLog)\(/#, marked: "(", in: rooms) == [])
    }

    @Test("leaves no task on its own, and no note to do something later")
    func tasks() {
        #expect(House.lines(with: #/\bTask\.detached\b/#, marked: "T", in: House.sources) == [])
        let notes = House.sources.flatMap { file in
            file.lines.filter { $0.utf8.contains(UInt8(ascii: "X")) || $0.utf8.contains(UInt8(ascii: "T")) }
                .filter { $0.contains(#/\b(TODO|FIXME|XXX)\b/#) }.map { "\(file.path): \($0)" }
        }
        #expect(notes.isEmpty, "\(notes)")
    }

    @Test("says above each unchecked promise why it holds")
    func unchecked() {
        for file in House.sources {
            for (index, line) in file.code.enumerated()
            where line.utf8.contains(UInt8(ascii: "u")) && line.contains(#/@unchecked Sendable|nonisolated\(unsafe\)/#) {
                let above = index > 0 ? file.lines[index - 1].trimmingCharacters(in: .whitespaces) : ""
                #expect(above.hasPrefix("//"), "\(file.path):\(index + 1)")
            }
        }
    }
}
