internal import Foundation

/// A page of a bucket's list (ListObjectsV2 with `encoding-type=url`): keys and entity tags.
struct BucketListing {
    let objects: [(key: String, entityTag: String)]
    /// Where the next page begins; nil on the last.
    let next: String?

    /// Nil when the bytes are no list.
    init?(_ bytes: Data) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("<ListBucketResult") else { return nil }
        objects = text.split(separator: "<Contents>").dropFirst().compactMap { one in
            guard let key = Self.value("Key", in: one)?.removingPercentEncoding, let tag = Self.value("ETag", in: one) else {
                return nil
            }
            return (key, tag.replacing("&quot;", with: "").replacing("&#34;", with: "").replacing("\"", with: ""))
        }
        let isCut = Self.value("IsTruncated", in: text[...]) == "true"
        next = isCut ? Self.value("NextContinuationToken", in: text[...]) : nil
    }

    /// What stands in the first element of a name.
    static func value(_ name: String, in text: Substring) -> String? {
        guard let start = text.range(of: "<\(name)>"),
            let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound]).replacing("&amp;", with: "&")
    }
}
