"""Makes the business files of Valbourg, and the figures that its datasets must give.

    python3 make-examples.py        (standard library + openpyxl; the same bytes each time)

The tables beside this script hold what was written by hand; these scripts add the mess that business software adds.
`figures.csv` holds counts and sums that come from the tables alone, by this script's own arithmetic: the tests ask the
same questions of the lake. Everything is invented, save the public codes and labels of M57 and ACTES.
"""
import csv
from decimal import Decimal

from budgets import write_budgets
from deliberations import write_deliberations
from facilities import write_facilities
from firstnames import write_firstnames
from grants import write_workbook
from lookups import write_lookups
from menus import write_menus
from payments import write_payments
from plans import write_plans
from staff import write_staff
from town import HERE

if __name__ == "__main__":
    write_plans()
    write_budgets()
    write_lookups()
    figures = []
    for write in (write_workbook, write_facilities, write_deliberations, write_firstnames, write_menus, write_staff,
                  write_payments):
        figures += write()
    with open(HERE / "figures.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("dataset", "question", "answer"))
        writer.writerows((dataset, question, f"{Decimal(answer):.2f}") for dataset, question, answer in figures)
