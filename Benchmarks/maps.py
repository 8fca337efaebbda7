"""`Benchmarks/run ogc`: features of a box over HTTP on 100,000 points against pygeoapi 0.21 in the same run, and vector tiles, on this machine, now.

Needs wrk, gdal-bin and libsqlite3-mod-spatialite (Debian), and Debian's own Python, whose SQLite loads extensions. pygeoapi comes into
.vendor/pygeoapi, from PyPI: its SQLiteGPKG provider is the fastest that it has without a database server.
"""
import json, math, os, pathlib, random, statistics, subprocess, sys, time, urllib.request
from serving import ask, running, served, wrk

POINTS = """title: Points
source: { file: exports/points.csv }
key: [id]
publish: [portal]
fields:
  id: { type: int }
  nom: { type: text }
  categorie: { type: text, facet: true }
  montant: { type: double }
  jour: { type: date }
  lieu: { type: geo_point_2d }
"""
SPATIALITE = "/usr/lib/x86_64-linux-gnu/mod_spatialite.so"


def points(file):
    chance = random.Random(1)
    with open(file, "w") as out:
        out.write("id,nom,categorie,montant,jour,lieu,lon,lat\n")
        for i in range(100_000):
            lon, lat = 5 + chance.random(), 45 + chance.random()
            out.write(f'{i},Équipement {i},categorie {i % 40},{i % 1000 / 10},202{i % 6}-0{1 + i % 9}-1{i % 10},"{lat:.6f}, {lon:.6f}",{lon:.6f},{lat:.6f}\n')


def peer(root, scratch, file, port):
    folder, python = root / ".vendor/pygeoapi", root / ".vendor/pygeoapi/bin/python"
    if not (folder / "bin/gunicorn").exists():
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", folder], check=True)
        subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "-q", "pygeoapi==0.21.0", "gunicorn"], check=True)
    package = scratch / "points.gpkg"
    subprocess.run(["ogr2ogr", "-f", "GPKG", package, file, "-nln", "points", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat",
                    "-oo", "AUTODETECT_TYPE=YES", "-a_srs", "EPSG:4326"], check=True)
    config = {
        "server": {"bind": {"host": "127.0.0.1", "port": port}, "url": f"http://127.0.0.1:{port}", "mimetype": "application/json; charset=UTF-8",
                   "encoding": "utf-8", "languages": ["en-US"], "limits": {"default_items": 10, "max_items": 1000},
                   "map": {"url": "https://tile.example/{z}/{x}/{y}.png", "attribution": "x"}},
        "logging": {"level": "ERROR"},
        "metadata": {"identification": {"title": "x", "description": "x", "keywords": ["x"], "keywords_type": "theme", "terms_of_service": "x", "url": "http://x"},
                     "license": {"name": "x", "url": "http://x"}, "provider": {"name": "x", "url": "http://x"},
                     "contact": {"name": "x", "position": "x", "email": "x@x", "url": "http://x"}},
        "resources": {"points": {
            "type": "collection", "title": "Points", "description": "Points", "keywords": ["x"], "links": [],
            "extents": {"spatial": {"bbox": [5, 45, 6, 46], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}},
            "providers": [{"type": "feature", "name": "SQLiteGPKG", "data": str(package), "id_field": "id", "table": "points",
                           "geom_field": "geom"}]}},
    }
    # YAML holds JSON.
    (scratch / "pygeoapi.yml").write_text(json.dumps(config))
    surroundings = {**os.environ, "PYGEOAPI_CONFIG": str(scratch / "pygeoapi.yml"), "PYGEOAPI_OPENAPI": str(scratch / "openapi.yml"),
                    "SPATIALITE_LIBRARY_PATH": SPATIALITE}
    surroundings.pop("LD_LIBRARY_PATH", None)
    subprocess.run([folder / "bin/pygeoapi", "openapi", "generate", scratch / "pygeoapi.yml", "--output-file", scratch / "openapi.yml"],
                   check=True, env=surroundings, stdout=subprocess.DEVNULL)
    return running([folder / "bin/gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "pygeoapi.flask_app:APP"],
                   f"http://127.0.0.1:{port}/collections/points/items?f=json&limit=1", env=surroundings)


def tile(zoom, lon, lat):
    count = 2 ** zoom
    return f"{zoom}/{int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * count)}/{int((lon + 180) / 360 * count)}"


def timed(url):
    start = time.perf_counter()
    with urllib.request.urlopen(url, timeout=60) as answer:
        answer.read()
    return (time.perf_counter() - start) * 1000


def maps(scratch, root, lavoir, seconds=5):
    folder = scratch / "ogc"
    (folder / "datasets").mkdir(parents=True)
    (folder / "exports").mkdir()
    (folder / "lavoir.yaml").write_text("territory: { name: Banc }\n")
    file = folder / "exports/points.csv"
    points(file)
    (folder / "datasets/points.yaml").write_text(POINTS)
    subprocess.run([lavoir, "run", "-C", folder], check=True, stdout=subprocess.DEVNULL)
    chance = random.Random(2)
    boxes = [(5 + chance.random() * 0.9, 45 + chance.random() * 0.9) for _ in range(9_000)]
    items = [f"/items?f=json&limit=10&bbox={x:.5f},{y:.5f},{x + 0.1:.5f},{y + 0.1:.5f}" for x, y in boxes]
    with served(lavoir, folder, 8775):
        root_path = "/ogc/collections/points"
        ask(f"http://127.0.0.1:8775{root_path}")
        lone = wrk(scratch, 8775, [root_path + item for item in items], seconds, 1)
        mine = wrk(scratch, 8775, [f"{root_path}{item}&crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84" for item in items], seconds, 8)
        print(f"ogc        items of a box, none asked before: one client p50 {lone[0]:.2f} ms, p99 {lone[1]:.2f} ms"
              f"{f', {lone[3]} ERRORS' if lone[3] else ''}", flush=True)
        for zoom in range(10, 17):
            side, fresh = 360 / 2 ** zoom, random.Random(zoom)
            places = {tile(zoom, 5 + fresh.random(), 45 + fresh.random()) for _ in range(60 if zoom > 11 else 12)}
            times = [timed(f"http://127.0.0.1:8775{root_path}/tiles/WebMercatorQuad/{place}") for place in places]
            print(f"ogc        tiles of zoom {zoom}, not in memory: p50 {statistics.median(times):.2f} ms, most {max(times):.2f} ms of {len(times)}", flush=True)
        cached = wrk(scratch, 8775, [f"{root_path}/tiles/WebMercatorQuad/{tile(13, 5.5, 45.5)}"], seconds, 32)
        print(f"ogc        a tile from memory: {cached[2]:,.0f} requests/s, p50 {cached[0]:.2f} ms{f', {cached[3]} ERRORS' if cached[3] else ''}", flush=True)
    with peer(root, scratch, file, 8777):
        theirs = wrk(scratch, 8777, [f"/collections/points{item}" for item in items], seconds, 8)
    print(f"ogc        items of a box, 8 clients: p50 {mine[0]:.2f} ms, p99 {mine[1]:.2f} ms, {mine[2]:,.0f} requests/s"
          f"{f', {mine[3]} ERRORS' if mine[3] else ''}, counted; pygeoapi 0.21 (SQLiteGPKG, 2 workers) {theirs[0]:.1f} / {theirs[1]:.1f} ms, "
          f"{theirs[2]:,.0f} requests/s{f', {theirs[3]} errors' if theirs[3] else ''}, not counted: "
          f"{f'{mine[2] / theirs[2]:.1f} times as many' if theirs[2] else 'it answered none in that time'}", flush=True)
