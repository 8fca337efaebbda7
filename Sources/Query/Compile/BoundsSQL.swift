internal import DuckDB

/// The rectangle around the shape of a row, as columns.
struct BoundsSQL {
    let west: SQL
    let south: SQL
    let east: SQL
    let north: SQL

    /// Whether it and a rectangle have a point in common: without that, neither has the shape.
    func meets(_ box: BoundingBox) -> SQL {
        """
        (\(west) <= \(value: .double(box.east)) AND \(east) >= \(value: .double(box.west)) \
        AND \(south) <= \(value: .double(box.north)) AND \(north) >= \(value: .double(box.south)))
        """
    }

    /// Whether all of it lies in a rectangle: the shape then does too.
    func lies(in box: BoundingBox) -> SQL {
        """
        (\(west) >= \(value: .double(box.west)) AND \(east) <= \(value: .double(box.east)) \
        AND \(south) >= \(value: .double(box.south)) AND \(north) <= \(value: .double(box.north)))
        """
    }
}
