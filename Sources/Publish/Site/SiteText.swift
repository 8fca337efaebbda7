internal import Crypto
internal import Foundation
internal import Territory

/// A page, an inventory or a graph of a static site.
struct SiteText: Sendable {
    let name: String
    let text: String

    var bytes: Data { Data(text.utf8) }

    var print: Print {
        Print(sha256: FileDigest.text(SHA256.hash(data: bytes)), entityTag: FileDigest.text(Insecure.MD5.hash(data: bytes)))
    }

    var mediaType: String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "ttl": "text/turtle; charset=utf-8"
        case "json": "application/json"
        default: "text/plain; charset=utf-8"
        }
    }
}
