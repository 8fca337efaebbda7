internal import DuckDB

/// The rectangle around each shape of a field, as four columns of degrees: what lies elsewhere is then passed over without its shape
/// being read.
struct ServingBounds {
    private let field: String

    init(of field: String) { self.field = field }

    /// West, south, east, north.
    var columns: [String] { ["west", "south", "east", "north"].map { "_\($0) of \(field)" } }

    var declarations: [String] { columns.map { "\(identifier($0)) DOUBLE" } }

    /// Nothing for a shape that cannot be read, or is empty.
    var values: [String] {
        let shape = "TRY(ST_GeomFromGeoJSON(\(identifier(field))))"
        return ["ST_XMin", "ST_YMin", "ST_XMax", "ST_YMax"].map { "\($0)(\(shape))" }
    }
}
