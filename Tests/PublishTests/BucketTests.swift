import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("A bucket")
struct BucketTests {
    /// AWS, "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk", first and last example.
    private static let signature = SignatureV4(
        key: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", region: "us-east-1")
    private static let moment = Date(timeIntervalSince1970: 1_369_353_600)

    private static func signed(_ path: String, _ query: [(String, String)], _ headers: [(String, String)]) -> String? {
        signature.headers(
            "GET", host: "examplebucket.s3.amazonaws.com", path: path, query: query.map { (name: $0.0, value: $0.1) },
            headers.map { (name: $0.0, value: $0.1) }, hash: SignatureV4.emptyHash, at: moment
        ).last?.value.components(separatedBy: "Signature=").last
    }

    @Test("is asked with the signatures of Amazon's own examples")
    func signatures() {
        #expect(
            Self.signed("/test.txt", [], [("range", "bytes=0-9")])
                == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
        #expect(
            Self.signed("/", [("max-keys", "2"), ("prefix", "J")], [])
                == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
    }

    @Test("names a file by its MD5, and one sent in parts by those of its parts")
    func tags() {
        var small = EntityTag()
        small.update(Data("a,b\r\n".utf8))
        #expect(small.finalize() == "8f457ad9d573db377e681164b7f5af35")
        var large = EntityTag(), pieces = EntityTag()
        let bytes = Data(repeating: 7, count: EntityTag.part + 1)
        large.update(bytes)
        for start in stride(from: 0, to: bytes.count, by: 1_000_000) {
            pieces.update(bytes[start..<min(start + 1_000_000, bytes.count)])
        }
        let tag = large.finalize()
        #expect(tag.hasSuffix("-2") && tag == pieces.finalize())
    }

    @Test("tells what it holds, page by page")
    func listing() throws {
        let text = """
            <?xml version="1.0"?><ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b</NextContinuationToken>
            <Contents><Key>jeu/%C3%A9t%C3%A9%26.csv</Key><ETag>&quot;abc-2&quot;</ETag><Size>3</Size></Contents></ListBucketResult>
            """
        let page = try #require(BucketListing(Data(text.utf8)))
        #expect(page.next == "a&b")
        #expect(page.objects.map(\.key) == ["jeu/été&.csv"] && page.objects.map(\.entityTag) == ["abc-2"])
        #expect(BucketListing(Data("<html>".utf8)) == nil)
    }
}
