import type { z } from 'zod';
import {
  handOverBody,
  obligationsContract,
  type AbsenceView,
  type ObligationRow,
} from '../../../../api/obligations/contract.ts';
import { freshness, now, today, type MockState, type Persona } from './answers.ts';
import type { Debt, ObligationsState } from './obligations-state.ts';
import { centres, personAt, refAt } from './people.ts';

type PeopleQuery = z.output<(typeof obligationsContract)['GET /api/obligations/people']['query']>;
interface Asked {
  persona: Persona;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}
const personalKinds = ['acknowledgePolicy', 'takeCourse'];
const policyTitle = 'Informationssikkerhedspolitik 4.0';
const courseTitle = 'Årligt GDPR-kursus';
const wheelTitles = [
  'Gennemgå adgangsrettigheder i fagsystemerne',
  'Afprøv nødproceduren for omsorgssystemet',
  'Ryd op i fællespostkasser',
  'Tilsyn med papirarkivet',
];
const dueDays = [-11, 3, 12, 26, 40, 5, 19, 12, 61, 33];
const dayMilliseconds = 86_400_000;
const dayFrom = (days: number) => new Date(Date.parse(today) + days * dayMilliseconds).toISOString().slice(0, 10);
const daysTo = (day: string) => Math.round((Date.parse(day) - Date.parse(today)) / dayMilliseconds);
const isk = 9;
const mette = 36;
const readerOf = (persona: Persona) => (persona === 'isk' ? isk : 18);
/** ISK of a centre in this municipality. */
const iskOf = (position: number) => isk + (position % centres.length);

const debt = (owner: number, kind: string, title: string, days: number, more: Partial<Debt> = {}): Debt => ({
  key: `${kind}_${owner}_${days}`,
  kind,
  title,
  due: dayFrom(days),
  owner,
  ...more,
});

const ownDebts = (): Debt[] => [
  debt(isk, 'acknowledgePolicy', policyTitle, 12),
  debt(isk, 'takeCourse', courseTitle, -4),
  debt(isk, 'doWheelTask', wheelTitles[0] ?? '', 3, { passed: { reason: 'onLeave', from: refAt(mette) } }),
  debt(isk, 'doWheelTask', wheelTitles[1] ?? '', 21, {
    passed: { reason: 'handedOver', from: refAt(45), note: 'Nøglen til rummet har Åse' },
  }),
  debt(isk, 'doWheelTask', wheelTitles[2] ?? '', 57),
  debt(isk, 'doWheelTask', wheelTitles[3] ?? '', -20, { done: true }),
];

const otherDebts = (): Debt[] =>
  Array.from({ length: 150 }, (_, position) => {
    const owner = 20 + position;
    const days = dueDays[position % dueDays.length] ?? 12;
    if (position % 3 === 0) return debt(owner, 'acknowledgePolicy', policyTitle, 12, { done: position % 12 === 0 });
    if (position % 3 === 1) return debt(owner, 'takeCourse', courseTitle, days);
    return debt(owner, 'doWheelTask', wheelTitles[position % wheelTitles.length] ?? '', days);
  });
/** One person with several of each kind. */
const metteDebts = (): Debt[] => [
  debt(mette, 'doWheelTask', wheelTitles[1] ?? '', -6),
  debt(mette, 'doWheelTask', wheelTitles[3] ?? '', 9),
  debt(mette, 'doWheelTask', wheelTitles[2] ?? '', 33),
];

export const freshObligations = (): ObligationsState => ({
  debts: [...ownDebts(), ...metteDebts(), ...otherDebts().filter(({ owner }) => owner !== isk)],
  handOvers: [
    {
      key: 'h1',
      title: 'Opdatér listen over nøgler til serverrummet',
      kind: 'doWheelTask',
      from: refAt(isk),
      to: refAt(27),
      note: 'Du har nøglerne.',
      by: refAt(isk),
      at: '2026-11-10T08:00:00.000Z',
      until: '2026-12-31',
      abilities: { end: true },
    },
  ],
  absences: new Map(),
});

/** The rows as leave and hand-over leave them. */
function rowsOf(state: ObligationsState): ObligationRow[] {
  return state.debts.map(({ key, kind, title, due, owner, done, passed }) => {
    const personal = personalKinds.includes(kind);
    const handOver = state.handOvers.find((known) => known.key === key);
    const named = handOver?.to ?? refAt(owner);
    const away = state.absences.has(named.id);
    const moved = away && !personal;
    const person = moved ? refAt(iskOf(owner)) : named;
    const why = handOver ? { reason: 'handedOver' as const, from: refAt(owner) } : passed;
    const because = moved ? { reason: 'onLeave' as const, from: named } : why;
    const waits = away && personal ? 'paused' : 'open';
    return {
      key,
      kind,
      title,
      due,
      since: '2026-11-01',
      daysLeft: daysTo(due),
      path: kind === 'acknowledgePolicy' ? '/policy' : '/tasks',
      state: done ? 'done' : waits,
      personal,
      ...(because ? { passed: because } : {}),
      person,
      centre: centres[owner % centres.length],
      away: state.absences.has(person.id),
      abilities: { handOver: !personal && !done, nudge: false },
    };
  });
}

const reachOf = (persona: Persona, rows: readonly ObligationRow[]) =>
  persona === 'ciso' ? rows : rows.filter(({ centre }) => centre?.id === 'c1');

/** What a person owes, as the contract's views of me want it too. */
export const owedBy = (persona: Persona, state: ObligationsState): ObligationRow[] =>
  rowsOf(state)
    .filter(({ person, state: now }) => person.id === `p${readerOf(persona)}` && now === 'open')
    .sort((one, other) => one.due.localeCompare(other.due));

const shows: Record<PeopleQuery['show'], (row: ObligationRow) => boolean> = {
  open: ({ state }) => state === 'open',
  overdue: ({ state, daysLeft }) => state === 'open' && daysLeft < 0,
  soon: ({ state, daysLeft }) => state === 'open' && daysLeft >= 0 && daysLeft <= 7,
  paused: ({ state }) => state === 'paused',
  done: ({ state }) => state === 'done',
};

/** What a person owes, and what others do while the person is away. */
const isAbout = ({ person, passed }: ObligationRow, personId: string, { absences }: ObligationsState) =>
  person.id === personId || (absences.has(personId) && passed?.from?.id === personId);

function people({ persona, query }: Asked, state: ObligationsState) {
  const asked = obligationsContract['GET /api/obligations/people'].query.parse(Object.fromEntries(query));
  const { centreId, personId, kind, show, q = '', sort, direction, offset, limit } = asked;
  const inReach = reachOf(persona, rowsOf(state));
  const found = inReach
    .filter(shows[show])
    .filter((row) => (!centreId || row.centre?.id === centreId) && (!personId || isAbout(row, personId, state)))
    .filter((row) => (!kind || row.kind === kind) && row.person.name.toLowerCase().includes(q.toLowerCase()));
  const orderOf = (row: ObligationRow) =>
    ({ due: row.due, name: row.person.name, centre: row.centre?.title ?? '', kind: row.kind })[sort];
  found.sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'da') * (direction === 'up' ? 1 : -1));
  return {
    rows: found.slice(offset, offset + limit),
    total: found.length,
    kinds: [...new Set(inReach.map((row) => row.kind))],
    abilities: { handOver: true },
    freshness,
  };
}

function centreRows({ persona }: Asked, state: ObligationsState) {
  const rows = rowsOf(state);
  const shown = persona === 'ciso' ? centres : centres.slice(0, 1);
  return {
    centres: shown.map((centre, position) => {
      const own = rows.filter((row) => row.centre?.id === centre.id);
      const count = (show: PeopleQuery['show']) => own.filter(shows[show]).length;
      return {
        centre,
        people: 200 + position * 31,
        open: count('open'),
        overdue: count('overdue'),
        soon: count('soon'),
        paused: count('paused'),
        passed: own.filter(({ passed, state: now }) => now === 'open' && passed?.reason === 'onLeave').length,
        managers: [refAt(27 + position)],
        coordinators: position === 4 ? [] : [refAt(isk + position)],
        abilities: { seePeople: true },
      };
    }),
    abilities: { seePeople: true },
    freshness,
  };
}

function handOver({ body, persona }: Asked, state: ObligationsState) {
  const { fromPersonId, toPersonId, keys, until, note } = handOverBody.parse(body);
  const owed = rowsOf(state).filter(({ person, state: now }) => person.id === fromPersonId && now !== 'done');
  const asked = keys ? owed.filter(({ key }) => keys.includes(key)) : owed;
  const moving = asked.filter((row) => row.abilities.handOver);
  for (const { key, title, kind } of moving) {
    state.handOvers = state.handOvers.filter((known) => known.key !== key);
    state.handOvers.push({
      key,
      title,
      kind,
      from: refAt(Number(fromPersonId.slice(1))),
      to: refAt(Number(toPersonId.slice(1))),
      note,
      by: refAt(readerOf(persona)),
      at: now,
      ...(until ? { until } : {}),
      abilities: { end: true },
    });
  }
  const kept = asked.filter((row) => !row.abilities.handOver);
  return { handedOver: moving.length, kept: kept.map(({ title }) => ({ title, reason: 'personal' })) };
}

function endHandOver({ params }: Asked, state: ObligationsState) {
  const ended = state.handOvers.find(({ key }) => key === params['key']);
  if (!ended) throw new Error('no such hand-over');
  state.handOvers = state.handOvers.filter((known) => known !== ended);
  return { ...ended, abilities: { end: false } };
}

/** On leave what waits and what others do; without leave what would. */
function absence(personId: string, state: ObligationsState): AbsenceView {
  const leave = state.absences.get(personId);
  const away = new Map(state.absences).set(personId, leave ?? { from: today });
  const rows = rowsOf({ ...state, absences: away });
  return {
    person: refAt(Number(personId.slice(1))),
    ...leave,
    paused: rows.filter(({ person, state: now }) => person.id === personId && now === 'paused').length,
    passed: rows.filter(({ passed }) => passed?.reason === 'onLeave' && passed.from?.id === personId).length,
    mostDays: 366,
    abilities: { change: true },
  };
}

/** What the ordinary readers of the tests owe: the policy, until they have acknowledged it. */
const policyRow = (persona: Persona, { receipts }: MockState): ObligationRow => ({
  key: 'o1',
  kind: 'acknowledgePolicy',
  title: policyTitle,
  due: dayFrom(12),
  since: '2026-11-18',
  daysLeft: 12,
  path: '/policy',
  state: receipts.has(persona) ? 'done' : 'open',
  personal: true,
  person: refAt(readerOf(persona)),
  centre: centres[0],
  away: false,
  abilities: { handOver: false, nudge: false },
});

export const obligationHandlers = (
  all: MockState,
  state = all.obligations,
): Record<string, (asked: Asked) => unknown> => ({
  'GET /api/obligations': ({ persona, query }) => {
    const done = query.get('show') === 'done';
    const mine =
      persona === 'isk'
        ? rowsOf(state).filter(({ person }) => person.id === `p${readerOf(persona)}`)
        : [policyRow(persona, all)];
    return {
      obligations: mine.filter((row) => (row.state === 'done') === done),
      handedOver: state.handOvers.filter(({ from }) => from?.id === `p${readerOf(persona)}`),
      freshness,
    };
  },
  'GET /api/obligations/centres': (asked) => centreRows(asked, state),
  'GET /api/obligations/people': (asked) => people(asked, state),
  'GET /api/obligations/hand-overs': ({ persona }) => ({
    handOvers: state.handOvers.filter(
      ({ from }) => persona === 'ciso' || personAt(Number(from?.id.slice(1) ?? 0)).centreId === 'c1',
    ),
    freshness,
  }),
  'POST /api/obligations/hand-over': (asked) => handOver(asked, state),
  'POST /api/obligations/hand-overs/:key/end': (asked) => endHandOver(asked, state),
  'GET /api/initiatives/:centreId': ({ params, persona }) => {
    const centre = centres.find(({ id }) => id === params['centreId']) ?? centres[0];
    const improve = persona !== 'employee';
    return { centre, key: `centre.${centre?.id}`, improvementList: [], abilities: { improve }, freshness };
  },
  'GET /api/absences/:personId': ({ params }) => absence(params['personId'] ?? '', state),
  'PUT /api/absences/:personId': ({ params, body }) => {
    const personId = params['personId'] ?? '';
    state.absences.set(personId, obligationsContract['PUT /api/absences/:personId'].body.parse(body));
    return absence(personId, state);
  },
  'DELETE /api/absences/:personId': ({ params }) => {
    state.absences.delete(params['personId'] ?? '');
    return absence(params['personId'] ?? '', state);
  },
});
