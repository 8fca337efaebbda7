extension BuiltinSchemas {
    /// `scdl/equipements` 0.1.5: the official names, types, constraints, examples and checks.
    static let equipements = #"""
        {"name": "scdl/equipements", "title": "Équipements", "description":
          "Équipements collectifs publics d’un territoire", "version": "0.1.5", "custom_checks": [{"name":
          "french-siret-value", "params": {"column": "COLL_SIRET"}}], "fields": [
          {"name": "COLL_NOM", "type": "string", "example": "Département du Val-de-Marne", "constraints": {"required":
          true}},
          {"name": "COLL_SIRET", "type": "string", "example": "22940028800010", "constraints": {"required": true, "pattern":
          "^\\d{14}$"}},
          {"name": "EQUIP_UID", "type": "string", "example": "94059-01010401-001", "constraints": {"required": true,
          "maxLength": 18, "pattern": "^[0-9A-B]{5}-[0-9]{8}-[0-9]{3}"}},
          {"name": "EQUIP_THEME", "type": "string", "example": "Equipement administratif", "constraints": {"required": true,
          "enum": ["Equipement administratif", "Equipement de justice", "Equipement sanitaire",
          "Equipement social et d'animation", "Equipement sportif et de loisirs", "Equipement d'enseignement",
          "Equipement cultuel", "Equipement culturel", "Equipement de mobilité", "Autre équipement"]}},
          {"name": "EQUIP_CODE", "type": "string", "example": "01010401-001", "constraints": {"required": true, "maxLength":
          12}},
          {"name": "EQUIP_TYPE", "type": "string", "example": "Mairie", "constraints": {"required": true}},
          {"name": "EQUIP_NOM", "type": "string", "example": "Hôtel de ville du Plessis-Trévise", "constraints":
          {"required": true}},
          {"name": "ADR_NUMERO", "type": "string", "constraints": {"required": true}},
          {"name": "ADR_NOMVOIE", "type": "string", "example": "Avenue Ardouin", "constraints": {"required": true,
          "minLength": 3, "pattern": "^[a-zA-Z0-9\\-\\'\\s\\d\\u00C0-\\u00FF]+$"}},
          {"name": "ADR_CODEPOSTAL", "type": "string", "example": "94420", "constraints": {"required": true, "maxLength":
          5}},
          {"name": "ADR_COMMUNE", "type": "string", "example": "Le Plessis-Trévise", "constraints": {"required": true,
          "pattern": "^[A-Za-z\\s\\-\\u00C0-\\u00FF]+$"}},
          {"name": "ADR_CLE_INTEROP", "type": "string", "example": "94059_0040_00036", "constraints": {"minLength": 16,
          "pattern": "^[A-Za-z0-9_]+$"}},
          {"name": "ERP_ID", "type": "string", "example": "94059-AvenueArdouin-36"},
          {"name": "ERP_TYPE", "type": "string", "example": "W;L", "constraints": {"maxLength": 10}},
          {"name": "ERP_CATEGORIE", "type": "integer", "example": "5", "constraints": {"minimum": 1, "maximum": 5}},
          {"name": "EQUIP_LAT", "type": "number", "example": "48.808989", "constraints": {"required": true}},
          {"name": "EQUIP_LONG", "type": "number", "example": "2.572875", "constraints": {"required": true}},
          {"name": "EQUIP_OUVERTURE", "type": "string", "example": "Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:30-12:00"},
          {"name": "EQUIP_TEL", "type": "string", "example": "+33 140633900", "constraints": {"maxLength": 13}},
          {"name": "EQUIP_EMAIL", "type": "string", "format": "email", "example": "contact@leplessistrevise.fr"},
          {"name": "EQUIP_WEB", "type": "string", "format": "uri", "example": "https://www.leplessistrevise.fr"}
        ]}
        """#
}
