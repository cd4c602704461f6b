-- wrk: asks for the addresses of a file (the first argument), one a line, each thread from a place
-- of its own, and prints one line of results.
--
--   wrk -t2 -c16 -d10s --latency -s Scripts/wrk/addresses.lua http://127.0.0.1:8080 -- FILE

local started = 0

function setup(thread)
    thread:set("offset", started)
    started = started + 1
end

function init(arguments)
    requests = {}
    for address in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", address)
    end
    -- Half of the file apart: two threads don't follow in each other's steps.
    position = offset * math.floor(#requests / 2)
end

function request()
    position = position % #requests + 1
    return requests[position]
end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read
        + summary.errors.write + summary.errors.timeout
    print(string.format(
        "RESULT %.0f %.2f %.2f %.2f %.2f %d",
        summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(90) / 1000,
        latency:percentile(99) / 1000, latency.max / 1000, failed))
end
