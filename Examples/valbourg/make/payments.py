"""The payments of 2024 (chapter 011), as the finance software prints them: pages with their titles again, carry-overs, a total.

They are the invoices behind the administrative account of 2024: for each nature and function, they add up to what its
budget file says was done, to the cent.
"""
import random
from datetime import date, timedelta
from decimal import Decimal

from budgets import account_of_2024
from town import NO_BREAK, day, days_after, export, french, invented_siren, siret, spaced, table

HEADER = ["Exercice", "N° bordereau", "N° mandat", "Date facture", "Date réception", "Date service fait", "Date mandat",
          "Date paiement", "Tiers", "Nature juridique", "SIRET tiers", "Nature", "Fonction", "Objet", "Montant HT", "Montant TTC"]
PAGE = 60
WORDS = {"606": "Fournitures", "61": "Prestations", "615": "Entretien", "62": "Services", "63": "Taxes"}
FEWEST, LARGEST = 3, Decimal(9000)


def shares(chance, whole):
    """An amount cut into invoices, to the cent."""
    count = max(FEWEST, int(whole / LARGEST) + chance.randint(2, 9))
    weights = [Decimal(chance.randint(20, 100)) for _ in range(count)]
    cut = [(whole * w / sum(weights)).quantize(Decimal("0.01")) for w in weights]
    cut[-1] += whole - sum(cut)
    return cut


def dates(chance, slow):
    """Invoice, reception, service done, mandate and payment; a few are still to be paid."""
    invoice = days_after(chance, date(2024, 1, 3), 0, 335)
    done = invoice - timedelta(days=chance.randint(0, 12))
    received = days_after(chance, invoice, 0, 5)
    mandate = days_after(chance, received, 4, 42 if slow else 18)
    paid = days_after(chance, mandate, 3, 13)
    return invoice, received, done, mandate, None if paid > date(2024, 12, 31) else paid


def people(chance):
    """What each supplier is known by: its SIRET as it was typed."""
    found = {}
    for rank, row in enumerate(table("fournisseurs")):
        digits = siret(invented_siren(chance, "2991"))
        found[row["nom"]] = (row["type"], spaced(digits) if rank % 2 else "" if rank % 9 == 4 else digits)
    return found


def subject(chance, nature, supplier, kind, when):
    if nature == "6232" and kind == "Personne physique":
        return f"Reportage photographique {when:%m/%Y} - {supplier}"
    word = next(w for start, w in sorted(WORDS.items(), key=lambda i: -len(i[0])) if nature.startswith(start))
    return chance.choice([f"{word} {when:%m/%Y}", f"{word}  {when:%m/%Y}", f"Facture n° {chance.randint(1000, 99999)}",
                          f"{word} - marché 2023-{chance.randint(1, 40):02}"])


def invoices():
    """The invoices in the order of their mandates."""
    account = account_of_2024(table("budget"), random.Random(2024))
    chance = random.Random(3001)
    suppliers, known, found = table("fournisseurs"), people(chance), []
    for line in (l for l in account if l["chapitre"] == "011" and l["sens"] == "D"):
        able = [s["nom"] for s in suppliers if line["nature"] in s["natures"].split()
                for _ in range(1 if s["type"] == "Personne physique" else 5)]
        for amount in shares(chance, line["real"]):
            when = dates(chance, slow=line["fonction"] in ("020", "845"))
            supplier = chance.choice(able)
            kind, number = known[supplier]
            found.append({"when": when, "supplier": supplier, "kind": kind, "siret": number, "amount": amount,
                          "nature": line["nature"], "function": line["fonction"],
                          "subject": subject(chance, line["nature"], supplier, kind, when[0])})
    return sorted(found, key=lambda i: (i["when"][3], i["supplier"], i["amount"])), chance


def cells(rank, invoice, chance):
    days = ["" if d is None else day(d) for d in invoice["when"]]
    amount = invoice["amount"]
    space = chance.choice([NO_BREAK, NO_BREAK, " ", ""])
    before = (amount / Decimal("1.2")).quantize(Decimal("0.01"))
    return ["2024", 1 + rank // 12, rank + 1, *days, invoice["supplier"], invoice["kind"], invoice["siret"],
            invoice["nature"], invoice["function"], invoice["subject"], french(before, space), french(amount, space)]


def write_payments():
    found, chance = invoices()
    blank = [""] * (len(HEADER) - 2)
    lines, running = [["Ville de Valbourg - Budget principal"], ["Liste des mandats - exercice 2024 - chapitre 011"], [], HEADER], 0
    for rank, invoice in enumerate(found):
        if rank and rank % PAGE == 0:
            lines += [["Report", *blank, french(running, NO_BREAK)], HEADER]
        running += invoice["amount"]
        lines.append(cells(rank, invoice, chance))
    lines.append(["Total général", *blank, french(running, NO_BREAK)])
    export("mandats-2024.csv", lines, "cp1252")
    return figures(found)


def figures(found):
    paid = [i for i in found if i["when"][4]]
    delays = [(i["when"][4] - i["when"][1]).days for i in paid]
    return [("mandats", "count(*)", len(found)), ("mandats", "sum(montant_ttc)", sum(i["amount"] for i in found)),
            ("mandats", "count(date_paiement)", len(paid)), ("mandats", "sum(delai_paiement)", sum(delays)),
            ("mandats", "count(*) FILTER (delai_paiement > 30)", sum(d > 30 for d in delays)),
            ("mandats", "count(*) FILTER (tiers = 'Personne physique')", sum(i["kind"] == "Personne physique" for i in found)),
            ("mandats", "sum(montant_ttc) FILTER (nature = '60612')", sum(i["amount"] for i in found if i["nature"] == "60612")),
            ("mandats", "sum(montant_ttc) FILTER (tiers = 'Personne physique')",
             sum(i["amount"] for i in found if i["kind"] == "Personne physique"))]
