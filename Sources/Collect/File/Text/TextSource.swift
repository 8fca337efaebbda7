internal import Foundation
internal import Territory

/// A text file and its encoding: the declared one, or the one its bytes show. UTF-8 is supposed, and given up when a byte
/// late in the file proves it wrong.
struct TextSource {
    let file: SourceFile
    let encoding: String?

    /// Reads the file in its encoding, a second time when the first was wrong.
    /// - Throws: `collect.unknown-encoding`, `collect.wrong-encoding` for a declared one, `collect.unreadable-file`.
    func read<Answer>(_ body: (TextEncoding) throws -> Answer) throws -> Answer {
        let start = try firstBytes()
        guard let encoding else {
            do {
                return try body(TextEncoding.detected(in: start))
            } catch is TextStream.Invalid {
                return try body(.mixed)
            }
        }
        guard let declared = TextEncoding(named: encoding)?.marked(in: start) else {
            throw CollectFault(.unknownEncoding, subject: file.name, at: file.place, ["encoding": Bilingual(encoding)])
        }
        do {
            return try body(declared)
        } catch let invalid as TextStream.Invalid {
            throw wrong(declared, invalid)
        }
    }

    private func firstBytes() throws(CollectFault) -> Data {
        do {
            let handle = try FileHandle(forReadingFrom: file.url)
            defer { try? handle.close() }
            return try handle.read(upToCount: 4_096) ?? Data()
        } catch {
            throw CollectFault(
                .unreadable, subject: file.name, at: file.place, ["reason": Bilingual(error.localizedDescription)])
        }
    }

    private func wrong(_ encoding: TextEncoding, _ invalid: TextStream.Invalid) -> CollectFault {
        let before = (try? FileHandle(forReadingFrom: file.url).read(upToCount: invalid.offset)) ?? Data()
        let line = before.reduce(1) { $0 + ($1 == Dialect.newline ? 1 : 0) }
        return CollectFault(
            .wrongEncoding, subject: file.name, at: file.place,
            [
                "encoding": Bilingual(encoding.rawValue), "byte": Bilingual("0x" + String(invalid.byte, radix: 16)),
                "line": Bilingual(String(line)),
            ])
    }
}
