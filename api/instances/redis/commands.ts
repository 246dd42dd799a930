/**
 * Every command that is sent, also by scripts, and the version of Redis that brought it in the form used here. Redis
 * 6.2 and Valkey 7.2 have them all; docs/several-instances.md makes a user of them.
 */
export const redisCommands: Readonly<Record<string, string>> = {
  client: '2.4',
  del: '1.0',
  eval: '2.6',
  evalsha: '2.6',
  get: '1.0',
  hdel: '2.4',
  hello: '6.0',
  hexists: '2.0',
  hget: '2.0',
  hlen: '2.0',
  hmget: '2.0',
  hset: '4.0',
  hvals: '2.0',
  info: '1.0',
  pexpire: '2.6',
  set: '2.6.12',
  time: '2.6',
  xadd: '5.0',
  xread: '5.0',
  zadd: '1.2',
  zcard: '1.2',
  zrange: '1.2',
  zrangebyscore: '1.0.5',
  zrem: '1.2',
  zrevrange: '1.2',
  zscore: '1.2',
};
/** The oldest Redis and Valkey that are supported. */
export const oldestRedis = '6.2';
