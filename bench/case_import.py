"""An import of deals with references and rules beside a bare COPY of the very rows it made."""
import csv
import datetime
import io
import json
import random
import statistics
import subprocess
import time

from cases import case

ROWS = 200_000
MAPPING = {"Deal": "external_id", "Name": "name", "Account": {"field": "account", "by": "external_id"},
           "Rep": {"field": "owner", "by": "employee_number"}, "Stage": "stage", "Amount": "amount",
           "Probability": "probability", "Engaged": "engage_date", "Closes": "close_date", "Source": "source",
           "Kind": "kind", "Next step": "next_step"}
STAGES = ("prospecting", "engaging", "proposal", "negotiation", "won")
SOURCES = ("referral", "website", "campaign", "exhibition", "cold_call", "partner", "existing", "other")


def file_of_deals(sizes, rows, seed):
    """Deals of all accounts and members, the busy ones more often, as a file another CRM would give."""
    draw = random.Random(seed)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(MAPPING)
    for n in range(rows):
        engaged, stage = draw.randrange(700), draw.choice(STAGES)
        writer.writerow((f"I{n}", f"导入商机 {n}", f"A{1 + int(sizes['accounts'] * draw.random() ** 1.5)}",
                         f"E{1 + int(sizes['members'] * draw.random() ** 2.5)}", stage,
                         f"{draw.lognormvariate(9.9, 1.2):.2f}", 100 if stage == "won" else draw.choice((10, 30, 50, 75)),
                         day(engaged), day(engaged + draw.randrange(5, 125)), draw.choice(SOURCES),
                         draw.choice(("new", "expansion", "renewal")), "" if stage == "won" else "约客户演示"))
    return text.getvalue().encode()


def day(number):
    return time.strftime("%Y-%m-%d", time.gmtime(1732492800 + 86400 * number))


def imported(world, content, rows, **more):
    """Seconds from the acceptance of the file to the end of its import; every row must be in."""
    boundary = "bench-boundary"
    parts = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                    for name, value in dict(object="opportunity", mapping=json.dumps(MAPPING), **more).items())
    body = (parts + f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="deals.csv"\r\n'
            "Content-Type: text/csv\r\n\r\n").encode() + content + f"\r\n--{boundary}--\r\n".encode()
    call, key = world.flywheel.call, world.key("admin")
    job = call("POST", "/api/imports", token=key, raw=body, type=f"multipart/form-data; boundary={boundary}")
    while job["status"] in ("queued", "running"):
        time.sleep(0.25)
        job = call("GET", f"/api/imports/{job['id']}", token=key)
    if job["status"] != "done" or job["created"] != rows or job["refused"]:
        raise SystemExit(f"the import went wrong: {json.dumps(job)[:2000]}")
    accepted, done = (datetime.datetime.fromisoformat(job[moment]) for moment in ("createdAt", "finishedAt"))
    return (done - accepted).total_seconds()


def copied(world, file):
    begun = time.monotonic()
    psql(world, f"\\copy \"{world.schema}\".opportunity from '{file}'")
    return time.monotonic() - begun


def psql(world, command):
    done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1"], input=command + "\n", env=world.flywheel.database(),
                          text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr)


def settled(world, rows):
    """Waits until the new deals can be found by words, so that nothing of the import still runs beside the COPY."""
    count = f"select count(*) from \"{world.schema}\".sys_search where object = 'opportunity'"
    begun = time.monotonic()
    while int(world.flywheel.psql(count)) < rows and time.monotonic() - begun < 60:
        time.sleep(0.2)
    return time.monotonic() - begun


def cleared(world):
    world.tidy()
    world.flywheel.psql(f"delete from \"{world.schema}\".sys_search where object = 'opportunity'")
    world.flywheel.psql(f"vacuum \"{world.schema}\".sys_search")
    world.flywheel.psql("checkpoint")


@case
def import_beside_copy(world, report, arguments):
    """Into the same table with the same content, by turns; what the import made is what the COPY brings."""
    file = world.flywheel.home / "deals.copy"
    cleared(world)
    imported(world, file_of_deals(world.sizes, 20_000, 99), 20_000)
    pairs = []
    for seed in range(1, arguments.imports + 1):
        cleared(world)
        ours = imported(world, file_of_deals(world.sizes, ROWS, seed), ROWS)
        later = settled(world, ROWS)
        psql(world, f"\\copy (select * from \"{world.schema}\".opportunity where id >= '01840000-0000-7000-8000-000000000000'"
                    f" order by id) to '{file}'")
        cleared(world)
        pairs.append((ours, copied(world, file)))
        print(f"import {ours:.1f} s (found by words {later:.1f} s later), COPY {pairs[-1][1]:.1f} s", flush=True)
    cleared(world)
    file.unlink()
    ours, limit = (statistics.median(side) for side in zip(*pairs))
    share = statistics.median(b / a for a, b in pairs)
    report.add(f"import of {ROWS:,} deals beside COPY", f"{ours:.1f} s", f"{limit:.1f} s", f"{share:.2f}", "≥ 0.50",
               share >= .5)
