"""Our routes beside a handler written by hand, in the same server, behind the same keys, over the same connections."""
import os
import subprocess
from pathlib import Path

import loads
from cases import case, in_turn
from world import ROOT

GOAL, PLAIN = .80, "/api/plain/records"


@case
def plain_handler(world, report, arguments):
    """The ratio of what both can do at eight connections; the handler is in plain/ and on no other server's class path."""
    file = world.flywheel.home / "ids.txt"
    loads.ids_in_scope(world, "region", file)
    world.flywheel.stop()
    world.flywheel.beside = [built()]
    world.flywheel.options = "-Dspring.aot.enabled=false"  # beans wired when the product was built know of no other
    try:
        world.flywheel.start()
        for name, key in (("list", "region"), ("read", "region"), ("stage", "region"), ("create", "admin")):
            def load(seed, path=None, seconds=arguments.seconds):
                return loads.wrk(world, name, key, 8, seconds, file, seed, path)
            for path in (None, PLAIN):
                load(0, path, arguments.warm)
            ours, plain, share = in_turn(load, lambda seed: load(seed, PLAIN))
            report.add(f"{name} beside a handler by hand, 8 connections", f"{ours.rate:.0f}/s", f"{plain.rate:.0f}/s",
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
