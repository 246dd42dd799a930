import type { ActionView } from '../../../../api/actions/contract.ts';
import type {
  DuePlan,
  EvaluationBody,
  ImprovementRow,
  TestBody,
  TestProposal,
  TestRow,
  TestView,
} from '../../../../api/contingency/contract.ts';
import { metOf, missingInEvaluation, passes } from '../../../../api/contingency/exercises/test-rules.ts';
import { centres, refAt } from './people.ts';

const now = '2026-11-24T09:12:34.000Z';
const asset = { key: 'journal', title: 'Omsorgsjournalen', kind: 'system' as const };
const plan = { key: 'p1', title: 'Når omsorgsjournalen er nede', kind: 'emergencyProcedure' as const };
const restore = { key: 'p2', title: 'Genetabler netværket', kind: 'restorePlan' as const };
const freshness = { asOf: now, stale: false };
const none: TestView['abilities'] = {
  ...{ edit: false, start: false, cancel: false, log: false, end: false, evaluate: false, improve: false },
};
const figures = { mtd: 4, rto: 2, rpo: 1 };

const improvement = (key: string, title: string, changes: Partial<ActionView> = {}): ActionView => ({
  ...{ key, title, owner: refAt(18), due: '2027-01-15', note: '', state: 'open' },
  abilities: { edit: true, work: true },
  ...changes,
});

const test = (key: string, changes: Partial<TestView> = {}): TestView => ({
  ...{ key, title: 'En morgen uden journal', kind: 'tableTop', state: 'planned', plan, asset, centre: centres[0] },
  ...{ leader: refAt(27), participants: 2, at: '2026-12-08T08:00:00.000Z', month: '2026-12', version: 2 },
  improvements: { open: 0, overdue: 0, done: 0 },
  scenario: 'Klokken er 6.10 en tirsdag. Journalen svarer ikke, og 40 medarbejdere venter på kørelister.',
  people: [refAt(18), refAt(19)],
  injects: [
    { key: 'first', minute: 10, text: 'En pårørende ringer og spørger til sin mors medicin.', sent: false },
    { key: 'later', minute: 30, text: 'Leverandøren siger, at det tidligst virker i morgen.', sent: false },
  ],
  criteria: [
    { key: 'recovery', text: 'I gang igen inden for 2 timer', hours: 2, note: '' },
    { key: 'folder', text: 'Mappen med nødskemaer er fundet', note: '' },
  ],
  ...{
    on: '2026-12-08',
    time: '09:00',
    wentWell: '',
    toImprove: '',
    figures,
    log: [],
    improvementList: [],
    gaps: [],
    now,
  },
  abilities: { ...none, edit: true, start: true, cancel: true },
  freshness,
  ...changes,
});

const log: TestView['log'] = [
  {
    key: 'l3',
    kind: 'decision',
    text: 'Vi ringer til alle med livsvigtig medicin.',
    at: '2026-11-24T09:11:20.000Z',
    by: refAt(18),
  },
  {
    key: 'l2',
    kind: 'inject',
    text: 'En pårørende ringer og spørger til sin mors medicin.',
    at: '2026-11-24T09:10:02.000Z',
  },
  { key: 'l1', kind: 'event', text: 'Journalen er slukket.', at: '2026-11-24T09:00:30.000Z', by: refAt(27) },
];
const begun = { at: '2026-11-24T09:00:00.000Z', month: '2026-11', startedAt: '2026-11-24T09:00:00.000Z', log };
const closed = {
  ...{ ...begun, state: 'closed' as const, endedAt: '2026-11-24T14:00:00.000Z', closedAt: now, closedBy: refAt(27) },
  ...{
    wentWell: 'Alle vidste, hvor mappen er.',
    toImprove: 'Telefonlisten var gammel.',
    abilities: { ...none, improve: true },
  },
};

/** One has not got it. */
const cards: NonNullable<TestView['cards']>['invitation'] = [
  { ...refAt(27), state: 'sent', standing: 'got' },
  { ...refAt(18), state: 'waiting', standing: 'coming' },
  { ...refAt(19), state: 'notApplicable', code: 'noTeams', standing: 'missed' },
];

export type TestsState = Map<string, TestView>;

/** A test in each of its states. */
export function freshTests(): TestsState {
  const first = { key: 'first', minute: 10, text: 'En pårørende ringer og spørger til sin mors medicin.', sent: true };
  const second = {
    key: 'later',
    minute: 30,
    text: 'Leverandøren siger, at det tidligst virker i morgen.',
    sent: false,
  };
  return new Map(
    [
      test('planned', { cards: { invitation: cards, injects: {} } }),
      test('running', {
        ...{ ...begun, state: 'running', injects: [first, second] },
        cards: { invitation: cards, injects: { first: cards } },
        abilities: { ...none, log: true, end: true, cancel: true, improve: true },
      }),
      test('joined', {
        ...{ ...begun, state: 'running', injects: [first], abilities: { ...none, log: true } },
      }),
      test('ended', {
        ...{ ...begun, state: 'ended', endedAt: '2026-11-24T10:30:00.000Z' },
        log: [
          {
            key: 'l4',
            kind: 'measured',
            text: 'I gang igen efter 1,5 timer',
            at: '2026-11-24T10:30:00.000Z',
            by: refAt(27),
          },
          ...log,
        ],
        gaps: ['results', 'wentWell', 'toImprove'],
        abilities: { ...none, log: true, evaluate: true, improve: true },
      }),
      test('passed', {
        ...{ ...closed, title: 'Nat uden nødkald', passed: true, recovery: 1.5, dataLoss: 0 },
        criteria: [
          { key: 'recovery', text: 'I gang igen inden for 2 timer', hours: 2, measured: 1.5, met: true, note: '' },
          { key: 'folder', text: 'Mappen med nødskemaer er fundet', met: true, note: 'På 4 minutter' },
        ],
      }),
      test('failed', {
        ...{ ...closed, title: 'Skift til reservelinjen', passed: false, recovery: 5, dataLoss: 0.5, plan: restore },
        ...{ kind: 'technicalRestore', improvements: { open: 1, overdue: 1, done: 1 } },
        criteria: [
          {
            key: 'recovery',
            text: 'I gang igen inden for 2 timer',
            hours: 2,
            measured: 5,
            met: false,
            note: 'Backup var gammel',
          },
        ],
        improvementList: [
          improvement('late', 'Print telefonlisten', { due: '2026-11-01', state: 'overdue' }),
          improvement('open', 'Køb en reservelinje'),
          improvement('done', 'Ret mappen', {
            ...{ state: 'done', doneAt: '2026-11-20T08:00:00.000Z', doneBy: refAt(18), note: 'Den står i vagtrummet.' },
            abilities: { edit: false, work: true },
          }),
        ],
      }),
      test('cancelled', { state: 'cancelled', cancelledReason: 'Snestorm', abilities: none, title: 'Aflyst øvelse' }),
    ].map((one) => [one.key, one]),
  );
}

const due = (changes: Partial<DuePlan>): DuePlan => ({
  ...{ ...plan, asset, centre: centres[0], mayTest: true },
  testing: { standing: 'overdue', nextOn: '2026-11-01', lastOn: '2025-11-01', passed: true },
  ...changes,
});
const plans: DuePlan[] = [
  due({}),
  due({
    ...restore,
    testing: { standing: 'never', nextOn: '2026-12-10' },
    coming: { key: 'planned', state: 'planned', plannedAt: '2026-12-08T08:00:00.000Z' },
  }),
  due({
    key: 'p3',
    title: 'Nødkald på Torsbo',
    testing: { standing: 'due', nextOn: '2026-12-20', lastOn: '2025-12-20', passed: false },
    mayTest: false,
  }),
];

const proposal: TestProposal = {
  ...{ plan, asset, testing: { standing: 'overdue', nextOn: '2026-11-01' }, leader: refAt(27), people: [refAt(18)] },
  fields: {
    ...{ kind: 'tableTop', title: 'Afprøvning af Når omsorgsjournalen er nede', on: '2026-12-08', time: '09:00' },
    scenario: 'Klokken er ni. Omsorgsjournalen svarer ikke.',
    injects: [{ key: 'first', minute: 10, text: 'Omsorgsjournalen svarer stadig ikke.' }],
    criteria: [
      { key: 'recovery', text: 'I gang igen inden for 2 timer', hours: 2 },
      { key: 'step-1', text: 'Tag mappen med nødskemaer frem', hours: 0.25 },
    ],
  },
};

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

const rowOf = ({ improvementList, ...view }: TestView): TestRow => ({
  ...view,
  improvements: {
    open: improvementList.filter(({ state }) => state === 'open').length,
    overdue: improvementList.filter(({ state }) => state === 'overdue').length,
    done: improvementList.filter(({ state }) => state === 'done').length,
  },
});

/** The view with what follows from its results, as the API would say it. */
function judged(view: TestView): TestView {
  const { recovery, kind, wentWell, toImprove } = view;
  const results = view.criteria.flatMap(({ key, met, measured, note }) =>
    met === undefined ? [] : [{ key, met, note, ...(measured === undefined ? {} : { hours: measured }) }],
  );
  const written = { kind, results, wentWell, toImprove, ...(recovery === undefined ? {} : { recovery }) };
  const criteria = view.criteria.map(({ hours, ...one }) => ({ ...one, ...(hours === undefined ? {} : { hours }) }));
  const whole = { ...written, criteria };
  return {
    ...view,
    gaps: missingInEvaluation(whole, view.improvementList.length),
    passed: view.state === 'closed' ? passes(whole) : undefined,
    criteria: view.criteria.map((one) => ({ ...one, met: metOf(one, written) })),
  };
}

export function testHandlers(state: TestsState) {
  const found = ({ params }: Asked): TestView => {
    const one = state.get(params['testKey'] ?? '') ?? state.get('planned');
    if (!one) throw new Error('no such test');
    return one;
  };
  const keep = (one: TestView): TestView => {
    state.set(one.key, one);
    return one;
  };
  const fieldsOf = ({ participantIds, leaderId, injects, ...fields }: TestBody) => ({
    ...{
      ...fields,
      injects: injects.map((inject) => ({ ...inject, sent: false })),
      participants: participantIds.length,
    },
    criteria: fields.criteria.map((one) => ({ ...one, note: '' })),
    people: participantIds.map((id) => refAt(Number(id.slice(1)))),
    leader: refAt(Number(leaderId.slice(1))),
  });
  const improvements = (): ImprovementRow[] =>
    [...state.values()].flatMap((one) =>
      one.improvementList.map((each) => ({
        ...{ ...each, source: 'test' as const, plan: one.plan },
        subject: { key: one.key, title: one.title, path: `/contingency/tests/${one.key}` },
      })),
    );
  const changed = ({ params }: Asked, change: (one: ActionView) => ActionView): ImprovementRow => {
    const key = params['improvementKey'];
    for (const one of state.values()) {
      if (!one.improvementList.some((each) => each.key === key)) continue;
      keep({ ...one, improvementList: one.improvementList.map((each) => (each.key === key ? change(each) : each)) });
    }
    const row = improvements().find((each) => each.key === key);
    if (!row) throw new Error('no such improvement');
    return row;
  };
  return {
    'GET /api/contingency/tests': ({ query }: Asked) => ({
      due: plans,
      tests: [...state.values()]
        .filter((one) => !query.get('state') || one.state === query.get('state'))
        .filter((one) => one.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()))
        .map(rowOf),
      counts: { beforeNewYear: 3, overdue: 1, plans: 5 },
      centres: [centres[0]],
      freshness,
    }),
    'GET /api/contingency/test-plans': () => ({ plans: plans.filter(({ mayTest }) => mayTest) }),
    'GET /api/contingency/test-plans/:planKey': () => proposal,
    'POST /api/contingency/tests': ({ body }: Asked) => keep(test('made', fieldsOf(body as TestBody))),
    'GET /api/contingency/tests/:testKey': found,
    'PUT /api/contingency/tests/:testKey': (asked: Asked) =>
      keep({ ...found(asked), ...fieldsOf(asked.body as TestBody) }),
    'POST /api/contingency/tests/:testKey/start': (asked: Asked) =>
      keep({
        ...{ ...found(asked), state: 'running', startedAt: now, at: now },
        abilities: { ...none, log: true, end: true, cancel: true },
      }),
    'POST /api/contingency/tests/:testKey/log': (asked: Asked) => {
      const one = found(asked);
      const { kind, text } = asked.body as { kind: 'decision'; text: string };
      return keep({ ...one, log: [{ key: `l${one.log.length + 9}`, kind, text, at: now, by: refAt(27) }, ...one.log] });
    },
    'POST /api/contingency/tests/:testKey/end': (asked: Asked) =>
      keep(
        judged({
          ...{ ...found(asked), state: 'ended', endedAt: now },
          abilities: { ...none, log: true, evaluate: true, improve: true },
        }),
      ),
    'PUT /api/contingency/tests/:testKey/evaluation': (asked: Asked) => {
      const one = found(asked);
      const { results = [], recovery, dataLoss, wentWell, toImprove } = asked.body as EvaluationBody;
      return keep(
        judged({
          ...one,
          ...(wentWell === undefined ? {} : { wentWell }),
          ...(toImprove === undefined ? {} : { toImprove }),
          ...(recovery === undefined ? {} : { recovery: recovery ?? undefined }),
          ...(dataLoss === undefined ? {} : { dataLoss: dataLoss ?? undefined }),
          criteria: one.criteria.map((criterion) => {
            const result = results.find(({ key }) => key === criterion.key);
            return result ? { ...criterion, met: result.met, measured: result.hours, note: result.note } : criterion;
          }),
        }),
      );
    },
    'POST /api/contingency/tests/:testKey/close': (asked: Asked) =>
      keep(
        judged({
          ...found(asked),
          ...{ state: 'closed', closedAt: now, closedBy: refAt(27), abilities: { ...none, improve: true } },
        }),
      ),
    'POST /api/contingency/tests/:testKey/cancel': (asked: Asked) => {
      const { reason } = asked.body as { reason: string };
      return keep({ ...found(asked), state: 'cancelled', cancelledReason: reason, abilities: none });
    },
    'GET /api/contingency/improvements': ({ query }: Asked) => ({
      improvements: improvements().filter((one) => !query.get('state') || one.state === query.get('state')),
      counts: { open: 1, overdue: 1, done: 1, cancelled: 0 },
      freshness,
    }),
    'POST /api/contingency/improvements': ({ body }: Asked) => {
      const { subjectKey, title, due: by, ownerId, note } = body as Record<string, string>;
      const one = state.get(subjectKey ?? '');
      if (!one) throw new Error('no such test');
      const owner = refAt(Number(ownerId?.slice(1)));
      const added = improvement('added', title ?? '', { owner, due: by ?? '', note: note ?? '' });
      keep(judged({ ...one, improvementList: [...one.improvementList, added] }));
      return { ...added, source: 'test' as const };
    },
    'PUT /api/contingency/improvements/:improvementKey': (asked: Asked) => {
      const { title, due: by, note } = asked.body as Record<string, string>;
      return changed(asked, (one) => ({ ...one, title: title ?? '', due: by ?? '', note: note ?? '' }));
    },
    'POST /api/contingency/improvements/:improvementKey/report': (asked: Asked) => {
      const { done, note } = asked.body as { done: boolean; note: string };
      const by = { state: 'done' as const, doneAt: now, doneBy: refAt(18) };
      return changed(asked, (one) => ({ ...one, note, ...(done ? by : {}) }));
    },
    'POST /api/contingency/improvements/:improvementKey/cancel': (asked: Asked) => {
      const { reason } = asked.body as { reason: string };
      const given = { state: 'cancelled' as const, cancelledReason: reason, abilities: { edit: false, work: false } };
      return changed(asked, (one) => ({ ...one, ...given }));
    },
  };
}
