"""What is measured. Each case adds rows to the report; every figure is a ratio of two sides that ran in turn."""
import statistics
import threading
import time

import loads

CASES = {}


def case(function):
    CASES[function.__name__.replace("_", "-")] = function
    return function


def alone(function):
    """Marks a case with servers of its own, for which the filled world need not stand."""
    function.alone = True
    return case(function)


class Report:
    def __init__(self):
        self.rows = []

    def add(self, work, ours, limit, share, goal, met):
        self.rows.append((work, ours, limit, share, goal, "yes" if met else "NO"))
        print(f"{work:46} {ours:>14} {limit:>14} {share:>8} {goal:>14} {self.rows[-1][-1]}", flush=True)

    def text(self, arguments):
        head = ("work", "ours", "limit", "ratio", "goal", "met")
        lines = [f"Run of {arguments.seconds} s a side, three times in turn; {arguments.opportunities:,} opportunities, "
                 f"{arguments.accounts:,} accounts, {arguments.activities:,} activities; seed {arguments.seed}.", ""]
        lines += ["| " + " | ".join(row) + " |" for row in (head, ("---",) * 6, *self.rows)]
        return "\n".join(lines) + "\n"


def in_turn(ours, limit, times=3):
    """Runs both sides by turns; the medians of each."""
    pairs = [(ours(seed), limit(seed)) for seed in range(1, times + 1)]
    middle = lambda side: sorted(side, key=lambda r: r.rate)[len(pairs) // 2]
    ratios = [a.rate / b.rate for a, b in pairs]
    return middle([a for a, _ in pairs]), middle([b for _, b in pairs]), statistics.median(ratios)


def against_database(world, report, arguments, name, key, goals, sums=False):
    """One case over HTTP beside the same by pgbench, at several numbers of connections; with `sums`, a write of pgbench
    keeps the sums by stage too."""
    file = world.flywheel.home / "ids.txt"
    ids = loads.ids_in_scope(world, key, file)
    scripts = loads.bare(world, name, ids, loads.scope_units(world, key), sums)
    loads.wrk(world, name, key, 8, arguments.warm, file)
    for connections, goal in goals.items():
        ours, limit, share = in_turn(
            lambda seed: loads.wrk(world, name, key, connections, arguments.seconds, file, seed),
            lambda seed: loads.pgbench(world, scripts, connections, arguments.seconds, seed))
        report.add(f"{name}{', sums kept by both' if sums else ''}, {connections} connections", f"{ours.rate:.0f}/s", f"{limit.rate:.0f}/s", f"{share:.2f}",
                   f"≥ {goal:.2f}" if goal else "–", share >= goal)


@case
def list_of_50(world, report, arguments):
    against_database(world, report, arguments, "list", "region", {1: 0, 8: .60, 32: .65})


@case
def read_one(world, report, arguments):
    against_database(world, report, arguments, "read", "region", {1: 0, 8: .40, 32: .35})


@case
def create_one(world, report, arguments):
    against_database(world, report, arguments, "create", "admin", {1: 0, 8: .45}, sums=True)
    against_database(world, report, arguments, "create", "admin", {8: .45})


@case
def change_one(world, report, arguments):
    for sums in (True, False):
        against_database(world, report, arguments, "stage", "region", {8: .50}, sums)
        against_database(world, report, arguments, "amount", "region", {8: .50}, sums)


@case
def scopes(world, report, arguments):
    """The same list for members whose scopes hold one to all members: the middle answer times beside each other."""
    file = world.flywheel.home / "ids.txt"
    loads.ids_in_scope(world, "admin", file)
    keys = ("one", "team", "region", "division", "everyone", "admin")
    for key in keys:
        loads.wrk(world, "list", key, 8, 5, file)
    times = {key: [] for key in keys}
    for seed in range(1, 4):
        for key in keys:
            times[key].append(loads.wrk(world, "list", key, 1, max(3, arguments.seconds // 2), file, seed).p50)
    middle = {key: statistics.median(all_) for key, all_ in times.items()}
    least, most = min(middle.values()), max(middle.values())
    shown = " ".join(f"{key} {value:.2f}" for key, value in middle.items())
    report.add("list p50 by scope, ms: " + shown, f"{most:.2f} ms", f"{least:.2f} ms", f"{most / least:.2f}", "≤ 1.50",
               most / least <= 1.5)


@case
def growth(world, report, arguments):
    """The slowest hundredth at 10,000 and at 1,000,000 rows."""
    small = world.small()
    file, small_file = world.flywheel.home / "ids.txt", world.flywheel.home / "ids-small.txt"
    loads.ids_in_scope(world, "region", file)
    loads.ids_in_scope(small, "region", small_file)
    for name in ("list", "read"):
        loads.wrk(small, name, "region", 8, arguments.warm // 2, small_file)
        loads.wrk(world, name, "region", 8, arguments.warm // 2, file)
        pairs = [(loads.wrk(world, name, "region", 8, arguments.seconds, file, seed).p99,
                  loads.wrk(small, name, "region", 8, arguments.seconds, small_file, seed).p99) for seed in range(1, 6)]
        large_p99, small_p99 = (statistics.median(side) for side in zip(*pairs))
        ratio = statistics.median(a / b for a, b in pairs)
        report.add(f"{name}: p99 at {arguments.opportunities:,} rows beside 10,000", f"{large_p99:.1f} ms",
                   f"{small_p99:.1f} ms", f"{ratio:.2f}", "< 1.50", ratio < 1.5)


def timed(work, times=5):
    spans = []
    for _ in range(times):
        begun = time.monotonic()
        work()
        spans.append((time.monotonic() - begun) * 1000)
    return statistics.median(spans)


@case
def sum_by_stage(world, report, arguments):
    """For a home page: over all deals, and over a region's."""
    query = {"object": "opportunity", "groupBy": ["stage"], "measures": {"value": "sum(amount)", "n": "count()"}}
    for key in ("region", "admin"):
        ours = timed(lambda: world.flywheel.call("POST", "/api/query", query, world.key(key)), 9)
        report.add(f"sum by stage, {key}", f"{ours:.1f} ms", "", "", "≤ 10 ms", ours <= 10)


@case
def memory(world, report, arguments):
    resident = world.flywheel.resident()
    report.add("Java process, resident after load", f"{resident:.0f} MB", "", "", "≤ 500 MB", resident <= 500)
