"""Changes of the object with all the rows, published while eight connections list, read and write it."""
import copy
import threading
import time

import loads
from cases import case

PATH = "/api/definitions/object/opportunity"


def with_field(name, field):
    def change(document):
        document["fields"][name] = dict(field, label={"zh": name, "en": name})
    return change


def changes(mark):
    """What a publication may bring, by name; each adds something that was never there."""
    def rule(document):
        document["rules"].append({"name": f"rule_{mark}", "check": "amount < 1000000000000", "field": "amount",
                                  "message": {"zh": "金额太大", "en": "The amount is too large"}})

    def option(document):
        document["fields"]["source"]["options"][f"option_{mark}"] = {"zh": "新来源", "en": "New source"}

    return {
        "a field": with_field(f"plain_{mark}", {"type": "text", "length": 100}),
        "a field with a default": with_field(f"preset_{mark}", {"type": "number", "digits": 0, "default": "1"}),
        "a validation rule": rule,
        "an option": option,
        "an indexed field": with_field(f"indexed_{mark}", {"type": "date", "indexed": True}),
        "a computed field": with_field(f"computed_{mark}", {"type": "formula", "expression": "amount * 2",
                                                            "result": {"type": "money", "digits": 2}}),
    }


def beside(world, file, seconds, seed, work=None):
    """The mixed load for some seconds, with something done amid it; what the load saw, and how long the doing took."""
    seen = []
    load = threading.Thread(target=lambda: seen.append(loads.wrk(world, "mixed", "admin", 8, seconds, file, seed)))
    load.start()
    time.sleep(seconds / 4)
    begun = time.monotonic()
    if work:
        work()
    took = time.monotonic() - begun
    load.join()
    return seen[0], took


@case
def online_change(world, report, arguments):
    """Each kind of change beside an equal span without one."""
    call, key = world.flywheel.call, world.key("admin")
    file = world.flywheel.home / "ids.txt"
    loads.ids_in_scope(world, "admin", file)
    original = call("GET", PATH, token=key)
    loads.wrk(world, "mixed", "admin", 8, arguments.warm, file)
    document = copy.deepcopy(original)
    try:
        for seed, (name, change) in enumerate(changes(f"{int(time.time()):x}").items(), 1):
            quiet, _ = beside(world, file, arguments.seconds, seed)
            change(document)
            load, took = beside(world, file, arguments.seconds, seed, lambda: call("PUT", PATH, document, key))
            met = took <= 1 and not load.failed and load.longest <= 200
            report.add(f"{name}: accepted in {took * 1000:.0f} ms, {load.failed} failed; longest wait",
                       f"{load.longest:.0f} ms", f"{quiet.longest:.0f} ms", f"{load.longest / quiet.longest:.2f}",
                       "≤ 1 s, 0, ≤ 200 ms", met)
    finally:
        call("PUT", PATH, original, key)
