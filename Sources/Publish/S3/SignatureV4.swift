internal import Crypto
internal import Foundation
internal import Territory

/// Signs requests for S3 (AWS Signature Version 4, "Authenticating Requests: Using the Authorization Header").
struct SignatureV4: Sendable {
    let key: String
    let secret: String
    let region: String

    /// The SHA-256 of no bytes.
    static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// The headers that sign a request.
    /// - Parameters:
    ///   - path: `/bucket/key`, each part percent-encoded.
    ///   - query: names and values as they are.
    ///   - headers: `x-amz-*` headers that go with it, in small letters.
    ///   - hash: SHA-256 of the body, hexadecimal.
    func headers(
        _ method: String, host: String, path: String, query: [(name: String, value: String)],
        _ headers: [(name: String, value: String)], hash: String, at moment: Date
    ) -> [(name: String, value: String)] {
        let time = Self.time(moment), day = String(time.prefix(8))
        let own = headers + [("x-amz-content-sha256", hash), ("x-amz-date", time)]
        let signed = (own + [("host", host)]).sorted { $0.name < $1.name }
        let names = signed.map(\.name).joined(separator: ";")
        let questions = query.map { (AddressText.encoded($0.name), AddressText.encoded($0.value)) }.sorted { $0 < $1 }
        let canonical = [
            method, path, questions.map { "\($0.0)=\($0.1)" }.joined(separator: "&"),
            signed.map { "\($0.name):\($0.value.trimmingCharacters(in: .whitespaces))\n" }.joined(), names, hash,
        ].joined(separator: "\n")
        let scope = "\(day)/\(region)/s3/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(FileDigest.text(SHA256.hash(data: Data(canonical.utf8))))"
        let signature = FileDigest.text(Self.sign(text, with: signingKey(day)))
        let value = "AWS4-HMAC-SHA256 Credential=\(key)/\(scope), SignedHeaders=\(names), Signature=\(signature)"
        return own + [("authorization", value)]
    }

    private func signingKey(_ day: String) -> Data {
        [day, region, "s3", "aws4_request"].reduce(Data("AWS4\(secret)".utf8)) { Data(Self.sign($1, with: $0)) }
    }

    private static func sign(_ text: String, with key: Data) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key))
    }

    /// `20250331T080000Z`.
    private static func time(_ moment: Date) -> String {
        moment.formatted(Date.ISO8601FormatStyle()).filter { $0.isNumber || $0 == "T" || $0 == "Z" }
    }
}
