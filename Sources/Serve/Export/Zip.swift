internal import CZlib
internal import Foundation

/// A zip archive of the files of a folder (APPNOTE 6.3.10), stored as they are: what packs a Shapefile's parts. Parts beyond
/// 4 GB have no place in it, nor in a Shapefile.
enum Zip {
    /// - Parameter name: the archive's name in the same folder.
    static func pack(_ folder: URL, into name: String) throws {
        let archive = folder.appending(path: name)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0 != name }
        try Data().write(to: archive)
        let output = try FileHandle(forWritingTo: archive)
        defer { try? output.close() }
        var directory = Data(), offset = 0
        for name in names {
            let bytes = try Data(contentsOf: folder.appending(path: name), options: .mappedIfSafe)
            guard bytes.count < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else { throw SpoolFault.full }
            let facts = facts(bytes, name)
            let local = number(0x0403_4B50, 4) + facts + Data(name.utf8)
            try output.write(contentsOf: local)
            try output.write(contentsOf: bytes)
            // Made by version 2.0; no comment, one disk, no attributes.
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            directory += number(offset, 4) + Data(name.utf8)
            offset += local.count + bytes.count
        }
        let count = number(names.count, 2)
        let end =
            number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + count + count + number(directory.count, 4) + number(offset, 4)
            + number(0, 2)
        try output.write(contentsOf: directory + end)
    }

    /// What both headers say of a file: version 2.0, names in UTF-8, stored, 1980-01-01, sum, sizes, length of the name.
    private static func facts(_ bytes: Data, _ name: String) -> Data {
        var sum: UInt = 0
        bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
            sum = UInt(crc32_z(0, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count))
        }
        let size = number(bytes.count, 4)
        return number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(Int(sum), 4) + size
            + size
            + number(name.utf8.count, 2) + number(0, 2)
    }

    private static func number(_ value: Int, _ bytes: Int) -> Data {
        Data((0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }
}
