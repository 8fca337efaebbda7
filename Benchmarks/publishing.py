"""`Benchmarks/run publish`: what publishing costs when nothing has changed, against bare questions to the same portal, and the catalogue of a
thousand datasets as DCAT, asked of a server that has just started, against as many bytes lying in files.

Needs the real CKAN of scripts/servers/install.
"""
import json, os, pathlib, shutil, socket, statistics, subprocess, sys, time, urllib.request
from serving import running, served

FOLDER = """title: Jeu {number}
description: Un jeu d'essai parmi d'autres.
source: {{ file: exports/jeu{number}.csv }}
key: [code]
frequency: annual
keywords: [essai, banc]
formats: [csv]
publish: [{places}]
"""


def ask(url, token=None):
    request = urllib.request.Request(url, headers={"Authorization": token} if token else {})
    with urllib.request.urlopen(request, timeout=300) as answer:
        return answer.read()


def town(folder, number, places, more=""):
    (folder / "datasets").mkdir(parents=True)
    (folder / "exports").mkdir()
    (folder / "lavoir.yaml").write_text(f'territory: {{ name: Banc, siren: "215800004" }}\n{more}')
    for index in range(number):
        (folder / f"exports/jeu{index}.csv").write_text("code;nom\n" + "".join(f"{row};nom {row}\n" for row in range(10)))
        (folder / f"datasets/jeu{index}.yaml").write_text(FOLDER.format(number=index, places=places))


def timed(*command, environment=None):
    start = time.perf_counter()
    said = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True,
                          env={**os.environ, **(environment or {})}).stdout
    return time.perf_counter() - start, said


def unchanged(scratch, root, lavoir, runs, number=100):
    script, data = root / "scripts/servers/ckan", scratch / "ckan"
    scratch.chmod(0o755)  # PostgreSQL is not run as root, and must reach its data
    port = int(subprocess.run([script, "start", data], check=True, capture_output=True, text=True).stdout.split()[-1])
    proxy = subprocess.Popen(["python3", root / "Tests/EndToEnd/Portals/proxy.py", f"http://127.0.0.1:{port}", scratch],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        before = int(proxy.stdout.readline())
        token = (data / "ckan-token").read_text().strip()
        folder = scratch / "cent"
        town(folder, number, "ailleurs", f'destinations: {{ ailleurs: {{ ckan: "http://127.0.0.1:{before}", token: {{ env: PORTAL_TOKEN }}, '
                                      "organization: ville-test, datastore: never } }\n")
        first, _ = timed(lavoir, "run", "-C", folder, environment={"PORTAL_TOKEN": token})
        ours, floor, index, calls = [], [], [], []
        log = scratch / "requests.log"
        for _ in range(runs):
            log.write_text("")
            seconds, said = timed(lavoir, "publish", "-C", folder, "--json", environment={"PORTAL_TOKEN": token})
            ours.append(seconds)
            lines = log.read_text().splitlines()
            calls.append((len(lines), sum(not line.startswith("GET ") for line in lines)))
            outcomes = {one["outcome"] for one in json.loads(said)}
            if outcomes != {"unchanged"}:
                sys.exit(f"benchmark: publish said {outcomes}")
            start = time.perf_counter()
            for place in range(number):
                ask(f"http://127.0.0.1:{before}/api/3/action/package_show?id=jeu{place}", token)
            floor.append(time.perf_counter() - start)
            start = time.perf_counter()
            ask(f"http://127.0.0.1:{before}/api/3/action/package_search?rows=200&include_private=true", token)
            index.append(time.perf_counter() - start)
        print(f"publish    {number} unchanged datasets at CKAN: {statistics.median(ours):.2f} s, {calls[-1][0]} calls, {calls[-1][1]} writes; "
              f"bare: {number} package_show {statistics.median(floor):.2f} s, ratio {statistics.median(ours) / statistics.median(floor):.2f}, "
              f"one package_search {statistics.median(index):.2f} s (first publication {first:.0f} s)", flush=True)
    finally:
        proxy.stdin.close()
        proxy.wait()
        subprocess.run([script, "stop", data], check=True)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def asked(port, paths):
    """Seconds, and the bytes of all answers."""
    start = time.perf_counter()
    bodies = [ask(f"http://127.0.0.1:{port}/{path}") for path in paths]
    return time.perf_counter() - start, b"".join(bodies)


def catalogue(scratch, lavoir, runs, number=1_000):
    folder, plain = scratch / "mille", scratch / "plain"
    town(folder, number, "portal")
    plain.mkdir()
    making, _ = timed(lavoir, "run", "-C", folder)
    walks = {"in one page": ["catalog.ttl?page_size=1000"],
             "in pages of 100, as harvesters walk": [f"catalog.ttl?page={page + 1}" for page in range(number // 100)],
             "its first page of 100": ["catalog.ttl"]}
    for name, paths in walks.items():
        cold, floor, body = [], [], b""
        for _ in range(runs):
            port = free_port()
            with served(lavoir, folder, port):
                seconds, body = asked(port, paths)
                cold.append(seconds)
            # The floor: as many bytes in as many answers, lying in files.
            part = len(body) // len(paths) + 1
            for place in range(len(paths)):
                (plain / f"{place}.ttl").write_bytes(body[place * part:(place + 1) * part])
            port = free_port()
            with running([sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", plain], f"http://127.0.0.1:{port}/"):
                floor.append(asked(port, [f"{place}.ttl" for place in range(len(paths))])[0])
        print(f"publish    DCAT of {number:,} datasets {name}: {len(body) / 1e6:.1f} MB of Turtle, {statistics.median(cold) * 1000:.0f} ms cold, "
              f"the same bytes from files {statistics.median(floor) * 1000:.0f} ms, ratio {statistics.median(cold) / statistics.median(floor):.1f}",
              flush=True)
    print(f"publish    {number:,} datasets run in {making:.0f} s", flush=True)


def publish(scratch, root, lavoir, runs):
    unchanged(scratch, root, lavoir, runs)
    catalogue(scratch, lavoir, runs)
