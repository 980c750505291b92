"""Our routes beside a handler written by hand, in the same server, behind the same keys, over the same connections."""
import os
import re
import subprocess
import time
from pathlib import Path

import loads
from cases import case, in_turn
from world import ROOT

GOAL, PLAIN, SAME = .80, "/api/plain/records", "/api/plain/same"
DEAL = {"name": "A deal to be seen in the log", "account": "01820000-0000-7000-8000-000000000007", "stage": "engaging",
        "amount": 12345.75, "probability": 51, "engage_date": "2026-10-03", "close_date": "2026-12-29", "source": "website"}


@case
def plain_handler(world, report, arguments):
    """The ratio of what both can do at eight connections; the handler is in plain/ and on no other server's class path."""
    file = world.flywheel.home / "ids.txt"
    loads.ids_in_scope(world, "region", file)
    world.flywheel.psql("alter database flywheel set log_error_verbosity = 'default'")  # the log shows parameters
    world.flywheel.stop()
    world.flywheel.beside = [built()]
    statements = world.flywheel.home / "statements"
    # Beans wired when the product was built know of no other.
    world.flywheel.options = f"-Dspring.aot.enabled=false -Dplain.statements={statements}"
    try:
        world.flywheel.start()
        seen(world, statements, file)
        world.flywheel.psql("alter database flywheel reset log_error_verbosity")
        for name, key, path, sql in (("list", "region", PLAIN, "SQL by hand"), ("read", "region", PLAIN, "SQL by hand"),
                                     ("stage", "region", SAME, "the same SQL"), ("create", "admin", SAME, "the same SQL"),
                                     ("stage", "region", PLAIN, "SQL by hand"), ("create", "admin", PLAIN, "SQL by hand")):
            def load(seed, path=None, seconds=arguments.seconds):
                return loads.wrk(world, name, key, 8, seconds, file, seed, path)
            for warmed in (None, path):
                load(0, warmed, arguments.warm)
            ours, plain, share = in_turn(load, lambda seed: load(seed, path))
            report.add(f"{name} beside a handler with {sql}, 8 connections", f"{ours.rate:.0f}/s", f"{plain.rate:.0f}/s",
                       f"{share:.2f}", f"≥ {GOAL:.2f}", share >= GOAL)
    finally:
        world.flywheel.stop()
        world.flywheel.beside, world.flywheel.options = (), ""
        world.flywheel.start()


def built():
    """The jar with the handler."""
    java, source, target = Path(os.environ["JAVA_HOME"]) / "bin", ROOT / "bench/plain", ROOT / "target/bench/plain"
    subprocess.run([java / "javac", "-nowarn", "-proc:none", "-cp", f"{ROOT}/target/app/flywheel.jar:{ROOT}/target/app/lib/*",
                    "-d", target, *source.glob("*.java")], check=True)
    jar = target.with_suffix(".jar")
    subprocess.run([java / "jar", "cf", jar, "-C", target, "plain", "-C", source, "META-INF"], check=True)
    return jar


def seen(world, folder, file):
    """Writes down the statements of a create and of a change of the stage, as the database's log shows them."""
    flywheel, log = world.flywheel, next(p.parent for p in world.flywheel.home.rglob("port")) / "log"
    folder.mkdir(exist_ok=True)
    record = Path(file).read_text().split()[0]
    path = "/api/objects/opportunity/records"
    for name, key, method, where, body in (("create", "admin", "POST", path, DEAL),
                                           ("stage", "region", "PATCH", f"{path}/{record}", {"stage": "negotiation"})):
        flywheel.psql("alter system set log_min_duration_statement = 0")
        flywheel.psql("select pg_reload_conf()")
        begun = log.stat().st_size
        time.sleep(1)
        flywheel.call(method, where, body, world.key(key))
        time.sleep(1)
        flywheel.psql("alter system reset log_min_duration_statement")
        flywheel.psql("select pg_reload_conf()")
        text = log.read_bytes()[begun:].decode()
        (folder / name).write_text(statement(text, world, key, record, body))


def statement(log, world, key, record, body):
    """The text and where each of its parameters comes from, found by the values it had."""
    found = re.findall(r"execute \S+: (with g as .*?)\n.*?DETAIL:  Parameters: (.*?)\n", log, re.S)
    text, values = next((text, values) for text, values in found if "sys_change_log" in text)
    values = dict(re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", values))
    types = dict(re.findall(r"\$(\d+)::(\w+)", text))
    actor = world.flywheel.psql(f"select member from flywheel.api_key where secret_hash = sha256('{world.key(key)}')")
    lines = [re.sub(r"\$\d+", "?", text)]
    known = {str(value): field for field, value in body.items()}
    for number in sorted(values, key=int):
        value, type_ = values[number].strip("'"), types.get(number, "text")
        source = ("null" if value == "NULL" else "members" if value.startswith("{") else "actor" if value == actor else
                  "record" if value == record else known.get(value) or ("fresh" if type_ == "uuid" else "same"))
        lines.append(f"{source}\t{type_}\t{value}")
    return "\n".join(lines) + "\n"
