"""Makes the business files of Valbourg: two budgets, two charts of accounts, a workbook, a list of facilities.

    python3 make-examples.py        (standard library + openpyxl; the same bytes each time)

The tables beside this script hold what was written by hand; these scripts add the mess that business software adds.
Everything is invented, save the codes and labels of the public M57 nomenclature.
"""
from budgets import write_budgets
from facilities import write_facilities
from grants import write_workbook
from plans import write_plans

if __name__ == "__main__":
    write_plans()
    write_budgets()
    write_workbook()
    write_facilities()
