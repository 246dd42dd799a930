import { lookAtRedis } from '../../../api/instances/index.ts';
import { bad, good, look, type Finding } from './finding.ts';

const oldest = 7;

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
  const { version, appendsOnly, evicts } = found;
  const findings: Finding[] = [];
  if (Number(version.split('.')[0]) < oldest)
    findings.push(look(`The Redis is ${version}.`, `Use ${oldest} or newer, or Valkey. ${more}`));
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

/** A code or the server's first words: its messages name no password. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message.slice(0, 80);
}
