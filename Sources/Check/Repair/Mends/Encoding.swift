internal import Foundation
internal import Territory

/// UTF-8 that was read as windows-1252: `Ã©` for `é`.
struct Encoding: Mend {
    static let name = "encoding"
    static let what = Bilingual(fr: "caractères mal décodés rétablis", en: "badly decoded characters restored")

    private static let letters = "éèêëàâäîïôöùûüÿçñÉÈÊËÀÂÎÏÔÖÙÛÜÇŒœÆæ’‘“”–—…«»°€·"

    static func proposal(for field: FieldDescriptor, of schema: SchemaDescriptor) -> Proposal? {
        let value = letters.reduce("text") { sql, letter in
            // Bytes that windows-1252 leaves without a character stay as they are.
            guard let misread = String(bytes: String(letter).utf8, encoding: .windowsCP1252) else { return sql }
            return "replace(\(sql), \(constant(misread)), \(constant(String(letter))))"
        }
        return Proposal(value: "CASE WHEN regexp_matches(text, '[ÃÂâ]') THEN \(value) END")
    }
}
