import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { CalendarFeeds } from '../../../api/annual-wheel/index.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { sealTrail } from '../../../teams-app/jobs/history-table.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { trailedLists } from '../../../teams-app/program/trailed-lists.ts';
import { actors, scopes, type ActorName } from '../../security/rights/actors.ts';
import { requestTo, type Asked } from '../../security/rights/requests.ts';
import { twoCentres, type TwoCentres } from '../../security/rights/two-centres.ts';
import { asAForm, askAs } from '../../security/rights/walk.ts';
import { dyingLists } from './dying-lists.ts';

let world: TwoCentres;
let dying: ReturnType<typeof dyingLists>;
beforeAll(async () => {
  world = await twoCentres();
  dying = dyingLists(world.context);
});
afterAll(() => world.close());

/** Of a request whose entries this world's reset takes away; of a report, whose change is told. */
const elsewhere = ['POST /api/approvals/:requestKey/close', 'POST /api/reports/:reportKey/figures'];
const presses = allRoutes.filter(({ name }) => !name.startsWith('GET ') && !elsewhere.includes(name));
const writers = ['ciso', 'coordinator', 'owner', 'named'] as const satisfies readonly ActorName[];
/** Changes of these are told without an act's name, if need be. */
const told = new Set([...Object.keys(trailedLists), 'AuditEntries']);

/** What this world lacks of a route's. */
async function prepare(name: string): Promise<void> {
  if (name !== 'DELETE /api/calendar-feed') return;
  const feed = {
    key: actors.ciso,
    title: 'Person ciso',
    secretDigest: 'x',
    madeAt: '2026-11-01T08:00:00.000Z' as Instant,
  };
  await world.context.list(CalendarFeeds).create(feed);
}
const send = async (asked: Asked, actor: ActorName, press: string) => {
  const headers = { ...asked.headers, 'idempotency-key': press };
  const answer = await askAs(world, actors[actor], { ...asked, headers });
  await continueAudit(world.context).catch(() => undefined);
  return answer;
};
const entries = () => world.context.list(AuditEntries).all();
const keys = () => new Set(entries().map(({ key }) => key));
/** Acts of the trail since it had these entries. */
const actsSince = (known: ReadonlySet<string>) =>
  new Set(entries().flatMap(({ key, title }) => (known.has(key) ? [] : [title])));
const notIn = (acts: ReadonlySet<string>, all: ReadonlySet<string>) => [...all].filter((act) => !acts.has(act));
const versions = () => new Map(allLists.map((list) => [list.name, world.context.list(list).version]));

/** A press that is taken and writes to a list whose changes the trail does not tell by themselves. */
async function taken(route: (typeof presses)[number]) {
  for (const scope of scopes)
    for (const actor of writers) {
      const plain = requestTo(route, scope, world);
      if (!plain) continue;
      await prepare(route.name);
      const asked = await asAForm(world, plain);
      const [before, lists] = [keys(), versions()];
      let status = 0;
      const writes = await dying.counted(async () => void ({ status } = await send(asked, actor, randomUUID())));
      const changed = [...versions()].filter(([name, version]) => version !== lists.get(name) && !told.has(name));
      const names = actsSince(before);
      await world.reset();
      if (status < 300 && names.size > 0 && changed.length > 0) return { asked, actor, writes, names };
      if (status < 300) return undefined;
    }
  return undefined;
}

it('every act that was cut off is in the trail when it has been pressed again', async () => {
  const lost: string[] = [];
  let tried = 0;
  for (const route of presses) {
    const found = await taken(route);
    if (!found) continue;
    tried += 1;
    for (let died = 1; died <= found.writes; died += 1) {
      await prepare(route.name);
      const [press, before] = [randomUUID(), keys()];
      dying.dieAfter(died);
      await send(found.asked, found.actor, press);
      dying.revive();
      await send(found.asked, found.actor, press);
      await sealTrail(world.context);
      for (const name of notIn(actsSince(before), found.names))
        lost.push(`${route.name}, died after write ${died} of ${found.writes}: ${name}`);
      await world.reset();
    }
  }
  expect(tried).toBeGreaterThan(30);
  expect(lost).toEqual([]);
}, 60_000);
