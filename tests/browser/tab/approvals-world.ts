import { addDays } from '../../../api/kernel/index.ts';
import { today, type TabWorld } from '../tab-page/worlds.ts';

export const chair = 'Lone Friis Albrechtsen';
export const koerelister = 'procedureVersion_procedure-koerelister-1_1';
export const esdh = 'contingencyPlan_plan-esdh-1_1';
export const journals = 'Udlevering af journaler';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Asking = Pick<TabWorld, 'ask'>;
type Choice = 'approve' | 'reject' | 'askChanges' | 'abstain';
/** Votes in the open step, one person after the other. */
export async function vote(
  { ask }: Asking,
  requestKey: string,
  votes: Record<string, Choice>,
  reason = 'Det er for dyrt',
) {
  for (const [name, choice] of Object.entries(votes)) {
    const params = { requestKey };
    const { contentHash, stages } = await ask(name, 'GET /api/approvals/:requestKey', { params });
    const stage = stages.find(({ state }) => state === 'open')?.number ?? 0;
    const body = { stage, contentHash, choice, ...(choice === 'approve' || choice === 'abstain' ? {} : { reason }) };
    await ask(name, 'POST /api/approvals/:requestKey/vote', { params, body });
  }
}
const draft = (title: string, text: string) => ({
  title,
  area: 'area-personal-data',
  jobTitles: [],
  mustAcknowledge: false,
  reviewMonths: 12,
  summary: 'Sådan gør vi nu.',
  text,
});
/** A procedure approved by its centre manager but not the committee; its keys. */
async function aProcedure(
  { ask, journey, person }: TabWorld,
  by: string,
  manager: string,
  title: string,
  file = false,
) {
  const { key } = await ask(by, 'POST /api/procedures', {
    body: {
      kind: 'procedure',
      centreId: 'oekonomi-personale-og-digitalisering',
      ...draft(title, '## Sådan gør du\n\nAlle nøgler kvitteres ud og ind.'),
    },
  });
  if (file) await journey.upload(await person(by), `/api/procedures/${key}/draft/file`, 'skilt.png', png);
  const request = await submit({ ask }, by, key);
  await vote({ ask }, request, { [manager]: 'approve' });
  return { key, request };
}
async function submit({ ask }: Asking, by: string, procedureKey: string): Promise<string> {
  const { coming } = await ask(by, 'POST /api/procedures/:procedureKey/submit', { params: { procedureKey } });
  return coming?.approval?.requestKey ?? '';
}

/**
 * Open requests: of a procedure in its second round, of others, of a measure, and of the policy awaiting Byrådet; an
 * agenda.
 */
export async function withRequests(all: TabWorld): Promise<Record<string, string>> {
  const { ask, person } = all;
  // Emre Aydın of the committee is on leave; Fatima El-Sayed is his deputy.
  const { assignments } = await ask('ciso', 'GET /api/organisation/assignments', {});
  const seat = assignments.find(({ role, person: { name } }) => role === 'securityCommittee' && name === 'Emre Aydın');
  const { id: personId } = await person('Fatima El-Sayed');
  const key = seat?.key ?? 'none';
  await ask('ciso', 'POST /api/organisation/assignments/:key/deputy', { params: { key }, body: { personId } });
  const emre = { personId: seat?.person.id ?? 'none' };
  const away = { from: today, to: addDays(today, 60) };
  await ask('Emre Aydın', 'PUT /api/absences/:personId', { params: emre, body: away });

  // A procedure in its second round.
  const { key: procedureKey } = await ask('Mette Sørensen', 'POST /api/procedures', {
    body: {
      kind: 'procedure',
      centreId: 'voksne-og-velfaerd',
      ...draft(journals, '## Sådan gør du\n\n1. Bed om legitimation.\n2. Slå sagen op.'),
    },
  });
  const first = await submit(all, 'Mette Sørensen', procedureKey);
  // The committee was asked in the first, and sees what is new since then.
  await vote(all, first, { 'Hanne Toft Lauridsen': 'approve' });
  const asking = [chair, 'Hanne Toft Lauridsen', 'Kirsten Vang Poulsen', 'Rasmus Krogh Damgaard'];
  await vote(all, first, Object.fromEntries(asking.map((name) => [name, 'askChanges'])), 'Samtykke mangler.');
  await ask('Mette Sørensen', 'PUT /api/procedures/:procedureKey/draft', {
    params: { procedureKey },
    body: draft(
      journals,
      '## Sådan gør du\n\n1. Bed om legitimation.\n2. Slå sagen op, og se, om der er samtykke.\n\nSkriv i journalen, hvad du har udleveret.',
    ),
  });
  const journalsKey = await submit(all, 'Mette Sørensen', procedureKey);
  await vote(all, journalsKey, {
    'Hanne Toft Lauridsen': 'approve',
    [chair]: 'approve',
    'Kirsten Vang Poulsen': 'approve',
  });
  const keys = await aProcedure(all, 'Julie Nørgaard', 'Kirsten Vang Poulsen', 'Nøgler og adgangskort');
  const photo = await aProcedure(all, 'Julie Nørgaard', 'Kirsten Vang Poulsen', 'Skiltning ved arkivet', true);
  await vote(all, photo.request, {
    [chair]: 'approve',
    'Hanne Toft Lauridsen': 'approve',
    'Kirsten Vang Poulsen': 'approve',
    'Rasmus Krogh Damgaard': 'reject',
  });

  const measure = await ask('ciso', 'POST /api/measures', {
    body: {
      title: 'Aflåste skabe til papirsager',
      background: 'Papirsager ligger fremme natten over.',
      costOnce: 62_000,
      costYearly: 0,
      risk: 'Uvedkommende kan læse dem',
      recommendation: 'Godkend købet',
      steps: [],
    },
  });
  const sent = await ask('ciso', 'POST /api/measures/:measureKey/submit', { params: { measureKey: measure.key } });
  const lockers = sent.approval?.requestKey ?? '';
  const tied = {
    [chair]: 'approve',
    'Hanne Toft Lauridsen': 'approve',
    'Kirsten Vang Poulsen': 'reject',
    'Rasmus Krogh Damgaard': 'reject',
  } as const;
  await vote(all, lockers, tied);

  // The policy awaits Byrådet.
  const { current } = await ask('ciso', 'POST /api/policy/reapprove', {});
  const policy = current?.approval?.requestKey ?? '';
  await vote(all, policy, { ...tied, 'Vibeke Ørum Clausen': 'reject', 'Fatima El-Sayed': 'approve' });
  const management = assignments.filter(({ role, state }) => role === 'corporateManagement' && state === 'current');
  await vote(all, policy, Object.fromEntries(management.slice(0, 7).map(({ person: { name } }) => [name, 'approve'])));

  const agenda = await ask('ciso', 'POST /api/agendas', {
    body: {
      title: 'Udvalgsmøde i december',
      body: 'securityCommittee',
      meetsOn: '2026-12-01',
      note: 'Læs udkastet til journaler, før vi mødes.',
      requestKeys: [journalsKey, koerelister, esdh, keys.request],
    },
  });
  return { journals: journalsKey, keys: keys.request, photo: photo.request, lockers, policy, agenda: agenda.key };
}
