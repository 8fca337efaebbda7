"""The menus of the school restaurants, winter and spring 2025: the kitchen sends a workbook each week, a grid to be pinned up."""
import random
from datetime import date, timedelta

import openpyxl
from openpyxl.styles import Alignment, Font

from town import MONTHS, NO_BREAK, save, table

WEEKS = [date(2025, 1, 6) + timedelta(weeks=n) for n in (*range(7), *range(9, 15))]  # the holidays of zone A are not there
DAYS = {0: "Lundi", 1: "Mardi", 3: "Jeudi", 4: "Vendredi"}
COURSES = ["Entrée", "Plat", "Accompagnement", "Laitage", "Dessert"]
ALLERGENS = ["gluten", "crustacés", "œufs", "poissons", "arachides", "soja", "lait", "fruits à coque", "céleri", "moutarde",
             "sésame", "sulfites", "lupin", "mollusques"]
THEMES = {date(2025, 1, 30): "Nouvel an lunaire", date(2025, 2, 4): "Chandeleur", date(2025, 3, 20): "Journée du goût"}
CLOSED = date(2025, 2, 13)  # a strike: no meal was served
PANCAKE = {"type": "Dessert", "nom": "Crêpe au sucre", "allergenes": "1,3,7", "marques": ""}


def named(day, capital=True):
    first = "1er" if day.day == 1 else str(day.day)
    text = f"{DAYS.get(day.weekday(), '')} {first} {MONTHS[day.month - 1]} {day.year}".strip()
    return text if capital else text.lower()


def cell(dish, chance):
    """`Œuf dur mayonnaise * (3, 10)`: the marks, then the numbers of the allergens."""
    numbers = dish["allergenes"].replace(",", chance.choice([", ", ",", " , "]))
    break_ = chance.choice([" ", " ", "\n", NO_BREAK])
    return dish["nom"] + (f" {dish['marques']}" if dish["marques"] else "") + (f"{break_}({numbers})" if numbers else "")


class Kitchen:
    """Draws dishes so that none comes back before its turn; one vegetarian meal a week."""

    def __init__(self, chance):
        self.chance = chance
        self.decks = {}

    def dish(self, course, vegetarian=None):
        dishes = [d for d in table("plats") if d["type"] == course
                  and (vegetarian is None or ("V" in d["marques"].split()) == vegetarian)]
        deck = self.decks.setdefault((course, vegetarian), [])
        if not deck:
            deck += self.chance.sample(dishes, len(dishes))
        return deck.pop()

    def meal(self, day, vegetarian):
        """The dishes of a day, by course; some days leave a choice of fruit."""
        dishes = {course: [self.dish(course, vegetarian if course == "Plat" else None)] for course in COURSES}
        if day == date(2025, 2, 4):
            dishes["Dessert"] = [PANCAKE]
        elif self.chance.random() < 0.25:
            dishes["Dessert"].append(self.dish("Dessert"))
        return dishes


def week_of(kitchen, monday):
    days = [monday + timedelta(days=n) for n in DAYS]
    green = kitchen.chance.choice(days)
    return {day: kitchen.meal(day, day == green) for day in days if day != CLOSED}


def sheet_of(week, monday, chance):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"S{monday.isocalendar().week:02}"
    friday = monday + timedelta(days=4)
    sheet["A1"] = "RESTAURANTS SCOLAIRES DE VALBOURG"
    sheet["A2"] = f"Menus du {monday.day} {MONTHS[monday.month - 1]} au {friday.day} {MONTHS[friday.month - 1]} {friday.year}"
    sheet["A1"].font = Font(bold=True, size=14)
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=1 + len(DAYS))
    for row, course in enumerate(COURSES, 5):
        sheet.cell(row, 1, f"{course} ")
    sheet.cell(10, 1, "Thème")
    for column, number in enumerate(DAYS, 2):
        day = monday + timedelta(days=number)
        sheet.cell(4, column, named(day).replace(" ", "\n", 1) if chance.random() < 0.3 else named(day))
        if day == CLOSED:
            sheet.cell(5, column, "Grève : pas de service")
            sheet.merge_cells(start_row=5, start_column=column, end_row=9, end_column=column)
            continue
        for row, course in enumerate(COURSES, 5):
            text = " / ".join(cell(d, chance) for d in week[day][course])
            sheet.cell(row, column, text).alignment = Alignment(wrap_text=True)
        if day in THEMES:
            sheet.cell(10, column, THEMES[day])
    sheet["A12"] = "* issu de l'agriculture biologique   L : produit local   V : végétarien   AOP   LR : label rouge   MSC"
    sheet["A13"] = "Allergènes : " + ", ".join(f"{n} {name}" for n, name in enumerate(ALLERGENS, 1))
    return book


def write_menus():
    chance = random.Random(1169)
    kitchen, served = Kitchen(chance), []
    for monday in WEEKS:
        week = week_of(kitchen, monday)
        save(sheet_of(week, monday, chance), f"menus/menus-2025-S{monday.isocalendar().week:02}.xlsx")
        served += [(day, dish) for day, dishes in week.items() for course in dishes.values() for dish in course]
    marks = [dish["marques"].split() for _, dish in served]
    return [("menus", "count(*)", len(served)),
            ("menus", "count(DISTINCT menuDate)", len({day for day, _ in served})),
            ("menus", "count(*) FILTER (list_contains(menuPlatAllergene, 'lait'))",
             sum("7" in dish["allergenes"].split(",") for _, dish in served)),
            ("menus", "sum(len(menuPlatAllergene))", sum(len(d["allergenes"].split(",")) for _, d in served if d["allergenes"])),
            ("menus", "count(*) FILTER (list_contains(menuPlatSiqo, 'agriculture biologique'))", sum("*" in m for m in marks)),
            ("menus", "count(*) FILTER (list_contains(menuPlatRegime, 'végétarien'))", sum("V" in m for m in marks)),
            ("menus", "count(*) FILTER (menuPlatPrecision IS NOT NULL)", sum(day in THEMES for day, _ in served))]
