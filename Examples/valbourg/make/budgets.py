"""The two budgets in the TOTEM format: the account of 2024, and the budget of 2025 that carries its results over."""
import random
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import quoteattr

from town import SIREN, TOWN, siret, table

NAMESPACE = "http://www.minefi.gouv.fr/cp/demat/docbudgetaire"
OPERATIONS = {"1001": "Groupe scolaire des Tilleuls", "1002": "Médiathèque - extension",
              "1003": "Place de la Halle", "1004": "Plan de mobilité"}
CARRIED_2024 = {("R", "002"): Decimal("912448.37"), ("D", "001"): Decimal("318204.55"),
                ("R", "1068"): Decimal("318204.55")}
CANCELLED = {"66112": Decimal("-8412.36"), "70388": Decimal("-1250.00"), "65888": Decimal("-214.60")}
LOAN_2024 = Decimal("1350000.00")
ORDER = {"040", "041", "042", "021", "023"}
INVESTMENT = {"001", "021", "024", "040", "041", "10", "13", "16", "20", "204", "21", "23", ""}


def cents(amount):
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def section(line):
    return "I" if line["chapitre"] in INVESTMENT else "F"


def identity(line):
    return tuple(line[name] for name in ("sens", "chapitre", "nature", "fonction", "operation"))


def total(lines, column, sense, part):
    return sum((l[column] for l in lines if l["sens"] == sense and section(l) == part), Decimal(0))


def balance(lines, column):
    """Fills the transfer between sections, then the loan, so that each section is voted in balance."""
    def put(nature, sense, amount):
        next(l for l in lines if l["nature"] == nature and l["sens"] == sense)[column] = amount
    for nature, sense in (("023", "D"), ("021", "R"), ("1641", "R")):
        put(nature, sense, Decimal(0))
    transfer = total(lines, column, "R", "F") - total(lines, column, "D", "F")
    put("023", "D", transfer)
    put("021", "R", transfer)
    put("1641", "R", total(lines, column, "D", "I") - total(lines, column, "R", "I"))


def account_of_2024(rows, chance):
    """The administrative account: credits opened, what was done, what remains to be done."""
    lines = [dict(row) for row in rows if row["exercices"] != "2025"]
    for line in lines:
        key = (line["sens"], line["nature"])
        if key in CARRIED_2024:
            line["credit"] = CARRIED_2024[key]
        elif line["vote"] != "plug":
            rate = Decimal("0.95") if line["chapitre"] in ORDER else Decimal(chance.randint(930, 1000)) / 1000
            step = Decimal("0.01") if line["chapitre"] in ORDER else Decimal(50)
            line["credit"] = (Decimal(line["vote"]) * rate / step).quantize(Decimal(1)) * step
    balance(lines, "credit")
    for line in lines:
        line["real"] = realised(line, chance)
        line["rest"] = Decimal(line["rar"] or 0)
    return lines


def realised(line, chance):
    key = (line["sens"], line["nature"])
    if line["nature"] in CANCELLED:
        return CANCELLED[line["nature"]]
    if line["nature"] in ("021", "023", "024"):
        return Decimal(0)
    if key == ("R", "1641"):
        return LOAN_2024
    if key in CARRIED_2024 or line["chapitre"] in ORDER:
        return line["credit"]
    low, high = ((9000, 9900) if line["sens"] == "D" else (9900, 10250)) if section(line) == "F" else (5600, 9400)
    free = line["credit"] - Decimal(line["rar"] or 0)  # what remains to be done is not done
    return cents(free * chance.randint(low, high) / 10000 + Decimal(chance.randint(0, 99)) / 100)


def budget_of_2025(rows, account):
    """The primitive budget: it carries over the results of the account and its remaining credits."""
    result = {part: total(account, "real", "R", part) - total(account, "real", "D", part) for part in "FI"}
    deficit = -result["I"]
    carried = {("D", "001"): deficit, ("R", "1068"): deficit, ("R", "002"): result["F"] - deficit}
    before = {}
    for line in account:
        before.setdefault(identity(line), []).append(line["credit"])
    lines = [dict(row) for row in rows]
    for line in lines:
        key = (line["sens"], line["nature"])
        line["vote"] = carried.get(key) if key in carried else line["vote"]
        line["vote"] = Decimal(0) if line["vote"] == "plug" else Decimal(line["vote"])
        line["before"] = before[identity(line)].pop(0) if line["exercices"] != "2025" else None
        line["carried"] = Decimal(line["rar"]) if line["rar"] else None
    balance(lines, "vote")
    return lines


def leaf(name, value, indent, extra=""):
    return f"{' ' * indent}<{name} V={quoteattr(str(value))}{extra}/>\n"


def budget_line(line, amounts):
    """One LigneBudget. A line on an operation has no chapter, as finance packages write it."""
    order = line["chapitre"] in ORDER
    head = [("Nature", line["nature"]), ("LibCpte", OPERATIONS.get(line["operation"])), ("Fonction", line["fonction"]),
            ("Operation", line["operation"]), ("ContNat", line["chapitre"]), ("ArtSpe", "false"),
            ("CodRD", line["sens"])]
    tail = [("OpBudg", int(order)), ("TypOpBudg", {"041": 1}.get(line["chapitre"], 2) if order else "")]
    body = [(name, value) for name, value in head + amounts + tail if value not in ("", None)]
    text = "".join(leaf(name, f"{v:.2f}" if isinstance(v, Decimal) else v, 9) for name, v in body)
    if line["operation"]:
        text += leaf("CaracSup", 1, 9, ' Code="TypOpe"')
    return f"      <LigneBudget>\n{text}      </LigneBudget>\n"


def calculated_totals(lines, names):
    """The totals that the prefecture tool adds: to be dropped, else the budget counts twice."""
    sums = {}
    for line in lines:
        if line["chapitre"]:
            for name, column in names:
                amounts = sums.setdefault((line["sens"], line["chapitre"]), {})
                amounts[name] = amounts.get(name, Decimal(0)) + line[column]
    for (sense, chapter), amounts in sums.items():
        inside = leaf("ContNat", chapter, 9) + leaf("CodRD", sense, 9)
        inside += "".join(leaf(name, f"{amount:.2f}", 9) for name, amount in amounts.items()) + leaf("OpBudg", "T", 9)
        mark = 'calculated="true" generator="EnrichissementNomenclature.xsl"'
        yield f"      <LigneBudget {mark}>\n{inside}      </LigneBudget>\n"


def grants_annex():
    """DATA_CONCOURS: the twelve largest grants of the workbook."""
    rows = [r for r in table("associations") if r["2024"].isdigit() and not r["objet"].startswith("Mise")]
    for number, row in enumerate(sorted(rows, key=lambda r: -int(r["2024"]))[:12], 1):
        leaves = [("CodArticle", "65748"), ("CodInvFonc", "F"), ("CodNatJurBenefCA", "P1"),
                  ("LibOrgaBenef", row["association"].upper()), ("MtSubv", f"{int(row['2024'])}.00"),
                  ("DenomOuNumSubv", f"{number:02}"), ("ObjSubv", row["objet"])]
        yield "            <CONCOURS>\n" + "".join(leaf(n, v, 15) for n, v in leaves) + "            </CONCOURS>\n"


def totem(year, step, voted, lines, annexes=""):
    town = siret(SIREN)
    header = [("DteStr", voted), ("LibellePoste", "SGC DE VALBOURG"), ("IdPost", "058099"),
              ("LibelleColl", "VILLE DE VALBOURG"), ("IdColl", town), ("NatCEPL", "Commune"), ("Departement", "58")]
    own = [("LibelleEtab", "BUDGET PRINCIPAL"), ("IdEtab", town), ("CodColl", "100"), ("CodInseeColl", "58000"),
           ("CodBud", "00"), ("Nomenclature", "M57-M57_D")]
    block = [("NatDec", step), ("Exer", year), ("ProjetBudget", "false"), ("DteDec", voted), ("NatVote", "FcIc"),
             ("OpeEquip", "true"), ("BudgPrec", 1), ("ReprRes", 3), ("NatFonc", 1), ("CodTypBud", "P")]
    facts = [("PopTot", "12 000"), ("NbResSec", "214"), ("ValDepRFonc", "1 182,40"), ("ValProdImpo", "656,67"),
             ("ValRecRFonc", "1 238,15"), ("ValDepEq", "417,92"), ("ValEncDettePop", "731,06"),
             ("ValDGFPop", "138,92"), ("ValDepPers", "57,10 %"), ("MoyNatDepPers", "61,20 %")]
    groups = [("EnTeteBudget", own), ("BlocBudget", block)]
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
    text += "<!-- Commune fictive : aucun montant, aucun nom de ce fichier n'est réel. -->\n"
    text += f'<DocumentBudgetaire xmlns="{NAMESPACE}">\n   <VersionSchema V="100"/>\n'
    text += '   <BlocEditeur>\n      <CodeEditeur V="Éditeur fictif"/>\n   </BlocEditeur>\n'
    text += "   <EnTeteDocBudgetaire>\n" + "".join(leaf(n, v, 6) for n, v in header)
    text += "   </EnTeteDocBudgetaire>\n   <Budget>\n"
    for name, leaves in groups:
        text += f"      <{name}>\n" + "".join(leaf(n, v, 9) for n, v in leaves) + f"      </{name}>\n"
    text += "      <InformationsGenerales>\n"
    for number, (code, value) in enumerate(facts):  # both orders of attributes occur in real files
        pair = [f'Code="{code}"', f'V="{value}"'][:: 1 if number % 2 else -1]
        text += f"         <Information {' '.join(pair)}/>\n"
    text += "      </InformationsGenerales>\n" + "".join(lines)
    return text + annexes + "   </Budget>\n</DocumentBudgetaire>\n"


def write_budgets():
    rows = table("budget")
    account = account_of_2024(rows, random.Random(2024))
    budget = budget_of_2025(rows, account)
    done = [budget_line(l, [("MtPrev", Decimal(0)), ("CredOuv", l["credit"]), ("MtReal", l["real"]),
                            ("MtRAR3112", l["rest"] if section(l) == "I" else None)]) for l in account]
    done += calculated_totals(account, [("CredOuv", "credit"), ("MtReal", "real")])
    voted = [budget_line(l, [("MtBudgPrec", l["before"]), ("MtRARPrec", l["carried"]), ("MtPropNouv", l["vote"]),
                             ("MtPrev", l["vote"]), ("CredOuv", l["vote"] + (l["carried"] or 0))]) for l in budget]
    voted += calculated_totals(budget, [("MtPropNouv", "vote"), ("MtPrev", "vote")])
    annexes = ("      <Annexes>\n         <DATA_CONCOURS>\n" + "".join(grants_annex())
               + "         </DATA_CONCOURS>\n      </Annexes>\n")
    for name, text in (("CA2024", totem(2024, "09", "2025-03-24", done)),
                       ("BP2025", totem(2025, "01", "2025-03-31", voted, annexes))):
        (TOWN / "budgets" / f"{name}_valbourg_principal.xml").write_bytes(text.encode("iso-8859-1"))
