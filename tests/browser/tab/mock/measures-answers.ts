import type { z } from 'zod';
import type { measureView } from '../../../../api/measures/contract.ts';
import { refAt } from './people.ts';
import { request, sentBack, way } from './policy-way.ts';

type View = z.input<typeof measureView>;
const now = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: now, stale: false };
const twoBodies = () => way().slice(0, 2);
const twoStages = <Found extends { stages: unknown[] }>(found: Found): Found => ({
  ...found,
  stages: found.stages.slice(0, 2),
});

const measure = (key: string, title: string, changes: Partial<View> = {}): View => ({
  ...{ key, title, state: 'draft', costOnce: 450_000, costYearly: 60_000, changedAt: '2026-11-20T08:00:00.000Z' },
  ...{ proposedBy: refAt(40), changedBy: refAt(40) },
  tasks: { total: 0, done: 0, overdue: 0 },
  background: 'Koderne **deles** og skiftes sjældent.',
  risk: 'Uvedkommende kommer ind.',
  recommendation: 'Det indstilles, at nøglekort indføres.',
  steps: [{ title: 'Køb nøglekort', role: 'securityTeam', due: '2027-02-01', scope: 'organisation' }],
  way: twoBodies(),
  abilities: { edit: true, submit: true, discard: true },
  freshness,
  ...changes,
});
const closed = { edit: false, submit: false, discard: false };

export type MeasuresState = Map<string, View>;

/** A draft, one that was sent back, one that waits and one that is carried out. */
export const freshMeasures = (): MeasuresState =>
  new Map(
    [
      measure('shredders', 'Aflåste beholdere til papir', { costYearly: 0 }),
      measure('codes', 'Nye koder på Rådhuset', {
        ...{ state: 'returned', approval: twoStages(sentBack('measure_codes_1')) },
        abilities: { edit: true, submit: true, discard: false },
      }),
      measure('phishing', 'Øvelser i falske mails', {
        ...{ state: 'waiting', waitsFor: 'corporateManagement', abilities: closed },
        approval: twoStages(request('measure_phishing_1', 1)),
      }),
      measure('cards', 'Nøglekort på Rådhuset', {
        ...{ state: 'underWay', abilities: closed, tasks: { total: 3, done: 1, overdue: 1 } },
        plan: [
          { key: 't1', title: 'Køb nøglekort', due: '2026-11-01', state: 'overdue', path: '/wheel/tasks/t1' },
          { key: 't2', title: 'Del dem ud', due: '2027-02-01', state: 'planned', path: '/wheel/tasks/t2' },
        ],
      }),
    ].map((one) => [one.key, one]),
  );

interface Asked {
  persona: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

export function measureHandlers(state: MeasuresState) {
  const found = ({ params }: Asked): View => {
    const one = state.get(params['measureKey'] ?? '');
    if (!one) throw new Error('no such measure');
    return one;
  };
  const keep = (one: View): View => {
    state.set(one.key, one);
    return one;
  };
  return {
    'GET /api/measures': ({ query }: Asked) => ({
      measures: [...state.values()].filter(
        (one) =>
          one.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()) &&
          (query.get('state') === null || query.get('state') === one.state),
      ),
      committed: { once: 450_000, yearly: 60_000 },
      abilities: { propose: true },
      freshness,
    }),
    'GET /api/measures/:measureKey': found,
    'POST /api/measures': ({ body }: Asked) => keep({ ...measure('tablets', ''), ...(body as Partial<View>) }),
    'PUT /api/measures/:measureKey': (asked: Asked) => keep({ ...found(asked), ...(asked.body as Partial<View>) }),
    'DELETE /api/measures/:measureKey': (asked: Asked) => void state.delete(found(asked).key),
    'POST /api/measures/:measureKey/submit': (asked: Asked) =>
      keep({
        ...found(asked),
        ...{ state: 'waiting', waitsFor: 'securityCommittee', abilities: closed },
        approval: twoStages(request(`measure_${found(asked).key}_1`, 0)),
      }),
  };
}
