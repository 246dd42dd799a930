/** What several instances of the program share: the journal, leadership, order per key, changes and limits. */
export { aloneWith } from './alone.ts';
export type { Follower, InstanceSeen, Instances, InstancesStatus, News, SharedRate } from './instances.ts';
export { lookAtRedis, type RedisLook } from './redis/look-at-redis.ts';
export { joinInstances, type RedisOptions, type Several } from './redis/join-instances.ts';
export { ownRate } from './own-rate.ts';
export { rateRules } from './rate-rules.ts';
export { oldestRedis } from './redis/commands.ts';
