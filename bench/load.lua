-- wrk's side of a case, told by the environment: BENCH_CASE, BENCH_KEY, BENCH_IDS (a file of ids), BENCH_SEED.
local case, seed = os.getenv("BENCH_CASE"), tonumber(os.getenv("BENCH_SEED"))
local records = os.getenv("BENCH_RECORDS") or "/api/objects/opportunity/records"
local headers = {["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY"), ["Content-Type"] = "application/json"}
local objects = {"account", "activity", "campaign", "contact", "contract", "lead", "opportunity", "opportunity_split",
  "order_line", "price_book_entry", "product", "quote", "quote_line", "receipt", "sales_line", "sales_order",
  "sales_return", "stage_event", "survey_answer", "task", "target", "member", "team", "position", "territory",
  "team_membership", "territory_membership"}
local ids, stages = {}, {"prospecting", "engaging", "proposal", "negotiation", "won", "lost"}
for line in io.lines(os.getenv("BENCH_IDS")) do ids[#ids + 1] = line end

local threads = {}
function setup(thread)
  threads[#threads + 1] = thread
  thread:set("number", #threads)
end

function init()
  math.randomseed(seed * 1000 + number)
end

local function id() return ids[math.random(#ids)] end

local make = {
  list = function()
    return wrk.format("GET", records .. "?where=stage%20%3D%20%22" .. stages[math.random(6)]
      .. "%22&order=-amount&limit=50&fields=name,account,owner,stage,amount,probability,weighted,close_date,source,kind,"
      .. "next_step,created_at", headers)
  end,
  read = function() return wrk.format("GET", records .. "/" .. id(), headers) end,
  create = function()
    return wrk.format("POST", records, headers, string.format(
      '{"name":"Load %d","account":"01820000-0000-7000-8000-%012d","stage":"%s","amount":%d.50,"probability":50,'
      .. '"engage_date":"2026-10-01","close_date":"2026-12-31","source":"website"}',
      math.random(1e9), math.random(tonumber(os.getenv("BENCH_ACCOUNTS"))), stages[math.random(4)], math.random(60000)))
  end,
  stage = function()
    return wrk.format("PATCH", records .. "/" .. id(), headers, '{"stage":"' .. stages[math.random(4)] .. '"}')
  end,
  amount = function()
    return wrk.format("PATCH", records .. "/" .. id(), headers, string.format('{"amount":%d.25}', math.random(60000)))
  end,
  line = function()
    return wrk.format("PATCH", records .. "/" .. id(), headers, string.format('{"unit_price":%d.25}', math.random(60000)))
  end,
  -- Over many workspaces: the "ids" are their keys.
  spread = function()
    local mine = {["Authorization"] = "Bearer " .. id(), ["Content-Type"] = "application/json"}
    local object = objects[math.random(#objects)]
    if math.random(5) > 1 then return wrk.format("GET", "/api/objects/" .. object .. "/records?limit=50", mine) end
    if object == "account" or object == "product" or object == "campaign" then
      return wrk.format("POST", "/api/objects/" .. object .. "/records", mine, '{"name":"Load ' .. math.random(1e9) .. '"}')
    end
    return wrk.format("POST", records, mine, '{"name":"Load","stage":"engaging","amount":' .. math.random(60000) .. "}")
  end,
  health = function() return wrk.format("GET", "/actuator/health") end,
}
-- Everything by turns, at random: seven readings to three writings.
local mix = {"list", "list", "list", "read", "read", "read", "read", "create", "stage", "amount"}
make.mixed = function() return make[mix[math.random(#mix)]]() end
request = make[case]

failed = 0
function response(status, _, body)
  if status >= 300 and case == "mixed" then
    failed = failed + 1
    io.stderr:write(status, " ", body, "\n")
  elseif status >= 300 then
    io.stderr:write(status, " ", body, "\n")
    os.exit(1)
  end
end

function done(summary, latency)
  local e = summary.errors
  local refused = 0
  for _, thread in ipairs(threads) do refused = refused + thread:get("failed") end
  io.write(string.format("BENCH\t%.1f\t%.3f\t%.3f\t%.3f\t%d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    e.connect + e.read + e.write + e.timeout + (case == "mixed" and refused or e.status)))
end
