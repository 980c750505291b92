"""A Flywheel of its own with one workspace full of seeded records."""
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEYS = ("one", "team", "region", "division", "everyone", "admin")
COUNTS = {"members": 5000, "teams": 400}


class Flywheel:
    """The product as people start it, on a home and a port of its own."""

    def __init__(self, home, port=8765, options="", aot=True, env=None):
        self.home, self.port, self.options, self.aot = Path(home).resolve(), port, options, aot
        self.env, self.process, self.beside = env or {}, None, ()
        self.base = f"http://127.0.0.1:{port}"

    def start(self, first="/actuator/health", token=None):
        """Seconds from the start of the process to the first answer of a path; jars beside ours are in `beside`."""
        app = ROOT / "target/app"
        command = [os.environ["JAVA_HOME"] + "/bin/java", *os.environ["BENCH_JVM_OPTIONS"].split(), *self.options.split()]
        if self.aot and (app / "flywheel.aot").exists():
            command += [f"-XX:AOTCache={app / 'flywheel.aot'}", "-Xlog:aot=off", "-Xlog:cds=off"]
        env = dict(os.environ, FLYWHEEL_HOME=str(self.home), FLYWHEEL_PORT=str(self.port), FLYWHEEL_DEMO="false",
                   FLYWHEEL_RATE_LIMIT="100000000", FLYWHEEL_SIGN_IN_LIMIT="1000000", FLYWHEEL_DATABASE_URL="", **self.env)
        self.home.mkdir(parents=True, exist_ok=True)
        begun = time.monotonic()
        log = open(self.home / "server.log", "a")
        command += (["-cp", ":".join(["target/app/flywheel.jar", *map(str, self.beside)]), "io.flywheel.Flywheel"]
                    if self.beside else ["-jar", "target/app/flywheel.jar"])
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        request = urllib.request.Request(self.base + first, headers={"Authorization": f"Bearer {token}"} if token else {})
        while True:
            try:
                urllib.request.urlopen(request, timeout=2).read()
                return time.monotonic() - begun
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if self.process.poll() is not None or time.monotonic() - begun > 120:
                    raise SystemExit(f"The server does not start: see {self.home}/server.log")
                time.sleep(0.02)

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(60)
            self.process = None

    def call(self, method, path, body=None, token=None, raw=None, type="application/json"):
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method, headers={"Content-Type": type})
        if token:
            request.add_header("Authorization", "Bearer " + token)
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()[:2000]}")
        return json.loads(text) if text else None

    def found(self, name):
        """A workspace by sign-up over the API: its id, schema and first member."""
        made = self.call("POST", "/api/workspaces", {"name": name, "email": f"{name}@bench.example", "language": "en",
                                                     "password": "correct horse battery staple"})
        workspace = made["workspace"]["id"]
        schema = self.psql(f"select schema from flywheel.workspace where id = '{workspace}'")
        return {"workspace": workspace, "schema": schema, "member": made["member"]["id"]}

    def give_keys(self, workspace, members):
        """API keys for members of a workspace, by the keys' texts."""
        rows = ",".join(f"(gen_random_uuid(), sha256('{key}'), 'fwk_bench', '{workspace}', '{member}', 'bench', now())"
                        for key, member in members.items())
        self.psql(f"""insert into flywheel.api_key (id, secret_hash, prefix, workspace, member, name, created_at)
            values {rows}""")

    def resident(self):
        """Megabytes of the Java process."""
        return kilobytes(self.process.pid, "VmRSS") / 1024

    def database_memory(self):
        """Megabytes of all PostgreSQL processes, shared pages counted once."""
        total = 0
        for pid in self.postgres_pids():
            try:
                total += int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)[1])
            except (OSError, TypeError):
                continue
        return total / 1024

    def postgres_pids(self):
        children = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                text = stat.read_text()
            except OSError:
                continue
            children.setdefault(int(text.rsplit(")", 1)[1].split()[1]), []).append(int(stat.parent.name))
        found, open_ = [], [self.process.pid]
        while open_:
            for child in children.get(open_.pop(), []):
                open_.append(child)
                found.append(child)
        return found

    def database(self):
        """The environment with which psql and pgbench reach its database."""
        folder = next(p.parent for p in self.home.rglob("port"))
        return dict(os.environ, PGHOST="127.0.0.1", PGPORT=(folder / "port").read_text().strip(), PGUSER="flywheel",
                    PGPASSWORD=(self.home / "postgres.password").read_text().strip(), PGDATABASE="flywheel")

    def psql(self, sql=None, file=None, **variables):
        command = ["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        for name, value in variables.items():
            command += ["-v", f"{name}={value}"]
        command += ["-f", str(file)] if file else ["-c", sql]
        done = subprocess.run(command, env=self.database(), text=True, capture_output=True)
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout.strip()


def kilobytes(pid, name):
    found = re.search(rf"^{name}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M)
    return int(found[1]) if found else 0


class World:
    """One workspace, found again in the home of an earlier run or filled anew."""

    def __init__(self, flywheel, sizes):
        self.flywheel, self.sizes = flywheel, sizes
        self.file = flywheel.home / f"world-{sizes['opportunities']}.json"

    def fill(self):
        """Founds the workspace over the API and fills it; an existing one of this size is taken as it is."""
        if not self.file.exists():
            name = f"bench{self.sizes['opportunities']}"
            made = self.flywheel.found(name)
            begun = time.monotonic()
            self.flywheel.psql(file=ROOT / "bench/fill.sql", schema=made["schema"], **self.sizes)
            print(f"filled {name} in {time.monotonic() - begun:.0f} s", flush=True)
            self.file.write_text(json.dumps(made))
            self.keys(made["workspace"], made["schema"], made["member"])
        for name, value in json.loads(self.file.read_text()).items():
            setattr(self, name, value)
        self.tidy()
        self.sums()
        return self

    def sums(self):
        """Rows came and went behind the product's back: it fills its sums anew, by the definitions of this checkout."""
        self.flywheel.call("PUT", "/api/apps/crm", token=self.key("admin"))
        self.flywheel.call("POST", "/api/summaries/refill", token=self.key("admin"))
        while True:
            kept = self.flywheel.call("GET", "/api/summaries", token=self.key("admin"))["summaries"]
            if all(one["filled"] for one in kept):
                break
            time.sleep(.5)
        wrong = [one for one in kept if one["differing"]]
        if wrong:
            raise SystemExit(f"kept sums are not those of the records: {wrong}")

    def ledger(self):
        """The table in which the sums of deals by stage are kept."""
        return self.flywheel.psql(f"""select table_name from information_schema.tables
            where table_schema = '{self.schema}' and table_name like 'sys!_sum!_%' escape '!'""")

    def tidy(self):
        """Takes away what the loads of earlier runs have made, so that each run begins alike."""
        own = f'"{self.schema}".'
        self.flywheel.psql(f"""delete from {own}opportunity where id >= '01840000-0000-7000-8000-000000000000'""")
        for table in ("stage_event", "sys_change_log", "sys_log_position"):  # one by one: the log's reader holds one or two
            self.flywheel.psql(f"truncate {own}{table}")
        self.flywheel.psql(f"vacuum (analyze) {own}opportunity")

    def keys(self, workspace, schema, founder):
        """API keys of members whose scopes hold one, about 12, 60 and 400 members, and everybody."""
        people = {"admin": founder, "one": self.with_full_lists(schema)}
        for name, wanted in (("team", 12), ("region", 60), ("division", 400), ("everyone", 100000)):
            people[name] = self.flywheel.psql(f"""
                with recursive tree as (select id as top, id from "{schema}".team union all
                    select tree.top, t.id from tree join "{schema}".team t on t.parent = tree.id),
                sized as (select top, count(m.id) as size, count(distinct tree.id) as teams
                            from tree join "{schema}".member m on m.team = tree.id group by top)
                select m.id from sized join "{schema}".member m on m.team = sized.top
                 order by abs(size - {wanted}), m.id limit 1""")
        self.flywheel.give_keys(workspace, {self.key(name): member for name, member in people.items()})
        managers = ",".join(f"'{people[name]}'" for name in ("team", "region", "division", "everyone"))
        self.flywheel.psql(f"""update "{schema}".sys_member_role set role = 'manager' where member in ({managers})""")
        self.flywheel.psql(f"""update "{schema}".sys_access set revision = revision + 1""")
        self.flywheel.psql(f"select pg_notify('flywheel_access', '{workspace}')")

    def with_full_lists(self, schema):
        """A member who leads nobody and, if any does, fills a page of each stage: a short list is read sooner, whatever the
        scope."""
        return self.flywheel.psql(f"""
            select owner from (select owner, stage, count(*) as n from "{schema}".opportunity group by owner, stage) stages
              join "{schema}".member m on m.id = owner and m.employee_number not in ('E1', 'E2')
             where not exists (select from "{schema}".team t where t.parent = m.team)
             group by owner
             order by case when count(*) = 6 then least(min(n), 51) else 0 end desc, sum(n), owner limit 1""")

    def key(self, name):
        return f"fwk_bench-{self.sizes['opportunities']}-{name}"
