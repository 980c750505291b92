// Does what people do first with the server that writes to the log given and has the process id given, so that the JDK learns the classes it needs.
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const [log, server] = process.argv.slice(2);

async function address() {
  for (;;) {
    const found = /ready at (http:\/\/localhost:\d+)/.exec(readFileSync(log, "utf8"));
    if (found) return found[1];
    process.kill(Number(server), 0); // throws once it has ended
    await setTimeout(100);
  }
}

const base = await address();
const headers = { "Content-Type": "application/json", "Accept-Language": "zh" };

async function call(method, path, body) {
  const answer = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  console.log(`${method} ${path}: ${answer.status}`);
  return answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : undefined;
}

const person = { email: "someone@training.example", password: "a quiet river" };
const founded = await call("POST", "/api/workspaces", { ...person, name: "Training", language: "zh" });
await call("POST", "/api/session", person);
headers.Authorization = `Bearer ${founded.token}`;
const account = await call("POST", "/api/objects/account/records", { name: "客户" });
const record = await call("POST", "/api/objects/opportunity/records", { name: "商机", account: account?.id, amount: "100.00" });
const list = "/api/objects/opportunity/records";
for (const path of ["/", "/api/me", "/api/definitions/object", "/api/search?q=商机", "/api/openapi.json"]) {
  await call("GET", path);
}
for (const question of ["limit=1", "where=amount%20%3E%201&count=exact", "order=-amount&fields=name,account.name"]) {
  await call("GET", `${list}?${question}`);
}
await call("POST", "/api/query", { object: "opportunity", measures: { n: "count()" } });
await call("PATCH", `${list}/${record?.id}`, { amount: "200.00" });
await call("GET", `${list}/${record?.id}`);
