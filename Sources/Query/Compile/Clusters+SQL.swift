internal import DuckDB
internal import Foundation

extension Clusters {
    /// The rows that have a point, with the centre of their cluster in `_cluster_lon`, `_cluster_lat`.
    ///
    /// Points fall into geohash cells larger than the radius. Each cell goes to the fullest cell whose centroid is within
    /// the radius, which may go further in its turn; cells that end at the same one are a cluster.
    func rows(of field: QueryField, from source: SQL) -> SQL {
        let point: SQL = "t.\(name: field.column)"
        return """
            WITH RECURSIVE placed AS (SELECT t.*, \
            CAST(floor((\(point).lon + 180) / \(degrees(cell.width))) AS INTEGER) AS _cell_x, \
            CAST(floor((\(point).lat + 90) / \(degrees(cell.height))) AS INTEGER) AS _cell_y, \
            \(point).lon AS _lon, \(point).lat AS _lat FROM (SELECT t.* FROM \(source)) AS t WHERE \(point).lat IS NOT NULL), \
            cells AS (SELECT _cell_x, _cell_y, avg(_lon) AS lon, avg(_lat) AS lat, \
            row_number() OVER (ORDER BY count(*) DESC, _cell_x, _cell_y) AS rank FROM placed GROUP BY _cell_x, _cell_y), \
            links AS (SELECT a.rank, min(b.rank) AS best FROM cells AS a JOIN cells AS b \
            ON b._cell_x BETWEEN a._cell_x - \(reach) AND a._cell_x + \(reach) \
            AND b._cell_y BETWEEN a._cell_y - \(reach) AND a._cell_y + \(reach) \
            WHERE a.rank = b.rank OR \(near) GROUP BY a.rank), \
            walks AS (SELECT rank, best FROM links UNION SELECT w.rank, l.best FROM walks AS w \
            JOIN links AS l ON l.rank = w.best WHERE l.best < w.best), \
            roots AS (SELECT rank, min(best) AS root FROM walks GROUP BY rank), \
            members AS (SELECT p.*, r.root FROM placed AS p JOIN cells AS c USING (_cell_x, _cell_y) \
            JOIN roots AS r ON r.rank = c.rank), \
            centres AS (SELECT root, avg(_lon) AS _cluster_lon, avg(_lat) AS _cluster_lat FROM members GROUP BY root) \
            SELECT m.*, c._cluster_lon, c._cluster_lat FROM members AS m JOIN centres AS c USING (root)
            """
    }

    private static let metresByDegree = Distance.radius * .pi / 180

    /// The radius on the ground: a tile of 256 pixels is the whole equator at zoom 0.
    private var metres: Double { radius * 360 * Self.metresByDegree / 256 / pow(2, Double(zoom)) }

    /// Degrees of the smallest geohash cell larger than the radius.
    private var cell: (width: Double, height: Double) {
        let sizes = (1...12).map { precision -> (width: Double, height: Double) in
            let bits = 5 * precision
            return (360 / pow(2, Double((bits + 1) / 2)), 180 / pow(2, Double(bits / 2)))
        }
        return sizes.last { min($0.width, $0.height) * Self.metresByDegree > metres } ?? sizes[0]
    }

    /// How many cells away a centroid within the radius can be. Towards the poles cells are narrower than at the equator.
    private var reach: SQL {
        let cells = metres / (min(cell.width, cell.height) * Self.metresByDegree)
        return .trusted(String(min(64, max(3, Int(cells.rounded(.up)) * 3))))
    }

    private func degrees(_ value: Double) -> SQL { .trusted("CAST('\(value)' AS DOUBLE)") }

    /// On a plane, which is enough for the eye.
    private var near: SQL {
        """
        pow((a.lat - b.lat) * \(.trusted(String(Self.metresByDegree))), 2) \
        + pow((a.lon - b.lon) * cos(radians(a.lat)) * \(.trusted(String(Self.metresByDegree))), 2) \
        < \(.trusted(String(metres * metres)))
        """
    }
}
