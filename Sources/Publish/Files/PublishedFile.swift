package import Foundation
package import Territory

/// One file of a version, as it is published.
package struct PublishedFile: Sendable, Hashable, Codable {
    /// What a file is for, where it is published.
    package enum Purpose: String, Sendable, Hashable, Codable { case data, documentation }

    /// What tells it from the other files of the dataset, for ever: `data.csv`.
    package let key: String
    /// Stable: `subventions.csv`.
    package let name: String
    package let purpose: Purpose
    /// `csv`, `geojson` …
    package let format: String
    package let mediaType: String
    package let size: Int
    /// Hexadecimal.
    package let sha256: String
    package let sha1: String
    /// What S3 storage says of it.
    let entityTag: String
    /// Where the bytes are, while they are.
    package var file: URL?

    private enum CodingKeys: String, CodingKey { case key, name, purpose, format, mediaType, size, sha256, sha1, entityTag }

    /// Reads the whole file, to hash it.
    package init(_ file: URL, key: String, purpose: Purpose, form: FileForm) throws {
        let digest = try FileDigest(file)
        self.init(
            key: key, name: file.lastPathComponent, purpose: purpose, form: form, digest)
        self.file = file
    }

    /// What is known of a file without its bytes.
    init(key: String, name: String, purpose: Purpose, form: FileForm, _ digest: FileDigest) {
        self.key = key
        self.name = name
        self.purpose = purpose
        format = form.name
        mediaType = form.mediaType
        size = digest.size
        sha256 = digest.sha256
        sha1 = digest.sha1
        entityTag = digest.entityTag
    }

    var print: Print { Print(sha256: sha256, entityTag: entityTag) }

    /// What it is good for.
    package var use: Bilingual { DocumentKind(rawValue: key)?.use ?? FileForm(format).use }

    /// What people read of it.
    package func title(_ sheet: Sheet) -> Bilingual {
        let form = FileForm(format).label, words = DocumentKind(rawValue: key)?.title ?? sheet.title
        return Bilingual(fr: "\(words.french) (\(form))", en: "\(words.english) (\(form))")
    }
}
