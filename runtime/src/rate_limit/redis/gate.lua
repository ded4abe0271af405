-- One visit to the gate of a key: all of it at once, and by this server's clock. Times are in microseconds.
--
-- KEYS  went  who went in the last second: tickets, by when
--       due   who waits: tickets, by when their turn is, less `shift`
--       free  the turns of those who gave up, for whoever comes next. They stay in `due` as well: those behind are asleep,
--             and can't move up
--       gate  a hash. `run`: the run of the server that this was written in; `held`: until when nobody goes; `shift`: what
--             is to be added to the times in `due` and `free`, so that all of them can be put off at once
-- ARGV  ask TICKET LIMIT PATIENCE SPACING | leave TICKET | hold. All of them get all five.
--
-- Answers 0 for "go", a positive number for "ask again in so long", a negative one for "it would take so long".

local WENT, DUE, FREE, GATE = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local verb, ticket = ARGV[1], ARGV[2]
local limit, patience, spacing = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

-- Turns are given a little further apart than they must be, so that one who is as late as timers are delays nobody.
local SLACK = 10000
-- Longer than anything that is held, and how long a gate is remembered, in milliseconds.
local MINUTE, DAY = 60 * 1000000, 24 * 60 * 60 * 1000

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local kept = redis.call('HMGET', GATE, 'run', 'held', 'shift')
local held, shift = tonumber(kept[2]) or 0, tonumber(kept[3]) or 0

-- Lua would write large numbers with an exponent.
local function text(number) return string.format('%.0f', number) end

-- The time at a place of a sorted set, counted from its end if negative; nil if there is no such place.
local function at(set, place)
    local found = redis.call('ZRANGE', set, place, place, 'WITHSCORES')
    return found[2] and tonumber(found[2])
end

-- Closes the gate for a second, and puts off all turns that are to come by as much as the first of them must be.
local function hold()
    held = now + spacing
    local first = redis.call('ZRANGEBYSCORE', DUE, text(now - shift), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)[2]
    if first then shift = math.max(shift, held - tonumber(first)) end
    redis.call('HSET', GATE, 'held', text(held), 'shift', text(shift))
end

-- A server that was restarted may have lost who went last, be it that it keeps nothing or that it writes it down later; so
-- may a replica that took over, and one whose keys were flushed or evicted. Each has another run, or no gate. Where the
-- account of this connection may not see the run, only a gate that is lost tells.
local function look_around()
    local about = redis.pcall('INFO', 'server')
    local run = type(about) == 'string' and string.match(about, 'run_id:(%w+)') or 'unknown'
    local last = at(WENT, -1) or 0
    if last > now or held > now + MINUTE then
        -- The server's clock was set back.
        redis.call('DEL', WENT, DUE, FREE)
    elseif kept[1] == run then
        return
    end
    redis.call('HSET', GATE, 'run', run)
    hold()
end

-- Who went a second ago doesn't count any more, and who is late by a second has gone away.
local function forget()
    redis.call('ZREMRANGEBYSCORE', WENT, '-inf', text(now - spacing))
    redis.call('ZREMRANGEBYSCORE', DUE, '-inf', text(now - shift - spacing))
    redis.call('ZREMRANGEBYSCORE', FREE, '-inf', text(now - shift - spacing))
end

-- The turn of one who comes: one that was given back, with whose it was, or one behind all others. In a row of those who
-- went and those who will, each is a second behind the one that is `limit` places ahead.
local function turn()
    local soonest = math.max(now, held)
    local given = redis.call('ZRANGEBYSCORE', FREE, text(soonest - shift), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
    if given[1] then return tonumber(given[2]) + shift, given[1] end
    local waiting = redis.call('ZCARD', DUE)
    local model
    if waiting < limit then model = at(WENT, waiting - limit) else model = at(DUE, -limit) + shift end
    if waiting > 0 then soonest = math.max(soonest, at(DUE, -1) + shift) end
    if model and model + spacing > soonest then return model + spacing + SLACK end
    return soonest
end

local function leave()
    -- If it was let go, it never got to know, so nothing was sent.
    redis.call('ZREM', WENT, ticket)
    local mine = redis.call('ZSCORE', DUE, ticket)
    if mine then redis.call('ZADD', FREE, mine, ticket) end
end

local function ask()
    local mine, whose = redis.call('ZSCORE', DUE, ticket), nil
    local opens
    if mine then opens = tonumber(mine) + shift else opens, whose = turn() end
    -- The turns are a plan. What holds is who really went.
    local model = at(WENT, -limit)
    opens = math.max(opens, held, model and model + spacing or 0)
    local wait = opens - now
    if wait > 0 and wait >= patience then
        leave()
        return -wait
    end
    if whose then redis.call('ZREM', FREE, whose) redis.call('ZREM', DUE, whose) end
    if wait > 0 then
        if not mine then redis.call('ZADD', DUE, text(opens - shift), ticket) end
        return wait
    end
    redis.call('ZREM', DUE, ticket)
    redis.call('ZADD', WENT, text(now), ticket)
    return 0
end

-- All goes when it means nothing any more.
local function expire()
    local last = at(DUE, -1)
    local rest = last and math.max(0, last + shift - now) or 0
    for _, set in ipairs({ WENT, DUE, FREE }) do
        redis.call('PEXPIRE', set, text(math.ceil((rest + 2 * spacing) / 1000)))
    end
    redis.call('PEXPIRE', GATE, text(DAY))
end

look_around()
forget()
local answer = 0
if verb == 'ask' then answer = ask() elseif verb == 'leave' then leave() else hold() end
expire()
return answer
