extension BuiltinSchemas {
    /// `scdl/plats-menus-collectifs` 0.7.2: the official names, types, constraints, examples and checks.
    static let platsMenusCollectifs = #"""
        {"name": "scdl/plats-menus-collectifs", "title": "Plats des menus collectifs", "description":
          "Plats que composent les menus collectifs", "version": "0.7.2", "missingValues": [""], "custom_checks": [{"name":
          "french-siret-value", "params": {"column": "platProduitFournisseurSiret"}}], "fields": [
          {"name": "platCollNom", "type": "string", "constraints": {"required": true}},
          {"name": "platCollSiret", "type": "string", "constraints": {"required": true, "pattern": "^\\d{14}$"}},
          {"name": "platEtablissementNom", "type": "string", "constraints": {"required": true}},
          {"name": "platEtablissementSiret", "type": "string", "constraints": {"pattern": "^\\d{14}$"}},
          {"name": "platCode", "type": "string", "constraints": {"required": true}},
          {"name": "platNom", "type": "string", "constraints": {"required": true, "maxLength": 160}},
          {"name": "platProduitNom", "type": "string", "constraints": {"required": true}},
          {"name": "platProduitFournisseurNom", "type": "string"},
          {"name": "platProduitFournisseurSiret", "type": "string", "constraints": {"pattern": "^\\d{14}$"}},
          {"name": "platProduitFournisseurInsee", "type": "string", "constraints": {"pattern":
          "^([013-9]\\d|2[AB1-9])\\d{3}$"}},
          {"name": "platProduitSiqo", "type": "array", "arrayItem": {"type": "string", "constraints": {"required": false,
          "enum": ["agriculture biologique", "appellation d'origine protégée", "appellation d'origine contrôlée",
          "indication géographique protégée", "spécialité traditionnelle garantie", "label rouge"]}, "examples":
          "[\"agriculture biologique\"]"}},
          {"name": "platProduitLabel", "type": "string"},
          {"name": "platProduitDescription", "type": "string"},
          {"name": "platProduitOGM", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
          {"name": "platProduitIonisation", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
          {"name": "platProduitAdditif", "type": "string"},
          {"name": "platProduitAllergene", "type": "array", "arrayItem": {"type": "string", "constraints": {"required":
          false, "enum": ["céréales contenant du gluten", "crustacés", "oeufs", "poissons", "arachides", "soja", "lait",
          "fruits à coques", "céleri", "moutarde", "graines de sésame", "anhydride sulfureux et sulfites", "lupin",
          "mollusques"]}}},
          {"name": "platProduitNutriment", "type": "string"},
          {"name": "platPublicationDate", "type": "datetime", "constraints": {"required": true}},
          {"name": "platModificationDate", "type": "datetime", "constraints": {"required": true}},
          {"name": "platModificationInfo", "type": "string"}
        ]}
        """#
}
