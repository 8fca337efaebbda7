/// The header of a FlatGeobuf file: its columns, its coordinate system, and how much of an index to pass over.
struct FlatGeobufHeader {
    struct Column {
        let name: String
        /// `ColumnType` of header.fbs: 0 byte … 14 binary.
        let type: UInt8
    }

    let columns: [Column]
    /// The kind of every geometry; 0 when each tells its own.
    let geometryType: UInt8
    let hasHeight: Bool
    /// 0 when it is not known.
    let features: Int
    let indexLength: Int
    let system: CoordinateSystem?

    init(_ table: FlatTable) throws(FlatTable.Damaged) {
        geometryType = try table.number(2, default: 0)
        hasHeight = try table.number(3, default: UInt8(0)) != 0
        columns = try Self.columns(table, 7)
        let count: UInt64 = try table.number(8, default: 0)
        guard count < 1 << 40 else { throw FlatTable.Damaged() }
        features = Int(count)
        indexLength = Self.indexLength(features, Int(try table.number(9, default: UInt16(16))))
        system = try Self.system(table.table(10))
    }

    static func columns(_ table: FlatTable, _ field: Int) throws(FlatTable.Damaged) -> [Column] {
        var columns: [Column] = []
        for column in try table.tables(field) {
            columns.append(Column(name: try column.text(0) ?? "", type: try column.number(1, default: 0)))
        }
        return columns
    }

    /// A packed R-tree: nodes of 40 bytes, each level a node size smaller than the one below, up to one root.
    private static func indexLength(_ features: Int, _ nodeSize: Int) -> Int {
        guard features > 0, nodeSize > 1 else { return 0 }
        var level = features, nodes = features
        repeat {
            level = (level + nodeSize - 1) / nodeSize
            nodes += level
        } while level > 1
        return nodes * 40
    }

    private static func system(_ table: FlatTable?) throws(FlatTable.Damaged) -> CoordinateSystem? {
        guard let table else { return nil }
        let name = try table.text(2) ?? "", code: Int32 = try table.number(1, default: 0)
        if code > 0 { return CoordinateSystem(name: "\(try table.text(0) ?? "EPSG"):\(code)") }
        if let code = try table.text(5), let organisation = try table.text(0) {
            return CoordinateSystem(name: "\(organisation):\(code)")
        }
        return try table.text(4).map { CoordinateSystem(definition: $0, name: name.isEmpty ? "WKT" : name) }
    }
}
