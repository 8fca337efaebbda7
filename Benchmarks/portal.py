"""`Benchmarks/run portal`: the pages of Valbourg in a real browser whose processor is slowed four times, what they weigh on their way, and page
views a second over HTTP, against Datasette's page of a table with as many rows, on this machine, now.

Needs wrk and chromium (Debian) and what scripts/browser/install fetches. Datasette comes into .vendor/datasette, from PyPI.
"""
import csv, json, os, shutil, sqlite3, subprocess
from serving import ask, datasette, served, wrk

# What the browser does, in an environment of its own: cold, the processor slowed, the largest paint and every byte.
BROWSER = r'''
import json, statistics, sys
from playwright.sync_api import sync_playwright
base, runs, paths = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
paint = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(null), 10000); })"""
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for path in paths:
        paints, weights, asked = [], [], []
        for _ in range(runs):
            context = browser.new_context(viewport={"width": 412, "height": 823})
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            session.send("Network.enable")
            weight = [0]
            count = [0]
            session.on("Network.loadingFinished", lambda event: (weight.__setitem__(0, weight[0] + event["encodedDataLength"]), count.__setitem__(0, count[0] + 1)))
            page.goto(base + path, wait_until="load")
            paints.append(page.evaluate(paint))
            weights.append(weight[0])
            asked.append(count[0])
            context.close()
        print(json.dumps({"path": path, "paint": statistics.median(paints), "most": max(paints), "weight": max(weights), "asked": max(asked)}))
    browser.close()
'''

PAGES = ["/", "/donnees", "/donnees/subventions", "/donnees/subventions/tableau", "/donnees/subventions/graphiques", "/donnees/equipements/carte",
         "/budget", "/cantine"]


def peer(root, scratch, file, port):
    path = scratch / "subventions.db"
    with open(file, newline="", encoding="utf-8-sig") as source, sqlite3.connect(path) as base:
        rows = csv.reader(source, delimiter=";")
        names = [f'"{name}"' for name in next(rows)]
        base.execute(f"CREATE TABLE subventions ({', '.join(names)})")
        base.executemany(f"INSERT INTO subventions VALUES ({', '.join('?' * len(names))})", rows)
    return datasette(root, path, port)


def said(figures):
    return f"{figures[2]:,.0f} views/s, p50 {figures[0]:.2f} ms, p99 {figures[1]:.2f} ms{f', {figures[3]} ERRORS' if figures[3] else ''}"


def portal(scratch, root, lavoir, runs, seconds=5):
    subprocess.run([root / "scripts/browser/install"], check=True)
    folder = scratch / "valbourg"
    shutil.copytree(root / "Examples/valbourg", folder, ignore=shutil.ignore_patterns("lake", ".lavoir"))
    subprocess.run([lavoir, "run", "-C", folder], check=True, stdout=subprocess.DEVNULL)
    table = scratch / "subventions.csv"
    port, address = 8781, "http://127.0.0.1:8781"
    with served(lavoir, folder, port):
        table.write_bytes(ask(f"{address}/api/explore/v2.1/catalog/datasets/subventions/exports/csv"))
        lines = subprocess.run([root / ".vendor/browser/bin/python", "-c", BROWSER, address, str(runs), *PAGES], check=True, text=True,
                               capture_output=True, env={**os.environ, "LD_LIBRARY_PATH": ""}).stdout.splitlines()
        for page in map(json.loads, lines):
            print(f"portal     {page['path']:32} largest paint {page['paint']:4.0f} ms (most {page['most']:.0f}) cold, processor slowed 4 times; "
                  f"{page['weight'] / 1000:.1f} kB in {page['asked']} requests", flush=True)
        # What lies in memory; then questions that nobody asked before: another order, another word.
        kept = {path: wrk(scratch, port, [path], seconds, 16) for path in ("/health", "/", "/donnees/subventions", "/donnees/subventions/tableau")}
        for path, figures in kept.items():
            print(f"portal     {path:32} from memory: {said(figures)}; {figures[2] / kept['/health'][2]:.2f} of /health", flush=True)
        fresh = {
            "/donnees/subventions": [f"/donnees/subventions?x={n}" for n in range(60_000)],
            "/donnees/subventions/tableau": [f"/donnees/subventions/tableau?tri={'-' if n % 2 else ''}montant&x={n}" for n in range(60_000)],
            "/donnees?q=": [f"/donnees?q=subventions&x={n}" for n in range(60_000)],
        }
        ours = {path: wrk(scratch, port, paths, seconds, 8) for path, paths in fresh.items()}
        for path, figures in ours.items():
            print(f"portal     {path:32} never asked before: {said(figures)}", flush=True)
    with peer(root, scratch, table, 8782):
        theirs = wrk(scratch, 8782, [f"/subventions/subventions?_sort{'_desc' if n % 2 else ''}=montant&x={n}" for n in range(60_000)], seconds, 8)
    mine = ours["/donnees/subventions/tableau"]
    print(f"portal     a table's page, never asked before: Datasette 0.65 {said(theirs)}: {mine[2] / theirs[2]:.1f} times as many", flush=True)
