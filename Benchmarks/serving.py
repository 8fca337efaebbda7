"""`Benchmarks/run serve`: questions over HTTP on 1 M rows, Lavoir against Datasette 0.65 and against the engine, on this machine, now.

Needs wrk (Debian). Datasette comes into .vendor/datasette, from PyPI.
"""
import contextlib, json, os, pathlib, re, resource, shutil, socket, sqlite3, subprocess, sys, time, urllib.parse, urllib.request

FIELDS = """title: Subventions
source: { file: exports/subventions.csv }
key: [referenceDecision]
publish: [portal]
fields:
  nomAttribuant: { type: text, facet: true }
  dateConvention: { type: date, facet: true }
  nomBeneficiaire: { type: text, facet: true }
  montant: { type: double }
  nature: { type: text, facet: true }
  notificationUE: { type: text, facet: true }
"""


def ask(url):
    with urllib.request.urlopen(url, timeout=300) as answer:
        return answer.read()


def wait(url, process):
    for _ in range(30_000):
        if process.poll() is not None:
            sys.exit(f"benchmark: {process.args[0]} ended with {process.returncode}")
        try:
            return ask(url)
        except OSError:
            time.sleep(0.02)
    sys.exit(f"benchmark: {url} never answered")


@contextlib.contextmanager
def running(command, url, **more):
    """A server, from its first answer until the block ends."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    try:
        wait(url, process)
        yield process
    finally:
        process.terminate()
        process.wait()


def served(lavoir, folder, port, **more):
    """A town, served in silence."""
    return running([lavoir, "serve", "-C", folder, "--port", str(port), "--quiet"], f"http://127.0.0.1:{port}/ready", **more)


def wrk(scratch, port, paths, seconds, connections=8):
    """p50, p99 (ms) and requests a second over these paths in turn; answers other than 2xx count as errors."""
    script = scratch / "paths.lua"
    lines = ",\n".join(json.dumps(path) for path in paths)
    script.write_text(f"local paths = {{{lines}}}\nlocal n = 0\nrequest = function() n = n % #paths + 1; return wrk.format('GET', paths[n]) end\n")
    said = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script, f"http://127.0.0.1:{port}/"],
                          capture_output=True, text=True, check=True).stdout
    def ms(name):
        number, unit = re.search(rf"{name}\s+([\d.]+)(us|ms|s)", said).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    errors = int(found.group(1)) if (found := re.search(r"Non-2xx or 3xx responses: (\d+)", said)) else 0
    return ms("50%"), ms("99%"), float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1)), errors


def memory(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text()).group(1)) / 1024


def datasette(root, base, port, *settings):
    """Datasette 0.65 over a base of SQLite, fetched from PyPI the first time."""
    folder = root / ".vendor/datasette"
    if not (folder / "bin/datasette").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        # setuptools: Datasette 0.65 asks for pkg_resources, which newer ones no longer have.
        subprocess.run([folder / "bin/pip", "install", "-q", "datasette==0.65", "setuptools<80"], check=True)
    command = [folder / "bin/datasette", "serve", base, "-p", str(port), "--setting", "num_sql_threads", "2"]
    for name, value in settings: command += ["--setting", name, value]
    return running(command, f"http://127.0.0.1:{port}/-/versions.json")


def peer(root, scratch, file):
    path = scratch / "subventions.db"
    path.unlink(missing_ok=True)
    import csv
    with open(file, newline="") as source, sqlite3.connect(path) as base:
        rows = csv.reader(source)
        names = next(rows)
        base.execute(f"CREATE TABLE subventions ({', '.join(n + (' REAL' if n == 'montant' else ' TEXT') for n in names)})")
        base.executemany(f"INSERT INTO subventions VALUES ({', '.join('?' * len(names))})", rows)
        for name in ("referenceDecision", "nomBeneficiaire", "nature", "notificationUE", "montant", "nomAttribuant"):
            base.execute(f"CREATE INDEX i_{name} ON subventions ({name})")
        base.execute("ANALYZE")
    return datasette(root, path, 8766, ("sql_time_limit_ms", "20000"), ("facet_time_limit_ms", "20000"))


def crowd(scratch, port, path, number, slow):
    """p50 and p99 of an answer from memory and of a question, alone and while others hold connections: `number` say nothing, `slow` of them
    read an export a byte at a time."""
    question = [f"{path}/records?limit=10&where=montant%3E{n}" for n in range(9_000)]
    alone = wrk(scratch, port, [f"{path}/records?limit=10"], 3, 4), wrk(scratch, port, question, 3, 4)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, number + 2_000), hard))
    held = []
    try:
        for place in range(number):
            # One address of loopback has some 28,000 ports.
            held.append(socket.create_connection(("127.0.0.1", port), timeout=60))
            if place < slow:
                held[-1].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
                held[-1].sendall(f"GET {path}/exports/csv?x={place} HTTP/1.1\r\nHost: h\r\n\r\n".encode())
        for one in held[:slow]: one.recv(1)
        among = wrk(scratch, port, [f"{path}/records?limit=10"], 3, 4), wrk(scratch, port, question, 3, 4)
    finally:
        for one in held: one.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    for kind, one, other in zip(("from memory", "a question"), alone, among):
        print(f"serve      {kind} among {number:,} connections, {slow} of which read an export slowly: p50 {other[0]:.2f} ms, p99 {other[1]:.2f} ms; "
              f"alone {one[0]:.2f} / {one[1]:.2f} ms: {other[0] / one[0]:.1f} times as long{f', {other[3]} ERRORS' if other[3] else ''}", flush=True)


def serve(scratch, root, lavoir, floor, subventions, seconds=5):
    folder = scratch / "serve"
    (folder / "datasets").mkdir(parents=True)
    (folder / "exports").mkdir()
    (folder / "lavoir.yaml").write_text("territory: { name: Banc }\n")
    file = folder / "exports/subventions.csv"
    subventions(file, 1_000_000, 0)
    (folder / "datasets/subventions.yaml").write_text(FIELDS)
    subprocess.run([lavoir, "run", "-C", folder], check=True, stdout=subprocess.DEVNULL)
    with served(lavoir, folder, 8765):
        pass
    start = time.perf_counter()
    with served(lavoir, folder, 8765, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)) as server:
        kinds, ours = questions(scratch, folder, floor, server, time.perf_counter() - start, seconds)
    with peer(root, scratch, file):
        for kind, (_, paths) in kinds.items():
            theirs = wrk(scratch, 8766, paths, seconds, 32 if kind == "cached" else 4)
            mine = ours[kind]
            print(f"serve      {kind}: p50 {mine[0]:.2f} ms, p99 {mine[1]:.2f} ms, {mine[2]:,.0f} requests/s"
                  f"{f', {mine[3]} ERRORS' if mine[3] else ''}; Datasette {theirs[0]:.1f} / {theirs[1]:.1f} ms, {theirs[2]:,.0f} requests/s"
                  f"{f', {theirs[3]} errors' if theirs[3] else ''}: "
                  f"{f'{mine[2] / theirs[2]:.1f} times as many' if theirs[2] else 'it answered none in that time'}", flush=True)


def questions(scratch, folder, floor, server, started, seconds):
    """What is asked of both, and what ours answers; then the export against the engine's own."""
    idle = memory(server)
    print(f"serve      ready on built copies after {started * 1000:.0f} ms; idle {idle:.0f} MB", flush=True)
    data = "/api/explore/v2.1/catalog/datasets/subventions"
    quote = urllib.parse.quote
    ids = [row["record_id"] for offset in range(0, 9_000, 900) for row in
           json.loads(ask(f"http://127.0.0.1:8765{data}/records?select=record_id&limit=100&offset={offset}"))["results"]]
    equal = 'nomBeneficiaire="Association %d"'
    kinds = {
        "cached": ([f"{data}/records?limit=10"], ["/subventions/subventions.json?_size=10&_shape=array&_nocount=1"]),
        "filter+order+limit 10": (
            [f"{data}/records?limit=10&order_by=montant%20desc&where={quote(equal % n)}" for n in range(9_000)],
            [f"/subventions/subventions.json?_size=10&_shape=array&_sort_desc=montant&nomBeneficiaire={quote(f'Association {n}')}" for n in range(9_000)]),
        "facets of 3 fields": (
            [f"{data}/facets?facet=nature&facet=notificationUE&facet=nomAttribuant&where=montant%3E{n}" for n in range(9_000)],
            [f"/subventions/subventions.json?_size=0&_facet=nature&_facet=notificationUE&_facet=nomAttribuant&montant__gt={n}" for n in range(9_000)]),
        "one row by id": (
            [f"{data}/records/{one}?x={n}" for n in range(9) for one in ids],
            [f"/subventions/subventions/{n}.json" for n in range(1, 9_001)]),
    }
    ours = {}
    for kind, (paths, _) in kinds.items():
        if kind != "cached":
            lone = wrk(scratch, 8765, [f"{path}&y=1" for path in paths], seconds, 1)
            print(f"serve      {kind}: one client alone, p50 {lone[0]:.2f} ms, p99 {lone[1]:.2f} ms{f', {lone[3]} ERRORS' if lone[3] else ''}", flush=True)
        ours[kind] = wrk(scratch, 8765, paths, seconds, 32 if kind == "cached" else 4)
    most = memory(server)
    url = f"http://127.0.0.1:8765{data}/exports/csv"
    times = {"ours": [], "floor": []}
    for number in range(3):
        start = time.perf_counter()
        with urllib.request.urlopen(f"{url}?x={number}", timeout=300) as answer:
            first, size = None, 0
            while piece := answer.read(1 << 18):
                first = first or time.perf_counter() - start
                size += len(piece)
        times["ours"].append(time.perf_counter() - start)
        copy = next((folder / ".lavoir/serving").glob("subventions.*.duckdb"))
        begun = time.perf_counter()
        subprocess.run([floor, "SET threads = 1", f"ATTACH '{copy}' AS s (READ_ONLY)",
                        f"COPY (SELECT * EXCLUDE (_id, _source, _row) FROM s.data) TO '{scratch}/floor.csv' (HEADER, DELIMITER ';')"], check=True)
        times["floor"].append(time.perf_counter() - begun)
    best = {name: min(all) for name, all in times.items()}
    crowd(scratch, 8765, data, 10_000, 200)
    most = max(most, memory(server))
    print(f"serve      export of 1 M rows, {size / 1e6:.0f} MB of CSV: {best['ours']:.2f} s, first byte after {first * 1000:.0f} ms; the engine's COPY "
          f"with one thread {best['floor']:.2f} s, ratio {best['floor'] / best['ours']:.2f}; most memory {most:.0f} MB", flush=True)
    return kinds, ours
