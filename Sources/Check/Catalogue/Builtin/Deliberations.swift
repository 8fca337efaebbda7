extension BuiltinSchemas {
    /// `scdl/deliberations` 2.1.5: the official names, types, constraints, examples and checks.
    static let deliberations = #"""
        {"name": "scdl/deliberations", "title": "Délibérations", "description":
          "Délibérations adoptées par une assemblée locale", "version": "2.1.5", "custom_checks": [{"name":
          "french-siret-value", "params": {"column": "COLL_SIRET"}}, {"name": "year-interval-value", "params": {"column":
          "BUDGET_ANNEE", "allow-year-only": "yes"}}, {"name": "cohesive-columns-value", "params": {"column":
          "BUDGET_ANNEE", "othercolumns": ["BUDGET_NOM"]}}, {"name": "cohesive-columns-value", "params": {"column":
          "VOTE_EFFECTIF", "othercolumns": ["VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION"]}}, {"name":
          "compare-columns-value", "params": {"column": "PREF_DATE", "op": ">=", "column2": "DELIB_DATE"}}, {"name":
          "compare-columns-value", "params": {"column": "VOTE_EFFECTIF", "op": ">=", "column2": "VOTE_REEL"}}, {"name":
          "compare-columns-value", "params": {"column": "VOTE_REEL", "op": ">=", "column2": "VOTE_POUR"}}, {"name":
          "compare-columns-value", "params": {"column": "VOTE_REEL", "op": ">=", "column2": "VOTE_CONTRE"}}, {"name":
          "compare-columns-value", "params": {"column": "VOTE_REEL", "op": ">=", "column2": "VOTE_ABSTENTION"}}, {"name":
          "sum-columns-value", "params": {"column": "VOTE_REEL", "columns": ["VOTE_POUR", "VOTE_CONTRE",
          "VOTE_ABSTENTION"]}}, {"name": "nomenclature-actes-value", "params": {"column": "DELIB_MATIERE_NOM"}}], "fields":
          [
          {"name": "COLL_NOM", "type": "string", "example": "Ville de Poitiers", "constraints": {"required": true}},
          {"name": "COLL_SIRET", "type": "string", "example": "21860194600013", "constraints": {"required": true, "pattern":
          "^\\d{14}$"}},
          {"name": "DELIB_ID", "type": "string", "example": "1DL15494", "constraints": {"required": true}},
          {"name": "DELIB_DATE", "type": "date", "example": "2017-10-15", "constraints": {"required": true}},
          {"name": "DELIB_MATIERE_CODE", "type": "string", "example": "8.4", "constraints": {"required": true, "pattern":
          "^\\d\\.\\d{1,2}$"}},
          {"name": "DELIB_MATIERE_NOM", "type": "string", "constraints": {"required": true}},
          {"name": "DELIB_OBJET", "type": "string", "constraints": {"required": true}},
          {"name": "BUDGET_ANNEE", "type": "string", "example": "2017/2018", "constraints": {"pattern":
          "^[0-9]{4}(\\/[0-9]{4})?$"}},
          {"name": "BUDGET_NOM", "type": "string", "example": "Budget annexe déchets-collecte et traitement"},
          {"name": "PREF_ID", "type": "string", "example": "PREF038"},
          {"name": "PREF_DATE", "type": "date", "example": "2017-02-03"},
          {"name": "VOTE_EFFECTIF", "type": "integer", "example": "43"},
          {"name": "VOTE_REEL", "type": "integer", "example": "40"},
          {"name": "VOTE_POUR", "type": "integer", "example": "25"},
          {"name": "VOTE_CONTRE", "type": "integer", "example": "10"},
          {"name": "VOTE_ABSTENTION", "type": "integer", "example": "5"},
          {"name": "DELIB_URL", "type": "string", "format": "uri", "example":
          "https://data.maville.fr/deliberations/files/200417_1.pdf"}
        ]}
        """#
}
