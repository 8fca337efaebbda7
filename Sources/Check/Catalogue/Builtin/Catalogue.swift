extension BuiltinSchemas {
    /// `scdl/catalogue` 0.1.3: the official names, types, constraints, examples and checks.
    static let catalogue = #"""
        {"name": "scdl/catalogue", "title": "Catalogue", "description": "Jeux de données publiés par une collectivité",
          "version": "0.1.3", "custom_checks": [{"name": "french-siret-value", "params": {"column": "COLL_SIRET"}}, {"name":
          "french-siret-value", "params": {"column": "PRODUCTEUR_SIRET"}}], "fields": [
          {"name": "COLL_NOM", "type": "string", "example": "Rennes Métropole", "constraints": {"required": true}},
          {"name": "COLL_SIRET", "type": "string", "example": "24350013900189", "constraints": {"required": true, "pattern":
          "^\\d{14}$"}},
          {"name": "ID", "type": "string", "constraints": {"required": true}},
          {"name": "TITRE", "type": "string", "example": "Prénoms des nouveaux-nés à Rennes en 2017", "constraints":
          {"required": true}},
          {"name": "DESCRIPTION", "type": "string", "constraints": {"required": true}},
          {"name": "THEME", "type": "string", "example": "Administration locale", "constraints": {"required": true}},
          {"name": "PRODUCTEUR_NOM", "type": "string", "example": "Ville de Rennes", "constraints": {"required": true}},
          {"name": "PRODUCTEUR_SIRET", "type": "string", "example": "21350238800019", "constraints": {"required": true,
          "pattern": "^\\d{14}$"}},
          {"name": "COUV_SPAT_MAILLE", "type": "string", "example": "Communale", "constraints": {"required": true, "enum":
          ["Infracommunale", "Communale", "Intercommunale", "Cantonale", "Départementale", "Régionale", "Autre"]}},
          {"name": "COUV_SPAT_NOM", "type": "string", "example": "Rennes", "constraints": {"required": true}},
          {"name": "COUV_TEMP_DEBUT", "type": "date", "example": "2017-01-01", "constraints": {"required": true}},
          {"name": "COUV_TEMP_FIN", "type": "date", "example": "2017-12-31", "constraints": {"required": true}},
          {"name": "DATE_PUBL", "type": "date", "example": "2017-06-01", "constraints": {"required": true}},
          {"name": "FREQ_MAJ", "type": "string", "example": "Semestrielle", "constraints": {"required": true, "enum":
          ["Inconnue", "Ponctuelle", "Irrégulière", "Continuelle", "Toutes les heures",
          "Quotidienne ou plusieurs fois par jour", "Hebdomadaire ou plusieurs fois par semaine",
          "Mensuelle ou plusieurs fois par mois", "Bimestrielle", "Trimestrielle", "Semestrielle", "Annuelle", "Biennale",
          "Triennale", "Quinquennale"]}},
          {"name": "DATE_MAJ", "type": "date", "example": "2018-01-14", "constraints": {"required": true}},
          {"name": "MOTS_CLES", "type": "string", "example": "scdl;prenoms;etat-civil", "constraints": {"required": true}},
          {"name": "LICENCE", "type": "string", "example": "Licence Ouverte-LO", "constraints": {"required": true, "enum":
          ["Licence Ouverte-LO", "Open Database License-ODBL", "Creative Commons-CC", "Spécifique ou autre"]}},
          {"name": "NOMBRE_RESSOURCES", "type": "integer", "example": "3", "constraints": {"required": true, "minimum": 1}},
          {"name": "FORMAT_RESSOURCES", "type": "string", "example": "csv;xls;json", "constraints": {"required": true}},
          {"name": "URL", "type": "string", "format": "uri", "constraints": {"required": true}}
        ]}
        """#
}
