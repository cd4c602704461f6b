-- Sends orders to a section of the exchange, each under a number of its own, as many in one request as
-- is said. Arguments: a file with a token a line, orders in a request.
--
-- Prints a line that the caller reads: RESULT, requests a second, latencies in ms (50, 90, 99 %, the
-- greatest), errors.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("place", threads)
end

local tokens = {}
local batch = 1
local number = 0

function init(arguments)
  for line in io.lines(arguments[1]) do tokens[#tokens + 1] = line end
  batch = tonumber(arguments[2])
  math.randomseed(place)
end

local function order()
  number = number + 1
  local side = math.random(2) == 1 and "buy" or "sell"
  return string.format(
    '{"clientOrder":%d%09d,"instrument":"BENCH","side":"%s","quantity":"%d","price":"%d"}',
    place, number, side, math.random(10), 1880 + math.random(9))
end

function request()
  local body
  if batch == 1 then
    body = order()
  else
    local forms = {}
    for place = 1, batch do forms[place] = order() end
    body = "[" .. table.concat(forms, ",") .. "]"
  end
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. tokens[math.random(#tokens)],
    ["Content-Type"] = "application/json",
  }, body)
end

function done(summary, latency)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  print(string.format(
    "RESULT %.1f %.3f %.3f %.3f %.3f %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(90) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000, errors))
end
