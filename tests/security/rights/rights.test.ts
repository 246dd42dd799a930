import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../../teams-app/routes.ts';
import { actorNames, actors, phoneOf, places } from './actors.ts';
import { kinds } from './canaries.ts';
import { assetFieldsForEmployees, fieldsElsewhere, readByEmployees, readersElsewhere } from './need.ts';
import { tableOf } from './table.ts';
import { twoCentres, type TwoCentres } from './two-centres.ts';
import { walk, type Step } from './walk.ts';

const intro = `# Who may what

Written by \`tests/security/rights\`, which asks every route about a record of the own centre, of another centre and of the whole
municipality, as one person in each role; it fails when a route is added, or lets in somebody else than this table says. Look at
the change, and write it with \`npx vitest run tests/security/rights -u\`.

\`whole\`: security team, CISO, committee, auditor, Koncernledelsen and Direktionen. \`centre\`: ISK and centre manager. \`owner\` owns the
system and the service; \`named\` stands in the plan, takes part in the test and has the action and the improvement; neither has a role.
Where a record tells more than one may know, the answer leaves it out: [permissions](permissions.md).
`;

let world: TwoCentres;
let steps: Step[];
beforeAll(async () => {
  world = await twoCentres();
  steps = await walk(world);
}, 900_000);
afterAll(() => world.close());

/** `route: who reads what`, of every canary that `isWrong` says the actor has no need of. */
const told = (isWrong: (step: Step, scope: string, kind: string, field: string) => boolean): string[] => [
  ...new Set(
    steps.flatMap((step) =>
      [...step.told].flatMap(([key, fields]) => {
        const [scope = '', kind = ''] = key.split(' ');
        return [...fields].flatMap((field) =>
          isWrong(step, scope, kind, field) ? [`${step.name}: ${step.actor} reads ${scope} ${kind} ${field}`] : [],
        );
      }),
    ),
  ),
];

describe('every route', () => {
  it('lets in whom the table says, to each centre’s records', async () => {
    expect(new Set(steps.map(({ name }) => name))).toEqual(new Set(allRoutes.map(({ name }) => name)));
    const text = [intro, ...tableOf(steps), ''].join('\n');
    await expect(text).toMatchFileSnapshot('../../../docs/who-may-what.md');
  });

  it('answers without a fault', () => {
    expect(steps.filter(({ status }) => status >= 500).map(({ name, actor, status }) => [name, actor, status])).toEqual(
      [],
    );
  });
});

describe('an answer, of a look or of an act', () => {
  it('tells nothing of another centre to whoever does not need it', () => {
    const mayRead = (kind: string, field: string) =>
      fieldsElsewhere[`${kind} ${field}`] ?? readersElsewhere[kinds.find((known) => known === kind) ?? 'view'];
    expect(told(({ actor }, scope, kind, field) => scope === 'syd' && !mayRead(kind, field).includes(actor))).toEqual(
      [],
    );
  });

  it('tells an employee without a role of plans, packs and procedures of the own centre, and of nothing that is wrong', () => {
    const isOwn = (kind: string, field: string) =>
      readByEmployees.some((known) => known === kind) && (kind !== 'asset' || assetFieldsForEmployees.includes(field));
    expect(told(({ actor }, _scope, kind, field) => actor === 'employee' && !isOwn(kind, field))).toEqual([]);
  });

  it('gives the numbers of those named in plans of the own centre and the whole, and of one’s own ISK and manager', () => {
    const mine = ['named-nord', 'named-whole', 'isk-nord', 'manager-nord'];
    const all = [...mine, 'named-syd'];
    const whole = ['securityTeam', 'ciso', 'securityCommittee', 'auditor', 'corporateManagement', 'executiveBoard'];
    const wrong = steps.flatMap(({ name, actor, phones }) =>
      phones.filter((one) => !(whole.includes(actor) ? all : mine).includes(one)).map((one) => [name, actor, one]),
    );
    expect(wrong).toEqual([]);
    expect(new Set(places.map(phoneOf)).size).toBe(places.length);
  });

  it('is what the seed can be told by: the canaries of every kind are read by somebody', () => {
    const seen = new Set(steps.flatMap((step) => [...step.told.keys()].map((key) => key.split(' ')[1])));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
    expect(actorNames.map((name) => actors[name])).toContain('auditor');
  });
});

/** An owner who gives the own away sees that it was done, and nothing of it after that. */
const givenAway: readonly string[] = ['PUT /api/assets/:assetKey: owner nord'];
const isAct = ({ name }: Step): boolean => !name.startsWith('GET ');
const fieldsIn = (seen: Step['told']): string[] =>
  [...seen].flatMap(([key, fields]) => [...fields].map((field) => `${key} ${field}`));

describe('an act that was carried out', () => {
  it('was about something that the same person may look at', () => {
    const shut = steps.filter(({ after }) => after?.status === 403);
    expect([...new Set(shut.map(({ name, actor, scope }) => `${name}: ${actor} ${scope}`))]).toEqual(givenAway);
  });

  it('answers with nothing that its reader is not told by looking', () => {
    const wrong = actorNames.flatMap((actor) => {
      const own = steps.filter((step) => step.actor === actor);
      const known = new Set(own.filter((step) => !isAct(step)).flatMap(({ told }) => fieldsIn(told)));
      return own.filter(isAct).flatMap(({ name, told, after }) => {
        const looked = after ? fieldsIn(after.told) : [];
        const unseen = fieldsIn(told).filter((field) => !known.has(field) && !looked.includes(field));
        return unseen.map((field) => `${name}: ${actor} ${field}`);
      });
    });
    expect(wrong).toEqual([]);
  });
});
