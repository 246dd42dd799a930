import type { ActionBody, ActionView, RiskDetail } from '../../../../api/risks/contract.ts';
import { levelMarkOf, stagesViewOf, standingsOf } from '../../../../api/risks/levels.ts';
import { scaleView } from '../../../../api/risks/scales/scale-view.ts';
import { standard } from '../../../../api/risks/scales/shipped/four-by-four.ts';
import { centres, refAt } from './people.ts';
import { request } from './policy-way.ts';

const now = '2026-11-24T09:12:00.000Z';
const today = '2026-11-24';
const mine = { edit: true, work: true };

const inherent = {
  likelihood: 4,
  consequence: { dataSubject: { confidentiality: 4, integrity: 2 }, organisation: { confidentiality: 3 } },
};
const current = { ...inherent, likelihood: 3 };
const target = { ...current, likelihood: 1 };
const estimates = { inherent, current, target };
const stages = stagesViewOf(
  standard,
  standingsOf({ scale: standard, views: ['dataSubject', 'organisation'] }, estimates),
  'da',
);

const action = (key: string, title: string, changes: Partial<ActionView> = {}): ActionView => ({
  ...{ key, title, owner: refAt(18), due: '2027-02-01', effect: 'Ingen kan læse med over skulderen.', progress: 25 },
  ...{ note: '', state: 'open', abilities: mine },
  ...changes,
});

const base = (key: string, changes: Partial<RiskDetail> = {}): RiskDetail => ({
  ...{ key, title: 'Uvedkommende læser i borgernes journaler' },
  asset: { key: 'journals', title: 'Udlevering af journaler', kind: 'workProcess' },
  ...{
    centre: centres[0],
    owner: refAt(27),
    stages,
    treatment: 'mitigate',
    treatmentNote: 'Vi begynder på kontorerne.',
  },
  actions: { open: 2, overdue: 1, done: 1, nextDue: '2026-11-01' },
  acceptance: { state: 'none' },
  ...{ controls: 1, assessedOn: '2026-05-12', reviewOn: '2027-05-12' },
  description: 'En kollega eller en udefra slår op uden grund.',
  ...{ assessmentKey: 'finished', scale: scaleView(standard, 'da'), estimates },
  ...{ vulnerability: 'Skærmen står åben på kontoret.', existing: 'Opslag bliver gemt.' },
  controlList: [{ key: 'twoFactor', title: 'To-faktor-login', state: 'running', effect: 'effective' }],
  actionList: [
    action('lock', 'Indfør skærmlås efter fem minutter', { due: '2026-11-01', state: 'overdue', cost: 12_000 }),
    action('talk', 'Tal om opslag på personalemødet'),
    action('old', 'Fjern gamle adgange', {
      ...{ state: 'done', progress: 100, doneAt: '2026-10-02T08:00:00.000Z', doneBy: refAt(18) },
      abilities: { edit: false, work: true },
    }),
  ],
  acceptances: [],
  way: [
    { body: 'centreManager', centre: centres[0], rule: 'one', days: 7, people: [refAt(27)] },
    { body: 'securityCommittee', rule: 'quorum', days: 14, people: [refAt(80), refAt(81), refAt(82)] },
  ],
  history: [
    { assessmentKey: 'finished', number: 2, state: 'finished', heldOn: '2026-05-12', stages },
    {
      assessmentKey: 'first',
      number: 1,
      state: 'superseded',
      heldOn: '2025-05-02',
      stages: { current: stages.inherent },
    },
  ],
  abilities: { treat: true, addAction: true, accept: true },
  freshness: { asOf: now, stale: false },
  ...changes,
});

export type TreatmentState = Map<string, RiskDetail>;
const asked = (approvedBy: number) => {
  const whole = request('riskAcceptance_stale_1', approvedBy);
  return { ...whole, state: 'approved' as const, endedAt: now, stages: whole.stages.slice(0, 2) };
};

/** A risk under treatment, one whose acceptance no longer holds, and one as the owner of an action sees it. */
export function freshTreatment(): TreatmentState {
  const acceptance = {
    ...{ until: '2027-06-01', level: levelMarkOf(standard, 1, 'da') },
    ...{ reason: 'Vi har gjort det, der er rimeligt for så lille et kontor.', stale: true },
  };
  return new Map(
    [
      base('peek'),
      base('stale', {
        acceptance: { state: 'stale', until: '2027-06-01' },
        acceptances: [{ approval: asked(2), ...acceptance }],
      }),
      base('owned', {
        actionList: [action('lock', 'Indfør skærmlås efter fem minutter', { abilities: { edit: false, work: true } })],
        abilities: { treat: false, addAction: false, accept: false },
      }),
    ].map((one) => [one.key, one]),
  );
}

interface Asked {
  params: Record<string, string>;
  body: unknown;
}

export function treatmentHandlers(state: TreatmentState) {
  const found = ({ params }: Asked): RiskDetail => {
    const one = state.get(params['riskKey'] ?? '') ?? state.get('peek');
    if (!one) throw new Error('no such risk');
    return one;
  };
  const keep = (one: RiskDetail): RiskDetail => {
    state.set(one.key, one);
    return one;
  };
  const changed = (asking: Asked, change: (one: ActionView) => ActionView) => {
    const one = found(asking);
    const actionList = one.actionList.map((each) => (each.key === asking.params['actionKey'] ? change(each) : each));
    return keep({ ...one, actionList });
  };
  const fieldsOf = ({ body }: Asked) => {
    const { ownerId, title, due, cost, effect = '' } = body as ActionBody;
    return { title, due, effect, owner: refAt(Number(ownerId.slice(1))), ...(cost === undefined ? {} : { cost }) };
  };
  return {
    'GET /api/risks/register/:riskKey': found,
    'PUT /api/risks/register/:riskKey/treatment': (asking: Asked) => {
      const { treatment, note } = asking.body as { treatment: RiskDetail['treatment']; note: string };
      return keep({ ...found(asking), treatment, treatmentNote: note });
    },
    'POST /api/risks/register/:riskKey/actions': (asking: Asked) => {
      const one = found(asking);
      const added = action(`new${one.actionList.length}`, '', { ...fieldsOf(asking), progress: 0 });
      return keep({ ...one, actionList: [...one.actionList, added] });
    },
    'PUT /api/risks/register/:riskKey/actions/:actionKey': (asking: Asked) =>
      changed(asking, (one) => {
        const next = { ...one, ...fieldsOf(asking) };
        return { ...next, state: next.due < today ? 'overdue' : 'open' };
      }),
    'POST /api/risks/register/:riskKey/actions/:actionKey/progress': (asking: Asked) =>
      changed(asking, (one) => {
        const { progress, note } = asking.body as { progress: number; note: string };
        const done = { state: 'done', doneAt: now, doneBy: refAt(18) } as const;
        return { ...one, progress, note, ...(progress === 100 ? done : {}) };
      }),
    'POST /api/risks/register/:riskKey/actions/:actionKey/cancel': (asking: Asked) =>
      changed(asking, (one) => ({
        ...one,
        state: 'cancelled',
        cancelledReason: (asking.body as { reason: string }).reason,
        abilities: { edit: false, work: false },
      })),
    'POST /api/risks/register/:riskKey/acceptance': (asking: Asked) => {
      const one = found(asking);
      const { reason, until } = asking.body as { reason: string; until: string };
      const whole = request('riskAcceptance_peek_1', 0);
      const approval = { ...whole, stages: whole.stages.slice(0, 2) };
      return keep({
        ...one,
        acceptance: { state: 'waiting', until },
        acceptances: [{ approval, reason, until, level: stages.current?.level, stale: false }, ...one.acceptances],
        abilities: { ...one.abilities, accept: false },
      });
    },
  };
}
