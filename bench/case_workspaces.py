"""Two hundred workspaces used at random: how much memory the database takes in the course of it."""
import statistics
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import loads
from cases import alone
from world import Flywheel

WORKSPACES, SECONDS, EVERY, GOAL = 200, 150, 5, 500


@alone
def workspaces(_, report, arguments):
    """Lists of every object and creates, each in a workspace drawn by lot, over the product's sixteen connections."""
    flywheel = Flywheel(Path(f"{arguments.home}-workspaces"), arguments.port + 1)
    try:
        flywheel.start()
        keys = made(flywheel)
        flywheel.stop()
        flywheel.start()
        base, seen = flywheel.database_memory(), []
        load = threading.Thread(target=lambda: seen.append(spread(flywheel, keys)))
        load.start()
        memory = sampled(flywheel, load)
        rate = seen[0].rate
        resident = flywheel.resident()
    finally:
        flywheel.stop()
    over = [used - base for used in memory]
    half, late = over[len(over) // 3:2 * len(over) // 3], over[2 * len(over) // 3:]
    course = " ".join(f"{over[i]:.0f}" for i in range(0, len(over), max(1, len(over) // 6)))
    report.add(f"{WORKSPACES} workspaces, database over its start, MB in {SECONDS} s: {course}", f"{max(over):.0f} MB",
               f"{base:.0f} MB", "", f"≤ {GOAL} MB", max(over) <= GOAL)
    growth = statistics.mean(late) / statistics.mean(half)
    report.add(f"the same, last third beside the one before ({rate:.0f} requests/s, Java {resident:.0f} MB)",
               f"{statistics.mean(late):.0f} MB", f"{statistics.mean(half):.0f} MB", f"{growth:.2f}", "≤ 1.05", growth <= 1.05)


def made(flywheel):
    """A key of each workspace; those that are missing are founded over the API."""
    file = flywheel.home / "keys.txt"
    keys = file.read_text().split() if file.exists() else []
    while len(keys) < WORKSPACES:
        key = f"fwk_bench-workspace-{len(keys)}"
        one = flywheel.found(f"workspace{len(keys)}")
        flywheel.give_keys(one["workspace"], {key: one["member"]})
        keys.append(key)
        file.write_text("\n".join(keys) + "\n")
    return file


def spread(flywheel, keys):
    world = SimpleNamespace(flywheel=flywheel, key=lambda name: name, sizes={"accounts": 1})
    return loads.wrk(world, "spread", "-", 16, SECONDS, keys)


def sampled(flywheel, load):
    memory = []
    while load.is_alive():
        time.sleep(EVERY)
        memory.append(flywheel.database_memory())
    return memory
