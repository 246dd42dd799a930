import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundKinds } from '../../../api/find/contract.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { actorNames, actors, phoneOf, places } from './actors.ts';
import { kinds } from './canaries.ts';
import { drawnOnce } from '../drawn-once.ts';
import { assetFieldsForEmployees, fieldsElsewhere, readByEmployees, readersElsewhere } from './need.ts';
import { foundAndShut } from './found.ts';
import { tableOf } from './table.ts';
import { twoCentres, type TwoCentres } from './two-centres.ts';
import { lookedUp, walk, type Step } from './walk.ts';

const intro = `# Who may what

Written by \`tests/security/rights\`, which asks every route about a record of the own centre, of another centre and of the whole
municipality, as one person in each role; it fails when a route is added, or lets in somebody else than this table says. Look at
the change, and write it with \`npx vitest run tests/security/rights -u\`.

\`whole\`: security team, CISO, committee, auditor, Koncernledelsen and Direktionen. \`centre\`: ISK and centre manager. \`owner\` owns the
system and the service; \`named\` stands in the plan, takes part in the test and has the action and the improvement; neither has a role.
Where a record tells more than one may know, the answer leaves it out: [permissions](permissions.md).

Numbers by centre follow the need to know. How far each has come (who has acknowledged, taken a course, has procedures and plans) is
told to whoever follows up. Where a centre is weak (its risks by level, how its tests went) is told with a number to whom it is told in words: that
centre's ISK and manager, and \`whole\`; the others get the municipality's number as one (\`GET /api/risks/trend\`, \`centres.xlsx\`, the gaps of
systems in overview and dependencies).

What single employees owe, have done and have been told is told by name to the security team, the CISO and the auditor, and in the own centre to its
ISK and manager. The committee, Koncernledelsen and Direktionen govern by numbers: they see how every centre stands and whom to ask there, and
nobody's name but of those with a function: who holds a role, who owns a system or a service, who is named in a plan, an action or an improvement,
and who sent, decided or did something in a matter that they read. The directory of colleagues (\`GET /api/people\`) is everybody's, as in Teams.
`;

let world: TwoCentres;
let steps: Step[];
let drawing: ReturnType<typeof drawnOnce>;
beforeAll(async () => {
  drawing = drawnOnce();
  world = await twoCentres();
  steps = await walk(world);
}, 900_000);
afterAll(async () => {
  drawing.mockRestore();
  await world.close();
});

/** The colleague directory, as in Teams: workplaces, without obligations. */
const forEverybody: readonly string[] = ['GET /api/people'];

/** `route: kinds by reader`, of every canary that `isWrong` finds unneeded. */
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

  it('names no employee of another centre to anybody but those who carry the work out and the auditor', async () => {
    const mayRead: readonly string[] = ['securityTeam', 'ciso', 'auditor'];
    const all = [...steps, ...(await lookedUp(world))];
    const naming = all.filter((step) => step.namesBystander && !forEverybody.includes(step.name));
    const wrong = naming.filter(({ actor }) => !mayRead.includes(actor));
    expect([...new Set(wrong.map(({ name, actor }) => `${name}: ${actor}`))]).toEqual([]);
    const seenBy = (actor: string) =>
      new Set(naming.filter((step) => step.actor === actor).map(({ name }) => name)).size;
    expect(seenBy('ciso')).toBeGreaterThan(10);
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

  it('of a search names only records that their own address opens for the same reader', async () => {
    const { found, shut } = await foundAndShut(world);
    expect(shut).toEqual([]);
    expect(found).toEqual(new Set(foundKinds));
  });

  it('is what the seed can be told by: the canaries of every kind are read by somebody', () => {
    const seen = new Set(steps.flatMap((step) => [...step.told.keys()].map((key) => key.split(' ')[1])));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
    expect(actorNames.map((name) => actors[name])).toContain('auditor');
  });
});

/** An owner who gives an own record away sees the confirmation, and nothing afterwards. */
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
