internal import Crypto
internal import Foundation

// A large file goes up in parts, each signed; the storage puts them together at the end, or forgets them.
extension Bucket {
    func put(inParts path: String, _ file: PublishedFile, at source: URL) async throws {
        let begun = try await ask(
            .post, path, [("uploads", "")], [("x-amz-meta-sha256", file.sha256)], mediaType: file.served)
        let text = String(decoding: begun.body, as: UTF8.self)
        guard begun.isSuccess, let upload = BucketListing.value("UploadId", in: text[...]) else { throw fault(begun) }
        do {
            try await put(parts: path, source, upload)
        } catch {
            // Parts that are never put together are paid for.
            _ = try? await ask(.delete, path, [("uploadId", upload)])
            throw error
        }
    }

    private func put(parts path: String, _ source: URL, _ upload: String) async throws {
        let handle = try FileHandle(forReadingFrom: source)
        defer { try? handle.close() }
        var tags: [String] = []
        while let block = try handle.read(upToCount: EntityTag.part), !block.isEmpty {
            let answer = try await ask(
                .put, path, [("partNumber", String(tags.count + 1)), ("uploadId", upload)], [], .bytes(block),
                hash: FileDigest.text(SHA256.hash(data: block)))
            guard answer.isSuccess, let tag = answer.headers["etag"] else { throw fault(answer) }
            tags.append(tag)
        }
        let parts = tags.enumerated().map { "<Part><PartNumber>\($0 + 1)</PartNumber><ETag>\($1)</ETag></Part>" }.joined()
        let body = Data("<CompleteMultipartUpload>\(parts)</CompleteMultipartUpload>".utf8)
        let answer = try await ask(
            .post, path, [("uploadId", upload)], [], .bytes(body), hash: FileDigest.text(SHA256.hash(data: body)),
            mediaType: "application/xml")
        // S3 may say 200 before it has failed.
        let isWhole = String(decoding: answer.body, as: UTF8.self).contains("CompleteMultipartUploadResult")
        guard answer.isSuccess, isWhole else { throw fault(answer) }
    }
}
