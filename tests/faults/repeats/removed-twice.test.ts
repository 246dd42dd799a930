import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etagOf } from '../../../api/edits/index.ts';
import { PolicyComments } from '../../../api/policy/index.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';
import { apiWorld, type ApiWorld } from '../../security/api-world.ts';
import { makings } from './routes.ts';

let world: ApiWorld;
/** Number of wishes, so that none is a repeat of another. */
let wishes = 700;
beforeAll(async () => void (world = await apiWorld()));
afterAll(() => world.close());

/** Who removes what at which address; makes it first. */
type Removing = () => Promise<[by: string, path: string]>;

const keyIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'key' in body ? String(body.key) : '';
/** Makes a record as the repeats' table does, and gives its address and answer. */
async function made(route: string): Promise<{ by: string; path: string; key: string; body: unknown }> {
  const making = makings[route];
  if (!making) throw new Error(`nothing makes ${route}`);
  wishes += 1;
  const n = wishes;
  const before = (await making.before?.(world, n)) ?? '';
  const path = making.path?.(world) ?? (route.split(' ')[1] ?? '').replace(/:\w+/, before);
  const { status, body } = await world.as(making.by, 'POST', path, making.body(world, n, before));
  if (status !== 200) throw new Error(`${route}: ${status} ${JSON.stringify(body)}`);
  return { by: making.by, path, key: keyIn(body), body };
}
const andKey =
  (route: string, by?: string): Removing =>
  async () => {
    const record = await made(route);
    return [by ?? record.by, `${record.path}/${record.key}`];
  };
const after =
  (by: string, method: string, path: string, body: unknown, removed = path): Removing =>
  async () => {
    const { status, body: answer } = await world.as(by, method, path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return [by, removed];
  };

const removings: Readonly<Record<string, Removing>> = {
  'DELETE /api/absences/:personId': () =>
    after('bo', 'PUT', '/api/absences/bo', {
      from: '2026-11-24',
      to: '2026-12-01',
      expected: etagOf([undefined, undefined, undefined]),
    })(),
  'DELETE /api/appointments/proposals/:proposalKey': andKey('POST /api/appointments/proposals'),
  'DELETE /api/assets/:assetKey/not-needed': () =>
    after('ciso', 'POST', `/api/assets/${world.asset.key}/not-needed`, { reason: 'Ingen oplysninger i det' })(),
  'DELETE /api/assets/:assetKey/vital': async () => ['ciso', `/api/assets/${world.asset.key}/vital`],
  'DELETE /api/calendar-feed': () => after('ciso', 'POST', '/api/calendar-feed', undefined)(),
  'DELETE /api/contingency/plans/:planKey/draft': async () => {
    const { by, path, key } = await made('POST /api/contingency/plans');
    return [by, `${path}/${key}/draft`];
  },
  'DELETE /api/contingency/plans/:planKey/draft/forms/:formKey': async () => [
    'isk-nord',
    `/api/contingency/plans/${world.planKey}/draft/forms/removed-before`,
  ],
  'DELETE /api/figures/feed': () => after('ciso', 'POST', '/api/figures/feed', undefined)(),
  'DELETE /api/figures/limits/:figureKey': async () => ['ciso', '/api/figures/limits/policyCoverage'],
  'DELETE /api/governance/orientation/subjects/:subjectKey': async () => {
    const { by, path, body } = await made('POST /api/governance/orientation/subjects');
    return [by, `${path}/${/"key":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''}`];
  },
  'DELETE /api/inspections/:inspectionKey/photos/:photoKey': async () => {
    const { by, path, key } = await made('POST /api/inspections');
    return [by, `${path}/${key}/photos/removed-before`];
  },
  'DELETE /api/measures/:measureKey': andKey('POST /api/measures'),
  'DELETE /api/policy/versions/:versionKey': andKey('POST /api/policy/versions'),
  'DELETE /api/policy/versions/:versionKey/comments/:commentKey': async () => {
    const { by, path } = await made('POST /api/policy/versions/:versionKey/comments');
    return [by, `${path}/${world.context.list(PolicyComments).all()[0]?.key ?? ''}`];
  },
  'DELETE /api/procedures/:procedureKey/draft': async () => {
    const { by, path, key } = await made('POST /api/procedures');
    return [by, `${path}/${key}/draft`];
  },
  'DELETE /api/procedures/:procedureKey/draft/file': async () => {
    const { by, path, key } = await made('POST /api/procedures');
    return [by, `${path}/${key}/draft/file`];
  },
  'DELETE /api/reminders/cadences/:kind': async () => ['ciso', '/api/reminders/cadences/acknowledgePolicy'],
  'DELETE /api/reports/:reportKey/template': async () => {
    const { body } = await world.as('ciso', 'POST', '/api/reports', { year: 2026 });
    return ['ciso', `/api/reports/${keyIn(body)}/template`];
  },
  'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': andKey(
    'POST /api/risks/assessments/:assessmentKey/threats',
  ),
  'DELETE /api/risks/saved-views/:viewKey': andKey('POST /api/risks/saved-views'),
  'DELETE /api/risks/triggers/:triggerKey': andKey('POST /api/risks/triggers'),
  'DELETE /api/standards/:standardKey': async () => ['ciso', '/api/standards/removed-before'],
};

describe('what is removed twice, since the answer was lost', () => {
  it('is tried for every route that removes', () => {
    const removing = allRoutes.map(({ name }) => name).filter((name) => name.startsWith('DELETE '));
    expect(removing.filter((name) => !(name in removings))).toEqual([]);
  });

  it.each(Object.keys(removings))('is no error: %s', async (route) => {
    const [by, path] = (await removings[route]?.()) ?? ['', ''];
    const answers = [await world.as(by, 'DELETE', path), await world.as(by, 'DELETE', path)];
    expect(answers.map(({ status, body }) => (status < 300 ? 'done' : JSON.stringify(body)))).toEqual(['done', 'done']);
  });
});
