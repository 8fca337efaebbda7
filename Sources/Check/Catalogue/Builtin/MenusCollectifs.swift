extension BuiltinSchemas {
    /// `scdl/menus-collectifs` 1.2.3: the official names, types, constraints, examples and checks.
    static let menusCollectifs = #"""
        {"name": "scdl/menus-collectifs", "title": "Menus collectifs", "description": "Menus de la restauration collective",
          "version": "1.2.3", "missingValues": [""], "custom_checks": [{"name": "french-siret-value", "params": {"column":
          "menuCollSiret"}}, {"name": "french-siret-value", "params": {"column": "menuEtablissementSiret"}}], "fields": [
          {"name": "menuCollNom", "type": "string", "constraints": {"required": true}},
          {"name": "menuCollSiret", "type": "string", "constraints": {"required": true, "pattern": "^\\d{14}$"}},
          {"name": "menuEtablissementNom", "type": "string", "constraints": {"required": true}},
          {"name": "menuEtablissementSiret", "type": "string", "constraints": {"pattern": "^\\d{14}$"}},
          {"name": "menuRestaurantNom", "type": "string", "constraints": {"required": true}},
          {"name": "menuRestaurantInsee", "type": "string", "constraints": {"pattern": "^([013-9]\\d|2[AB1-9])\\d{3}$"}},
          {"name": "menuRestaurantId", "type": "string"},
          {"name": "menuRestaurantIdType", "type": "string", "constraints": {"required": true, "enum": ["SIRET", "EN",
          "autre", "sans"]}},
          {"name": "menuRestaurantType", "type": "string", "constraints": {"required": true, "enum": ["crèche",
          "maternelle", "élémentaire", "collège", "lycée", "université", "centre de formation", "administration",
          "résidence sénior", "EHPAD", "repas à domicile", "centre de loisirs", "restaurant d'entreprise", "autre"]}},
          {"name": "menuRestaurantConvive", "type": "string", "constraints": {"required": true}},
          {"name": "menuDate", "type": "date", "format": "%Y-%m-%d", "constraints": {"required": true}},
          {"name": "menuRepasType", "type": "string", "constraints": {"required": true, "enum": ["petit-déjeuner",
          "déjeuner", "goûter", "dîner", "collation", "pique-nique", "autre"]}},
          {"name": "menuPlatType", "type": "string", "constraints": {"required": true, "enum": ["entrée", "plat principal",
          "garniture", "dessert", "produit laitier", "pain", "autre"]}},
          {"name": "menuPlatNom", "type": "string", "constraints": {"required": true, "maxLength": 160}},
          {"name": "menuPlatCode", "type": "string", "constraints": {"maxLength": 16}},
          {"name": "menuPlatSiqo", "type": "array", "arrayItem": {"type": "string", "constraints": {"required": false,
          "enum": ["agriculture biologique", "appellation d'origine protégée", "appellation d'origine contrôlée",
          "indication géographique protégée", "spécialité traditionnelle garantie", "label rouge"]}}},
          {"name": "menuPlatLabel", "type": "string"},
          {"name": "menuPlatPrecision", "type": "string"},
          {"name": "menuPlatRegime", "type": "array", "arrayItem": {"type": "string", "constraints": {"required": false,
          "enum": ["végétarien", "sans sel", "sans porc ", "sans sucre ajouté"]}}},
          {"name": "menuPlatAllergene", "type": "array", "arrayItem": {"type": "string", "constraints": {"required": false,
          "enum": ["céréales contenant du gluten", "crustacés", "oeufs", "poissons", "arachides", "soja", "lait",
          "fruits à coques", "céleri", "moutarde", "graines de sésame", "anhydride sulfureux et sulfites", "lupin",
          "mollusques"]}}},
          {"name": "menuPlatTexture", "type": "array", "arrayItem": {"type": "string", "constraints": {"required": true,
          "enum": ["sans texture modifiée", "mixé", "mixé lissé", "fondant", "haché"]}}},
          {"name": "menuPlatNutriscore", "type": "string", "constraints": {"enum": ["A", "B", "C", "D", "E"]}},
          {"name": "menuPlatPrix", "type": "number"},
          {"name": "menuPublicationDate", "type": "datetime", "constraints": {"required": true}},
          {"name": "menuModificationDate", "type": "datetime"},
          {"name": "menuModificationInfo", "type": "string"}
        ]}
        """#
}
