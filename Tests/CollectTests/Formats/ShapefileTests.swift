import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A Shapefile")
struct ShapefileTests {
    /// A set with attributes written here, byte for byte.
    static func set(
        _ encoding: String.Encoding = .windowsCP1252, codePage: String? = nil, driver: UInt8 = 0, drop: [String] = [],
        names: [String: String] = [:]
    ) async throws -> [String: Data] {
        let folder = try TemporaryFolder()
        try await FileTable.made([GeoTests.copy("x.shp", "ESRI Shapefile")], in: folder)
        var files: [String: Data] = [:]
        for kind in ["shp", "shx", "prj"] { files["x.\(kind)"] = try Data(contentsOf: folder.url.appending(path: "x.\(kind)")) }
        files["x.dbf"] = DbfSample(
            fields: [
                ("NOM", "C", 12), ("INSEE", "C", 5), ("GRAND", "N", 19), ("PRIX", "N", 9), ("JOUR", "D", 8), ("OK", "L", 1),
            ],
            rows: [
                ["Mairie été", "01001", "1234567890123456789", "1234.50", "20240203", "T"],
                ["Préau", "2A004", "", "0.10", "", "?"],
            ]
        ).bytes(encoding, driver: driver)
        if let codePage { files["x.cpg"] = Data(codePage.utf8) }
        for name in drop { files[name] = nil }
        for (old, new) in names { files[new] = files.removeValue(forKey: old) }
        return files
    }

    @Test(
        "keeps the digits of its numbers, its dates and its accents, whatever says the encoding",
        arguments: [
            (String.Encoding.windowsCP1252, nil, UInt8(0), "windows-1252"), (.windowsCP1252, "1252", 0, "windows-1252"),
            (.windowsCP1252, "ANSI 1252\r\n", 0, "windows-1252"), (.windowsCP1252, nil, 0x57, "windows-1252"),
            (.utf8, nil, 0, "UTF-8"), (.utf8, "UTF-8", 0x57, "UTF-8"), (.isoLatin1, "ISO-8859-1", 0, "ISO-8859-1"),
        ])
    func attributes(encoding: String.Encoding, codePage: String?, driver: UInt8, told: String) async throws {
        let files = try await Self.set(encoding, codePage: codePage, driver: driver)
        let answer = try await FileTable.read(files, "x.shp")
        #expect(answer.columns == ["NOM", "INSEE", "GRAND", "PRIX", "JOUR", "OK", "geometry"])
        #expect(
            answer.cells.map { $0.dropLast() } == [
                ["Mairie été", "01001", "1234567890123456789", "1234.50", "2024-02-03", "true"],
                ["Préau", "2A004", "∅", "0.10", "∅", "∅"],
            ])
        #expect(answer.notes[0] == "x.shp: attributes in \(told)")
        #expect(answer.sources == ["x.shp", "x.shp"])
    }

    @Test("the encoding that the source says wins; one that does not hold is refused")
    func declared() async throws {
        let files = try await Self.set(.windowsCP1252, codePage: "UTF-8")
        #expect(try await FileTable.read(files, "x.shp", ["encoding": .text("cp1252")]).cells[0][0] == "Mairie été")
        #expect(try await FileTable.fault(files, "x.shp").hasPrefix("collect.wrong-encoding"))
    }

    @Test("its companions belong to its files, whatever their case")
    func companions() async throws {
        let folder = try TemporaryFolder()
        let files = try await Self.set(codePage: "1252", names: ["x.dbf": "x.DBF", "x.shx": "X.SHX"])
        for (name, bytes) in files { try folder.write(bytes, to: name) }
        let connector = try TextTable.connector("*.shp", [:], in: folder.url)
        #expect(try connector.files().map(\.lastPathComponent) == ["x.shp", "X.SHX", "x.DBF", "x.prj", "x.cpg"])
        #expect(try await FileTable.read(in: folder, "x.shp").cells[1][0] == "Préau")
    }

    @Test("without a companion is refused, which is named; one that leads out of the territory too")
    func missing() async throws {
        for kind in ["shx", "dbf"] {
            let fault = try await FileTable.fault(try await Self.set(drop: ["x.\(kind)"]), "x.shp")
            #expect(fault.contains("the file x.\(kind) must lie beside it"), "\(fault)")
        }
        let folder = try TemporaryFolder(), outside = try TemporaryFolder()
        for (name, bytes) in try await Self.set() { try (name == "x.dbf" ? outside : folder).write(bytes, to: name) }
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "x.dbf"), withDestinationURL: outside.url.appending(path: "x.dbf"))
        let connector = try TextTable.connector("x.shp", [:], in: folder.url)
        let fault = #expect(throws: CollectFault.self) { try connector.files() }
        #expect(fault?.code == "collect.no-file")
    }

    @Test("with attributes that are cut is refused")
    func cut() async throws {
        var files = try await Self.set()
        files["x.dbf"] = files["x.dbf"]?.dropLast(30)
        #expect(try await FileTable.fault(files, "x.shp").contains("incomplete or damaged (.dbf)"))
    }
}

/// A dBASE III file.
struct DbfSample {
    let fields: [(name: String, type: String, width: Int)]
    let rows: [[String]]

    func bytes(_ encoding: String.Encoding, driver: UInt8) -> Data {
        let length = 32 + 32 * fields.count + 1, record = 1 + fields.reduce(0) { $0 + $1.width }
        var bytes = Data([3, 124, 1, 1]) + Self.little(rows.count, 4) + Self.little(length, 2) + Self.little(record, 2)
        bytes += Data(count: 17) + Data([driver, 0, 0])
        for field in fields {
            bytes += Self.padded(Data(field.name.utf8), 11, with: 0) + Data(field.type.utf8) + Data(count: 4)
            bytes += Data([UInt8(field.width)]) + Data(count: 15)
        }
        bytes.append(0x0D)
        for row in rows {
            bytes.append(0x20)
            for (field, cell) in zip(fields, row) {
                bytes += Self.padded(cell.data(using: encoding) ?? Data(), field.width, with: 0x20)
            }
        }
        return bytes + Data([0x1A])
    }

    private static func little(_ number: Int, _ count: Int) -> Data { Data((0..<count).map { UInt8(number >> (8 * $0) & 0xFF) }) }

    private static func padded(_ bytes: Data, _ width: Int, with byte: UInt8) -> Data {
        bytes.prefix(width) + Data(repeating: byte, count: max(0, width - bytes.count))
    }
}
