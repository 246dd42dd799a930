import { parseArgs } from 'node:util';
import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { ClosedMonths, closedRecords, everyPartOf, filesOf } from '../../api/history/index.ts';
import { asAppError, isLocalDate } from '../../api/kernel/index.ts';
import { codecOf, listAddresses, type Graph, type ListDefinition } from '../../api/sharepoint/index.ts';
import {
  DaySeals,
  fileLeafKey,
  inGroups,
  readLeaves,
  verifyTrail,
  type DaySeal,
  type RawEntry,
} from '../../api/trail/index.ts';
import { CommandError, type Command, type CommandInput } from './command.ts';
import { withReadingContext } from './reading-context.ts';

/** Verifies the audit trail against its seals: the items in SharePoint, and the files of closed months. */
export const verifyTrailCommand: Command = {
  usage: 'verify-trail [--seal DAY=SEAL …]',
  describe:
    'compares the audit trail with its seals, and names each day and entry that was edited, deleted or inserted; --seal compares with the seal in the auditor’s chat',
  talks: true,
  async run({ args, print, config: load }) {
    const { values } = parseArgs({ args: [...args], options: { seal: { type: 'string', multiple: true } } });
    const told = new Map((values.seal ?? []).map(toldSeal));
    return withReadingContext(await load(), ({ context, graph, siteId }) =>
      compared({ context, graph, siteId, told, print }),
    );
  },
};

/** `2026-11-27=0123 abcd…`, as on the card, ignoring spaces. */
function toldSeal(given: string): [day: string, seal: string] {
  const [day = '', seal = ''] = given.split('=');
  const code = seal.replace(/\s/g, '').toLowerCase();
  if (!isLocalDate(day) || !/^[0-9a-f]{64}$/.test(code))
    throw new CommandError('Give --seal as a day and the seal of 64 characters, such as --seal "2026-11-27=0f3a…".');
  return [day, code];
}

interface Given {
  context: Context;
  graph: Graph;
  siteId: string;
  told: ReadonlyMap<string, string>;
  print: CommandInput['print'];
}
async function compared({ context, graph, siteId, told, print }: Given): Promise<number> {
  const addresses = await listAddresses(graph, siteId);
  const addressOf = (list: string) => addresses.get(list) ?? `/sites/${siteId}/lists/${list}`;
  const files = filesOf(context, AuditEntries.name);
  const found = await verifyTrail({
    seals: await allSeals(context, graph, addressOf(DaySeals.name)),
    leavesOf: async (seal) =>
      readLeaves(context, seal).catch((thrown: unknown) => {
        const { kind, code } = asAppError(thrown);
        if (kind === 'missing') return 'leavesGone' as const;
        if (code === 'trail.leavesChanged') return 'leavesChanged' as const;
        throw thrown;
      }),
    entries: allEntries(context, graph, addressOf(AuditEntries.name)),
    files: new Map(files.map(({ month, part, hash }) => [fileLeafKey(month, part), hash])),
    expiredFiles: new Set(
      everyPartOf(context, AuditEntries.name).flatMap(({ month, part, expiredAt }) =>
        expiredAt === undefined ? [] : [fileLeafKey(month, part)],
      ),
    ),
    told,
  });
  for (const one of found.findings) print([one.day, one.what, ...('key' in one ? [one.key] : [])].join('  '));
  const { seals, entries, late, before, waiting, expired, findings } = found;
  print(
    `${entries} entries, ${seals} days sealed, ${late} sealed late, ${before} from before sealing, ${waiting} not sealed yet${expired > 0 ? `, ${expired} deleted when their time was over` : ''}.`,
  );
  const last = (await allSeals(context, graph, addressOf(DaySeals.name)))
    .toSorted((one, other) => one.day.localeCompare(other.day))
    .at(-1);
  if (last) print(`Latest seal, ${last.day}: ${inGroups(last.seal)}`);
  print(findings.length === 0 ? 'The trail is what was sealed.' : `${findings.length} differences.`);
  return findings.length === 0 ? 0 : 1;
}

async function allSeals(context: Context, graph: Graph, address: string): Promise<DaySeal[]> {
  const codec = codecOf(DaySeals);
  const seals: DaySeal[] = [];
  for await (const { fields } of rawEntries(graph, address, DaySeals)) {
    const decoded = codec.decode(fields);
    if ('record' in decoded) seals.push(decoded.record);
  }
  const years = new Set(filesOf(context, DaySeals.name).map(({ month }) => month));
  for (const year of years) seals.push(...(await closedRecords(context, DaySeals, year)));
  return [...new Map(seals.map((seal) => [seal.key, seal])).values()];
}

async function* allEntries(context: Context, graph: Graph, address: string): AsyncGenerator<RawEntry> {
  const inList = new Set<string>();
  for await (const entry of rawEntries(graph, address, AuditEntries)) {
    inList.add(entry.key);
    yield entry;
  }
  const codec = codecOf(AuditEntries);
  const months = new Set(filesOf(context, AuditEntries.name).map(({ month }) => month));
  const removing = new Set(
    context
      .list(ClosedMonths)
      .all()
      .flatMap(({ state, month }) => (state === 'removing' ? [month] : [])),
  );
  for (const month of months)
    for (const { item: _item, ...record } of await closedRecords(context, AuditEntries, month)) {
      // A month being closed is in both.
      if (removing.has(month) && inList.has(record.key)) continue;
      yield { key: record.key, fields: codec.encode(record) };
    }
}

/** Items with their author: the app's name, or none for manual edits. */
async function* rawEntries<R extends { key: string }>(
  graph: Graph,
  address: string,
  list: ListDefinition<R>,
): AsyncGenerator<RawEntry> {
  const path = `${address}/items?$expand=fields($select=${codecOf(list).select})&$top=1000`;
  for await (const page of graph.pages(path, { lane: 'background' }))
    for (const value of page.value) {
      const item = objectOf(value);
      const fields = objectOf(item?.['fields']) ?? {};
      const key = fields['Key'];
      yield {
        key: typeof key === 'string' ? key : `item ${String(item?.['id'])}`,
        fields,
        madeByHand: isByHand(item?.['createdBy']),
        changedByHand: isByHand(item?.['lastModifiedBy']),
        ...(typeof item?.['createdDateTime'] === 'string' ? { createdAt: item['createdDateTime'] } : {}),
      };
    }
}

const objectOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
const isByHand = (by: unknown): boolean => {
  const who = objectOf(by);
  return who !== undefined && who['application'] === undefined;
};
