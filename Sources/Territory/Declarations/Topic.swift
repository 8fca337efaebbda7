/// The themes of European catalogues.
///
/// Source: <http://publications.europa.eu/resource/authority/data-theme>, used by DCAT-AP `dcat:theme`.
package enum Topic: String, Sendable, Hashable, Codable, CaseIterable {
    case agriculture, economy, education, energy, environment, government, health, justice, regions, society, science, transport

    /// The code at the end of the list's address.
    package var authorityCode: String {
        switch self {
        case .agriculture: "AGRI"
        case .economy: "ECON"
        case .education: "EDUC"
        case .energy: "ENER"
        case .environment: "ENVI"
        case .government: "GOVE"
        case .health: "HEAL"
        case .justice: "JUST"
        case .regions: "REGI"
        case .society: "SOCI"
        case .science: "TECH"
        case .transport: "TRAN"
        }
    }
}

/// Who may see a dataset.
///
/// Source: <http://publications.europa.eu/resource/authority/access-right>, used by DCAT-AP `dct:accessRights`.
package enum Access: String, Sendable, Hashable, Codable, CaseIterable {
    case `public`, restricted
    case nonPublic = "non-public"

    /// The code at the end of the list's address.
    package var authorityCode: String { rawValue.uppercased().replacing("-", with: "_") }
}

/// The categories of high-value datasets of Regulation (EU) 2023/138.
package enum HighValue: String, Sendable, Hashable, Codable, CaseIterable {
    case geospatial, environment, meteorological, statistics, companies, mobility

    /// The code at the end of its address, under `http://data.europa.eu/bna/`.
    package var authorityCode: String {
        switch self {
        case .geospatial: "c_ac64a52d"
        case .environment: "c_dd313021"
        case .meteorological: "c_164e0bf5"
        case .statistics: "c_e1da4e07"
        case .companies: "c_a9135398"
        case .mobility: "c_b79e35eb"
        }
    }
}

/// The forms a dataset's files take where it is published.
package enum FileFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case csv, json, ndjson, geojson, gpkg, xlsx, parquet
}
