import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { continueAudit } from '../../../api/audit/index.ts';
import { shippedSettings } from '../../../api/critical-services/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { actors, scopes, type ActorName } from '../../security/rights/actors.ts';
import { requestTo, type Asked } from '../../security/rights/requests.ts';
import { twoCentres, type TwoCentres } from '../../security/rights/two-centres.ts';
import { asAForm, askAs } from '../../security/rights/walk.ts';
import { replaces, stampFor } from '../../support/stamp.ts';
import { dyingLists } from './dying-lists.ts';

/** Of records that this world has none of to be changed; the kills (`npm run kills`) save them. */
const elsewhere = [
  'PUT /api/risks/catalogues/:catalogueKey',
  'PUT /api/inspection-checklists/:checklistKey',
  'PUT /api/retention/:kind',
  'PUT /api/contingency/downtimes/:downtimeKey/record',
];
/** What the table of rights has no form of. */
const given: Readonly<Record<string, Partial<Asked>>> = {
  'PUT /api/continuity-settings': { body: { ...shippedSettings, vitalWithin: 24 } },
};

let world: TwoCentres;
let dying: ReturnType<typeof dyingLists>;
beforeAll(async () => {
  world = await twoCentres();
  dying = dyingLists(world.context);
});
afterAll(() => world.close());

const forms = allRoutes.filter(({ name }) => {
  const [method = '', path = ''] = name.split(' ');
  return replaces(method, path);
});
const writers = ['ciso', 'coordinator', 'owner', 'named'] as const satisfies readonly ActorName[];

const send = async (asked: Asked, actor: ActorName, press: string) => {
  const answer = await askAs(world, actors[actor], {
    ...asked,
    headers: { ...asked.headers, 'idempotency-key': press },
  });
  await continueAudit(world.context).catch(() => undefined);
  return answer;
};

/** A form that is taken, with how many writes it makes. */
async function taken(route: (typeof forms)[number]) {
  const tried: string[] = [];
  for (const scope of scopes)
    for (const actor of writers) {
      const plain = requestTo(route, scope, world);
      if (!plain) continue;
      const asked = await asAForm(world, { ...plain, ...given[route.name] });
      let answer = { status: 0, text: '' };
      const writes = await dying.counted(async () => void (answer = await send(asked, actor, randomUUID())));
      await world.reset();
      if (answer.status === 200) return { asked, actor, writes };
      tried.push(`${actor} ${scope}: ${answer.status} ${answer.text}`);
    }
  throw new Error(tried.join('\n'));
}

it.each(forms.filter(({ name }) => !elsewhere.includes(name)).map((route) => [route.name, route] as const))(
  '%s whose answer was lost with the program is no conflict when it is pressed again',
  async (_name, route) => {
    const found = await taken(route);
    const { asked, actor, writes } = found;
    expect(writes).toBeGreaterThan(0);
    for (let died = 1; died <= writes; died += 1) {
      const press = randomUUID();
      dying.dieAfter(died);
      const lost = await send(asked, actor, press);
      dying.revive();
      expect([200, 503]).toContain(lost.status);
      if (died === 1) expect(lost.status).toBe(503);
      const again = await send(asked, actor, press);
      expect(again.status, `died after write ${died} of ${writes}: ${again.text}`).toBe(200);
      await world.reset();
    }
  },
);

/** Saving it as it stands says that its figures still hold. */
const saysMore = ['PUT /api/critical-services/:serviceKey'];
const versions = () => allLists.map((list) => [list.name, world.context.list(list).version]);

it.each(
  forms
    .filter(({ name }) => name.startsWith('PUT ') && !elsewhere.includes(name) && !saysMore.includes(name))
    .map((route) => [route.name, route] as const),
)('%s that is opened anew and saved as it stands writes nothing', async (_name, route) => {
  const { asked, actor } = await taken(route);
  const read = async (view: string): Promise<unknown> =>
    JSON.parse((await askAs(world, actors.ciso, { method: 'GET', path: view })).text);
  expect((await send(asked, actor, randomUUID())).status).toBe(200);
  const before = versions();
  const { body } = asked;
  const expected = typeof body === 'object' ? await stampFor(asked.path, body, read) : undefined;
  const answer = await send({ ...asked, body: { ...Object(body), expected } }, actor, randomUUID());
  const after = versions();
  await world.reset();
  expect([answer.status, after]).toEqual([200, before]);
});
