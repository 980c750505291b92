"""How soon a start answers, on a home that has been used before."""
import statistics
from pathlib import Path

from cases import alone
from world import Flywheel

LIST = "/api/objects/opportunity/records?limit=1"


@alone
def starts(_, report, arguments):
    """From the start of the process, its own PostgreSQL included, to the first list; without and with the AOT cache."""
    flywheel = Flywheel(Path(f"{arguments.home}-starts"), arguments.port + 1)
    key = "fwk_bench-starts"
    try:
        if not (flywheel.home / "postgres.password").exists():
            flywheel.start()
            made = flywheel.found("starts")
            flywheel.give_keys(made["workspace"], {key: made["member"]})
            flywheel.stop()
        spans = {False: [], True: []}
        for _ in range(5):
            for flywheel.aot, measured in spans.items():
                measured.append(flywheel.start(LIST, key))
                flywheel.stop()
    finally:
        flywheel.stop()
    for aot, goal in ((False, 6), (True, 3)):
        middle = statistics.median(spans[aot])
        report.add(f"first answer after start, {'with' if aot else 'without'} the AOT cache", f"{middle:.2f} s", "", "",
                   f"≤ {goal} s", middle <= goal)
