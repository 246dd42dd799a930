import type {
  DraftPlanBody,
  PlanRow,
  PlanVersionView,
  PlanView,
  ShownContent,
} from '../../../../api/contingency/contract.ts';
import { coverage } from './contingency-coverage.ts';
import { centres, refAt } from './people.ts';
import { request, way } from './policy-way.ts';

const now = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: now, stale: false };
const home = centres[0] ?? { id: 'c1', title: '' };
const journal = { key: 'journal', title: 'Omsorgsjournal', kind: 'system' as const };
const step = (key: string, text: string, role: string, minutes: number, person?: number) => ({
  ...{ key, text, role, minutes, left: false },
  ...(person === undefined ? {} : { personId: `p${person}`, person: refAt(person) }),
});

const content: ShownContent = {
  about: 'Sådan giver vi den rigtige pleje og medicin, mens vi ikke kan se journalen.',
  triggers: ['Ingen på vagten kan komme ind i journalen i mere end 10 minutter', 'IT melder, at den er nede'],
  firstHour: [
    step('a', 'Ring til IT-vagten, og hør, hvor længe det ventes at vare.', 'Vagthavende sygeplejerske', 5, 9),
    step('b', 'Sig til alle på vagten, at I går over til papir.', 'Vagthavende sygeplejerske', 10),
    step('c', 'Hent den udskrevne køreliste og medicinskemaerne i den røde mappe i vagtrummet.', 'Planlægger', 20, 36),
    step('d', 'Find de borgere, der skal have tidskritisk medicin, og fordel dem først.', 'Vagthavende', 30),
  ],
  contacts: [
    { key: 'it', role: 'IT-vagten', name: '', phone: '+45 43 57 70 00', note: 'Døgnet rundt', left: false },
    {
      ...{ key: 'isk', role: 'ISK', name: '', phone: '20 11 22 33', note: '', left: false },
      ...{ personId: 'p9', person: refAt(9) },
    },
    {
      ...{ key: 'old', role: 'Planlægger', name: '', phone: '20 44 55 66', note: '', left: true },
      ...{ personId: 'p45', person: refAt(45) },
    },
  ],
  steps: [step('e', 'Saml op hver anden time: hvem er set, og hvem mangler.', 'Vagthavende sygeplejerske', 120)],
  workarounds: [
    {
      key: 'paper',
      title: 'Medicin og observationer på papir',
      text: 'Brug medicinskemaet. To personer ser det efter, når det er risikomedicin.',
      form: 'Den røde mappe i vagtrummet',
    },
  ],
  suppliers: [{ key: 'care', name: 'Omsorg A/S', phone: '70 20 30 40', agreement: 'K-4711', hours: 'Døgnet rundt' }],
  communication: 'Vagthavende siger det til medarbejderne på telefon.',
  returnToNormal: [step('f', 'Se efter på tre borgere, at medicin og besøg passer.', 'Vagthavende sygeplejerske', 0)],
  catchingUp: 'Samme dag skrives medicin og vigtige observationer ind af den, der gav dem.',
};
const nothing: ShownContent = {
  ...{ about: '', triggers: [], firstHour: [], steps: [], workarounds: [], contacts: [], suppliers: [] },
  ...{ communication: '', returnToNormal: [], catchingUp: '' },
};

const version = (key: string, changes: Partial<PlanVersionView> = {}): PlanVersionView => ({
  ...{ key, number: 1, state: 'valid', title: 'Omsorgsjournal nede i hjemmeplejen', centres: [home], content },
  forms: [
    {
      ...{ key: 'form1', title: 'Medicinskema' },
      file: { name: 'Medicinskema.pdf', size: 48_000, type: 'application/pdf', hash: 'a'.repeat(64) },
    },
  ],
  ...{ summary: 'Nye numre.', reviewMonths: 12, testMonths: 12, madeBy: refAt(9), changedAt: now },
  ...{ validFrom: '2026-03-02', reviewOn: '2027-03-02' },
  ...changes,
});
const draftOf = (key: string, changes: Partial<PlanVersionView> = {}): PlanVersionView => {
  const { validFrom: _from, reviewOn: _on, ...draft } = version(key, { state: 'draft', ...changes });
  return draft;
};
const none = {
  ...{ edit: false, submit: false, discard: false, renew: false, retire: false, confirm: false, test: false },
  print: true,
};

const plan = (key: string, changes: Partial<PlanView> = {}): PlanView => ({
  ...{ key, kind: 'emergencyProcedure', asset: journal, vital: true, centre: home, centres: [home] },
  figures: { mtd: 4, rto: 2, rpo: 1 },
  current: version(`${key}.2`, { number: 2 }),
  versions: [
    {
      key: `${key}.2`,
      number: 2,
      state: 'valid',
      title: 'Omsorgsjournal nede i hjemmeplejen',
      validFrom: '2026-03-02',
    },
    { key: `${key}.1`, number: 1, state: 'superseded', title: 'Omsorgsjournal nede', validFrom: '2025-02-01' },
  ],
  parts: [
    {
      ...{ person: refAt(9), roles: ['ISK'], left: false },
      steps: ['Ring til IT-vagten, og hør, hvor længe det ventes at vare.'],
    },
    {
      ...{ person: refAt(36), roles: [], left: false, confirmedAt: '2026-03-05T10:00:00.000Z' },
      steps: ['Hent den udskrevne køreliste og medicinskemaerne i den røde mappe i vagtrummet.'],
    },
    { person: refAt(45), roles: ['Planlægger'], steps: [], left: true },
  ],
  mine: { due: '2026-12-06' },
  testing: { standing: 'overdue', lastOn: '2025-09-01', passed: false, recovery: 5, nextOn: '2026-09-01' },
  lacks: [],
  abilities: { ...none, edit: true, renew: true, retire: true, confirm: true, test: true },
  freshness,
  ...changes,
});
const fresh = (key: string): PlanView => {
  const { current: _current, mine: _mine, ...rest } = plan(key);
  return {
    ...rest,
    versions: [],
    parts: [],
    testing: { standing: 'never' },
    way: way()
      .slice(0, 1)
      .map((stage) => ({ ...stage, people: stage.people.slice(0, 3) })),
    abilities: { ...none, edit: true, discard: true },
    coming: draftOf(`${key}.1`, { title: 'Omsorgsjournal', content: nothing, forms: [], summary: '' }),
    lacks: ['trigger', 'firstHour', 'phone', 'summary'],
  };
};

export type PlansState = Map<string, PlanView>;
export const freshPlans = (): PlansState => {
  const old = plan('old', { asset: { key: 'phones', title: 'Mobiltelefoni', kind: 'system' }, centres: [] });
  const waiting = plan('waiting', { abilities: { ...none, test: true } });
  const all: PlanView[] = [
    plan('home'),
    fresh('new'),
    { ...old, current: version('old.1', { state: 'expired', title: 'Telefoner nede', reviewOn: '2026-10-01' }) },
    {
      ...waiting,
      coming: draftOf('waiting.3', {
        state: 'waiting',
        number: 3,
        approval: request('contingencyPlan_waiting_3', 0),
      }),
      difference: [
        { kind: 'same', text: 'Ring til IT-vagten.' },
        { kind: 'added', text: 'Hent den røde mappe.' },
      ],
    },
  ];
  return new Map(all.map((one) => [one.key, one]));
};

const lacksOf = ({ content: { triggers, firstHour, contacts }, summary }: PlanVersionView): string[] => [
  ...(triggers.length > 0 ? [] : ['trigger']),
  ...(firstHour.length > 0 ? [] : ['firstHour']),
  ...(contacts.some(({ phone }) => phone !== '') ? [] : ['phone']),
  ...(summary === '' ? ['summary'] : []),
];

function rowOf({
  key,
  kind,
  asset,
  vital,
  centre,
  centres: ofPlan,
  current,
  coming,
  testing,
  parts,
}: PlanView): PlanRow {
  const shown = current ?? coming;
  if (!shown) throw new Error('a plan without a version');
  return {
    ...{ key, kind, asset, vital, centre, centres: ofPlan, testing, versionKey: shown.key },
    ...{ title: shown.title, number: shown.number, state: shown.state },
    ...{ validFrom: shown.validFrom, reviewOn: shown.reviewOn },
    ...(current && coming ? { coming: coming.state === 'waiting' ? 'waiting' : 'draft' } : {}),
    left: parts.filter(({ left }) => left).length,
    confirmed: { done: parts.filter(({ confirmedAt }) => confirmedAt).length, of: parts.length },
  };
}

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

/** What the directory has; the others have no number. */
const mockPhones: Readonly<Record<string, string>> = { p9: '20 11 22 33', p12: '20 12 12 12' };

/** A person or a name as it will be read again. */
const shown = <Item extends { personId?: string | undefined }>(item: Item) => ({
  ...item,
  left: false,
  ...(item.personId === undefined ? {} : { person: refAt(Number(item.personId.slice(1))) }),
});

/** A contact with the directory's number where it has none, or another. */
function called<Contact extends { personId?: string | undefined; phone?: string | undefined }>(contact: Contact) {
  const found = contact.personId === undefined ? undefined : mockPhones[contact.personId];
  if (found === undefined || contact.phone === found) return shown(contact);
  return { ...shown(contact), ...(contact.phone ? { otherPhone: found } : { phone: found, fromDirectory: true }) };
}

export function planHandlers(state: PlansState) {
  const found = ({ params }: Asked): PlanView => {
    const one = state.get(params['planKey'] ?? '') ?? state.get('home');
    if (!one) throw new Error('no such plan');
    return one;
  };
  const keep = (one: PlanView): PlanView => {
    state.set(one.key, one);
    return one;
  };
  let saves = 0;
  const draftNow = (one: PlanView): PlanVersionView => {
    saves += 1;
    const changedAt = new Date(Date.parse(now) + saves * 1_000).toISOString();
    return {
      ...(one.coming ?? draftOf(`${one.key}.3`, { ...one.current, number: 3, summary: '' })),
      state: 'draft',
      changedAt,
    };
  };
  const withDraft = (one: PlanView, coming: PlanVersionView): PlanView => {
    const lacks = lacksOf(coming);
    const abilities = { ...one.abilities, edit: true, discard: true, submit: lacks.length === 0 };
    return keep({ ...one, coming, lacks, abilities });
  };
  const rowsFor = ({ query }: Asked) =>
    [...state.values()]
      .map(rowOf)
      .filter(({ title, asset }) =>
        `${title} ${asset.title}`.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
      )
      .filter(({ state: is, coming }) => [null, is, coming].includes(query.get('state') as PlanRow['state'] | null));
  return {
    'GET /api/contingency/plans': (asked: Asked) => {
      const plans = rowsFor(asked);
      return {
        ...{ plans, total: plans.length, counts: { plans: state.size, inForce: 3, expired: 1, waiting: 1 } },
        ...{ centres, mine: ['c1'], writes: { centres: centres.slice(0, 2), whole: false }, freshness },
      };
    },
    'GET /api/contingency/coverage': () => coverage(),
    'POST /api/contingency/plans': (asked: Asked) => {
      const { kind } = asked.body as { kind: PlanView['kind'] };
      return keep({ ...fresh('begun'), kind });
    },
    'GET /api/contingency/plans/:planKey': found,
    'GET /api/contingency/plans/:planKey/versions/:versionKey': () => ({
      ...version('home.1', { state: 'superseded', title: 'Omsorgsjournal nede' }),
      freshness,
    }),
    'POST /api/contingency/plans/:planKey/phones/:personId': ({ params }: Asked) => {
      const phone = mockPhones[params['personId'] ?? ''];
      return phone === undefined ? {} : { phone };
    },
    'PUT /api/contingency/plans/:planKey/draft': (asked: Asked) => {
      const one = found(asked);
      const body = asked.body as DraftPlanBody;
      const { firstHour = [], steps = [], contacts = [], returnToNormal = [], ...rest } = body.content;
      const written = {
        ...{ ...nothing, ...rest, firstHour: firstHour.map(shown), steps: steps.map(shown) },
        ...{ contacts: contacts.map(called), returnToNormal: returnToNormal.map(shown) },
      } as ShownContent;
      const coming = { ...draftNow(one), title: body.title, content: written, summary: body.summary ?? '' };
      return withDraft(one, coming);
    },
    'DELETE /api/contingency/plans/:planKey/draft': (asked: Asked) => {
      state.delete(found(asked).key);
      return {};
    },
    'POST /api/contingency/plans/:planKey/draft/forms': (asked: Asked) => {
      const one = found(asked);
      const draft = draftNow(one);
      const file = { name: 'Skema.pdf', size: 1_000, type: 'application/pdf', hash: 'b'.repeat(64) };
      return withDraft(one, { ...draft, forms: [...draft.forms, { key: 'form2', title: 'Skema', file }] });
    },
    'DELETE /api/contingency/plans/:planKey/draft/forms/:formKey': (asked: Asked) => {
      const one = found(asked);
      const draft = draftNow(one);
      const forms = draft.forms.filter(({ key }) => key !== asked.params['formKey']);
      return withDraft(one, { ...draft, forms });
    },
    'POST /api/contingency/plans/:planKey/submit': (asked: Asked) => {
      const one = found(asked);
      const coming = { ...draftNow(one), state: 'waiting' as const, approval: request('contingencyPlan_new_1', 0) };
      return keep({ ...one, coming, abilities: none });
    },
    'POST /api/contingency/plans/:planKey/renew': found,
    'POST /api/contingency/plans/:planKey/retire': (asked: Asked) => {
      const { reason } = asked.body as { reason: string };
      return keep({ ...found(asked), retired: { at: now, by: refAt(9), reason }, abilities: none });
    },
    'POST /api/contingency/plans/:planKey/confirm': (asked: Asked) => {
      const one = found(asked);
      const parts = one.parts.map((part) => (part.person.id === 'p9' ? { ...part, confirmedAt: now } : part));
      return keep({ ...one, parts, mine: { due: '2026-12-06', confirmedAt: now } });
    },
  };
}
