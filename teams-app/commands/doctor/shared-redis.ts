import { lookAtRedis, oldestRedis } from '../../../api/instances/index.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Seconds between clocks after which promised presses may be put in a wrong order. */
const clocksApart = 5;

/** The Redis that several instances share; nothing is said where there is one instance. */
export async function sharedRedis(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [];
  const more = 'See docs/several-instances.md, "Redis itself".';
  const found = await lookAtRedis(url).catch((thrown: unknown) => reasonOf(thrown));
  if (typeof found === 'string')
    return [
      bad(
        `The Redis of REDIS_URL does not answer: ${found}.`,
        'Compare host, port, user and password with the server, and use rediss:// where it wants TLS. Until it answers no instance starts, sends or runs jobs.',
      ),
    ];
  const { version, appendsOnly, evicts, clockAhead, isCluster } = found;
  const findings: Finding[] = [];
  if (isOlder(version, oldestRedis))
    findings.push(look(`The Redis is ${version}.`, `Use ${oldestRedis} or newer, or Valkey. ${more}`));
  if (isCluster)
    findings.push(
      look(
        'The Redis is a cluster: with several nodes it refuses keys of the others (MOVED).',
        `Use one that is not clustered, or the policy Enterprise of Azure Managed Redis. One node is fine. ${more}`,
      ),
    );
  if (Math.abs(clockAhead) >= clocksApart)
    findings.push(
      look(
        `The clock of this machine is ${Math.abs(clockAhead)} seconds ${clockAhead < 0 ? 'behind' : 'ahead of'} the Redis's.`,
        'Let both machines follow a time server (NTP). Nothing is sent twice by it: locks and leadership go by the clock of Redis.',
      ),
    );
  if (appendsOnly === false)
    findings.push(
      look(
        'The Redis keeps no append-only file: what is promised is lost when it restarts.',
        `Set appendonly yes. ${more}`,
      ),
    );
  if (evicts !== undefined && evicts !== 'noeviction')
    findings.push(
      look(
        `The Redis may evict entries (${evicts}): promises and locks too.`,
        `Set maxmemory-policy noeviction. ${more}`,
      ),
    );
  return findings.length > 0 ? findings : [good(`The Redis answers (${version}).`)];
}

function isOlder(version: string, than: string): boolean {
  const [[major = 0, minor = 0], [oldMajor = 0, oldMinor = 0]] = [partsOf(version), partsOf(than)];
  return major < oldMajor || (major === oldMajor && minor < oldMinor);
}
const partsOf = (version: string) => version.split('.').map(Number);

/** A code or the server's first words: its messages name no password. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message.slice(0, 80);
}
