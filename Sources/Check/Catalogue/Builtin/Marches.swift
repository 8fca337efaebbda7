extension BuiltinSchemas {
    /// `FuturoCite/standard-marches` 0.1.1: the official names, types, constraints, examples and checks.
    static let marches = #"""
        {"name": "FuturoCite/standard-marches", "title": "Marchés", "description": "Marchés de plein air et brocantes",
          "version": "0.1.1", "primaryKey": "id", "fields": [
          {"name": "id", "example": "62063-15", "type": "string", "constraints": {"required": true, "unique": true}},
          {"name": "name", "example": "Marché de la Batte", "type": "string", "constraints": {"required": true}},
          {"name": "description", "type": "string", "constraints": {"required": true}},
          {"name": "type", "example": "Marché de Noël", "type": "string", "constraints": {"required": true, "enum":
          ["Marché hebdomadaire", "Marché de Noël", "Brocante", "Braderie", "Marché thématique", "Marché provençal",
          "Marché de producteurs locaux", "Marché bio", "Marché artisanal", "Marché aux fleurs", "Autre"]}},
          {"name": "pictures", "type": "string"},
          {"name": "municipality", "example": "Liège", "type": "string", "constraints": {"required": true}},
          {"name": "ins_code", "example": "62063", "type": "string", "constraints": {"required": true, "pattern":
          "^\\d{5}$"}},
          {"name": "zone_address", "example": "liège", "type": "string"},
          {"name": "ins_zone_address", "example": "62063A", "type": "string"},
          {"name": "street_name", "example": "La Batte", "type": "string"},
          {"name": "street_number", "example": "7729924", "type": "string"},
          {"name": "street_number_rrn", "example": "8701", "type": "string"},
          {"name": "house_number", "example": "4", "type": "string"},
          {"name": "location_details", "type": "string"},
          {"name": "coordinates", "type": "geojson", "constraints": {"required": true}},
          {"name": "geometry", "type": "geojson"},
          {"name": "contact", "type": "string"},
          {"name": "disabled_access", "example": "true", "type": "boolean"},
          {"name": "schedule", "example": "Su 08:00-14:30", "type": "string"},
          {"name": "start_date", "example": "2022-05-01", "type": "date", "constraints": {"required": true}},
          {"name": "end_date", "example": "2022-09-30", "type": "date"},
          {"name": "covered", "example": "false", "type": "boolean"},
          {"name": "provider", "example": "Ville de liège", "type": "string"},
          {"name": "presentation_url", "type": "string"},
          {"name": "number_of_stalls", "example": "120", "type": "number"},
          {"name": "created_date", "example": "2022-02-05T08:45:03+02:00", "type": "datetime"},
          {"name": "last_modified_date", "example": "2023-09-15T08:45:03+02:00", "type": "datetime"}
        ]}
        """#
}
