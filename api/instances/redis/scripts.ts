import { rateRules } from '../rate-rules.ts';

/** Lua scripts: each is one atomic step. Times are the server's, so that instances' clocks do not matter. */

const now = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** Milliseconds after which a silent instance is forgotten, and all of an owner that has no instances. */
const [silentFor, unusedFor] = [3_600_000, 86_400_000];

/**
 * Keys: members, lease, units, heard, said. Arguments: id, milliseconds of membership, milliseconds of the lease, units
 * used, whether it wants to lead, whether it is its first beat, whether it believes to lead, what it says of itself
 * (empty for no news). Returns {leads, members, units of the others, whether its membership was gone, the server's
 * time}.
 *
 * A lease without a record is the first of all, or Redis has lost it or started again empty: another instance may still
 * believe to lead. It gets it again at once; all others wait for a lease. So does an instance that a record names and
 * that does not believe it: the record may be an old one, of a replica.
 */
export const heartbeat = `${now}
local id = ARGV[1]
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now)) do
  redis.call('ZREM', KEYS[1], gone)
  redis.call('HDEL', KEYS[3], gone)
end
for _, silent in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', now - ${silentFor})) do
  redis.call('ZREM', KEYS[4], silent)
  redis.call('HDEL', KEYS[5], silent)
end
local wasGone = redis.call('ZADD', KEYS[1], now + ARGV[2], id)
if ARGV[6] == '1' then wasGone = 0 end
redis.call('ZADD', KEYS[4], now, id)
redis.call('HSET', KEYS[3], id, ARGV[4])
if ARGV[8] ~= '' then redis.call('HSET', KEYS[5], id, ARGV[8]) end
local lease = redis.call('HMGET', KEYS[2], 'id', 'till', 'since')
local leader = lease[1] or ''
local till = tonumber(lease[2])
if not till then
  till = now + ARGV[3]
  redis.call('HSET', KEYS[2], 'id', '', 'till', till, 'since', 0)
end
local leads = 0
if ARGV[5] == '1' and (till <= now or (ARGV[7] == '1' and (leader == id or leader == ''))) then
  local since = now
  if leader == id then since = lease[3] end
  redis.call('HSET', KEYS[2], 'id', id, 'till', now + ARGV[3], 'since', since)
  leads = 1
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ${unusedFor}) end
local others = -ARGV[4]
for _, units in ipairs(redis.call('HVALS', KEYS[3])) do others = others + units end
return {leads, redis.call('ZCARD', KEYS[1]), others, wasGone, now}`;

/** Keys: members, lease, units, heard, said. Arguments: id. */
export const leave = `redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[3], ARGV[1])
redis.call('ZREM', KEYS[4], ARGV[1])
redis.call('HDEL', KEYS[5], ARGV[1])
if redis.call('HGET', KEYS[2], 'id') == ARGV[1] then redis.call('HSET', KEYS[2], 'id', '', 'till', 0) end
return 1`;

/** Keys: members, lease, units, heard, said. Returns {leader, since, now, id, heard at, what it says, id …}. */
export const everyInstance = `${now}
local lease = redis.call('HMGET', KEYS[2], 'id', 'since', 'till')
local leader = lease[1] or ''
if tonumber(lease[3] or 0) <= now then leader = '' end
local found = {leader, tonumber(lease[2] or 0), now}
local heard = redis.call('ZRANGE', KEYS[4], 0, -1, 'WITHSCORES')
for place = 1, #heard, 2 do
  found[#found + 1] = heard[place]
  found[#found + 1] = tonumber(heard[place + 1])
  found[#found + 1] = redis.call('HGET', KEYS[5], heard[place]) or ''
end
return found`;

/** Keys: lock. Arguments: token, milliseconds. Prolongs a lock that is still held; 1 if so. */
export const prolong = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

/** Keys: lock. Arguments: token. */
export const release = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

/** Keys: stream, tail. Arguments: instance, text, entries retained. */
export const tell = `local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'from', ARGV[1], 'text', ARGV[2])
redis.call('SET', KEYS[2], id)
return id`;

/**
 * Keys: texts, owners, order. Arguments: key, text, owner, whether it replaces, most entries. 1 written, 0 exists, -1
 * full.
 */
export const journalWrite = `local isNew = redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0
if not isNew and ARGV[4] == '0' then return 0 end
if isNew and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[5]) then return -1 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
if isNew then
  local last = redis.call('ZREVRANGE', KEYS[3], 0, 0, 'WITHSCORES')
  redis.call('ZADD', KEYS[3], (last[2] or 0) + 1, ARGV[1])
end
return 1`;

/** Keys: texts, owners, order. Arguments: keys. */
export const journalRemove = `for _, key in ipairs(ARGV) do
  redis.call('HDEL', KEYS[1], key)
  redis.call('HDEL', KEYS[2], key)
  redis.call('ZREM', KEYS[3], key)
end
return 1`;

/** Keys: texts, owners, order. Returns key, text, key, text … in order of adding. */
export const journalAll = `local found = {}
for _, key in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  found[#found + 1] = key
  found[#found + 1] = redis.call('HGET', KEYS[1], key)
end
return found`;

/** Keys: texts, owners, order, members. Arguments: new owner. As `journalAll`, of owners that are no members. */
export const journalTakeOver = `${now}
local found = {}
for _, key in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  local owner = redis.call('HGET', KEYS[2], key)
  local until_ = owner and redis.call('ZSCORE', KEYS[4], owner)
  if not until_ or tonumber(until_) <= now then
    redis.call('HSET', KEYS[2], key, ARGV[1])
    found[#found + 1] = key
    found[#found + 1] = redis.call('HGET', KEYS[1], key)
  end
end
return found`;

/**
 * Keys: limit (a hash of instances and what each has), members. Arguments: instance, what it has used, share that each
 * instance has without asking, largest sum, milliseconds. Returns the uses given on top of those used, a share at most;
 * 0: no more. Instances that have not asked yet count with their share, so that the sum is never above the largest.
 */
export const takeUses = `local own = math.max(tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0), tonumber(ARGV[2]))
redis.call('HSET', KEYS[1], ARGV[1], own)
local sum = 0
for _, uses in ipairs(redis.call('HVALS', KEYS[1])) do sum = sum + uses end
for _, member in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if redis.call('HEXISTS', KEYS[1], member) == 0 then sum = sum + ARGV[3] end
end
local given = math.max(0, math.min(tonumber(ARGV[3]), ARGV[4] - sum))
redis.call('HSET', KEYS[1], ARGV[1], own + given)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return given`;

const rateNow = `local state = redis.call('HMGET', KEYS[1], 'rate', 'since', 'tokens', 'filledAt', 'pausedUntil')
local target = tonumber(ARGV[1])
local given = tonumber(state[1]) or target
local since = tonumber(state[2]) or now
local rate = math.min(target, given + target * ${rateRules.recoveryPerSecond} * math.max(0, now - since) / 1000)
local pausedUntil = tonumber(state[5]) or 0`;

/**
 * Keys: rate, members. Arguments: target, 1 for a broadcast, which leaves a turn for answers, instances that the caller
 * has lately known. Milliseconds to wait, 0 when taken. The arithmetic is that of `bot/sending/gate-rate.ts`; `clock`
 * sets `now`. Members that have not beaten lately have their part by themselves (`ownRate`).
 */
export const takeTurnAt = (clock: string) => `${clock}
${rateNow}
if pausedUntil > now then return pausedUntil - now end
local fresh = math.max(1, #redis.call('ZRANGEBYSCORE', KEYS[2], now + ${rateRules.memberLasts - rateRules.freshFor}, '+inf'))
local members = math.max(fresh, #redis.call('ZRANGEBYSCORE', KEYS[2], now, '+inf'), tonumber(ARGV[3]))
rate = math.min(rate, target * fresh / members)
local burst = math.max(1, rate * ${rateRules.burstSeconds})
if not state[4] then redis.call('HSET', KEYS[1], 'tokens', ${rateRules.atFirst}, 'filledAt', now) end
local filledAt = math.max(tonumber(state[4]) or now, pausedUntil)
local tokens = math.min(burst, (tonumber(state[3]) or ${rateRules.atFirst}) + math.max(0, now - filledAt) / 1000 * rate)
redis.call('PEXPIRE', KEYS[1], 600000)
local need = 1
if ARGV[2] == '1' and burst >= 1 + ${rateRules.leftToAnswers} then need = 1 + ${rateRules.leftToAnswers} end
if tokens < need then return math.ceil((need - tokens) / rate * 1000) end
redis.call('HSET', KEYS[1], 'tokens', tokens - 1, 'filledAt', now)
return 0`;
export const takeTurn = takeTurnAt(now);

/** Keys: rate. Arguments: target, milliseconds of the pause. */
export const slowDownAt = (clock: string) => `${clock}
${rateNow}
local till = math.max(pausedUntil, now + tonumber(ARGV[2]))
local slower = given
if now - since >= ${rateRules.sameThrottle} or given == target then
  slower = math.max(target * ${rateRules.slowest}, rate / 2)
end
redis.call('HSET', KEYS[1], 'rate', slower, 'since', till, 'pausedUntil', till, 'tokens', 0, 'filledAt', now)
redis.call('PEXPIRE', KEYS[1], 600000)
return 1`;
export const slowDown = slowDownAt(now);
