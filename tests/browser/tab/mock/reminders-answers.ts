import { cadenceBody, wishesBody, type CadenceView } from '../../../../api/reminders/contract.ts';
import { freshness, now, today, type Persona } from './answers.ts';
import { refAt } from './people.ts';
import type { RemindersState } from './reminders-state.ts';

interface Asked {
  persona: Persona;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}
const standard = { before: [14, 3], onTheDay: true, overdueEvery: 7, coordinatorAfter: 7, managerAfter: 14 };
const kinds: readonly CadenceView[] = [
  { ...standard, kind: 'acknowledgePolicy', legallyRequired: true, isDefault: true },
  { ...standard, kind: 'takeCourse', before: [30, 14, 3], legallyRequired: true, isDefault: true },
  { ...standard, kind: 'doWheelTask', before: [14], committeeAfter: 30, legallyRequired: false, isDefault: true },
];

export const freshReminders = (): RemindersState => ({
  cadences: new Map(kinds.map((cadence) => [cadence.kind, cadence])),
  wishes: undefined,
});

const dayMilliseconds = 86_400_000;
const after = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
const holidays: Record<string, string> = { '2026-12-25': 'Juledag' };
const isWorking = (day: string) => !isWeekend(day) && holidays[day] === undefined;
function nextWorking(day: string): string {
  const next = after(day, 1);
  return isWorking(next) ? next : nextWorking(next);
}

const policyLine = {
  kind: 'acknowledgePolicy',
  title: 'Informationssikkerhedspolitik 4.0',
  due: '2026-12-06',
  daysLeft: 11,
};
const courseLine = { kind: 'takeCourse', title: 'Årligt GDPR-kursus', due: '2026-11-18', daysLeft: -7 };
const wheelLine = { kind: 'doWheelTask', title: 'Ryd op i fællespostkasser', due: '2026-12-09', daysLeft: 14 };

const digestAt = (position: number) => ({
  person: refAt(position),
  hour: 8 + (position % 4 === 0 ? 2 : 0),
  lines: [
    { ...wheelLine, step: 'before' as const },
    ...(position % 2 === 0 ? [{ ...courseLine, step: 'overdue' as const }] : []),
    ...(position % 5 === 0 ? [policyLine] : []),
  ],
  others:
    position % 7 === 0
      ? [{ overdue: 1_813, groups: [{ kind: courseLine.kind, title: courseLine.title, count: 590 }] }]
      : [],
  ...(position % 11 === 3 ? { unreachable: 'noTeams' } : {}),
});

function preview({ query }: Asked) {
  const day = query.get('day') ?? nextWorking(today);
  const q = (query.get('q') ?? '').toLowerCase();
  const offset = Number(query.get('offset') ?? 0);
  const digests = Array.from({ length: isWorking(day) ? 64 : 0 }, (_, position) => digestAt(position + 40));
  const found = digests.filter(({ person }) => person.name.toLowerCase().includes(q));
  return {
    day,
    working: isWorking(day),
    ...(holidays[day] === undefined ? {} : { holiday: holidays[day] }),
    nextWorkingDay: nextWorking(day),
    total: found.length,
    unreachable: found.filter(({ unreachable }) => unreachable !== undefined).length,
    digests: found.slice(offset, offset + Number(query.get('limit') ?? 50)),
    freshness,
  };
}

const logDays = ['2026-11-24', '2026-11-23', '2026-11-20', '2026-11-19'];
const logRows = Array.from({ length: 72 }, (_, position) => ({
  person: refAt(position + 60),
  state: position % 13 === 4 ? 'notApplicable' : 'sent',
  ...(position % 13 === 4 ? { code: 'noTeams' } : {}),
  at: now,
  lines: [
    { kind: wheelLine.kind, title: wheelLine.title, due: wheelLine.due, doneSince: position % 3 === 0 },
    ...(position % 2 === 0
      ? [{ kind: courseLine.kind, title: courseLine.title, due: courseLine.due, doneSince: position % 4 === 0 }]
      : []),
  ],
  others: position % 9 === 0 ? [{ overdue: 12, groups: [] }] : [],
}));

function logOf({ query }: Asked) {
  const q = (query.get('q') ?? '').toLowerCase();
  const offset = Number(query.get('offset') ?? 0);
  const found = logRows.filter(({ person }) => person.name.toLowerCase().includes(q));
  return { rows: found.slice(offset, offset + Number(query.get('limit') ?? 50)), total: found.length, freshness };
}

const cadenceOf = (kind: string, state: RemindersState): CadenceView => {
  const cadence = state.cadences.get(kind);
  if (!cadence) throw new Error(`no cadence ${kind}`);
  return cadence;
};

const wishesOf = (state: RemindersState) => ({
  ...(state.wishes ?? { hour: 8, rhythm: 'daily' as const, weekday: 1, muted: [] }),
  kinds: kinds.map(({ kind, legallyRequired }) => ({ kind, legallyRequired })),
  isDefault: state.wishes === undefined,
  freshness,
});

export const reminderHandlers = (state: RemindersState): Record<string, (asked: Asked) => unknown> => ({
  'GET /api/reminders/cadences': ({ persona }) => ({
    cadences: [...state.cadences.values()],
    abilities: { edit: persona === 'ciso', seePeople: true },
    freshness,
  }),
  'PUT /api/reminders/cadences/:kind': ({ params, body }) => {
    const kind = params['kind'] ?? '';
    const { legallyRequired } = cadenceOf(kind, state);
    const changed: CadenceView = {
      ...cadenceBody.parse(body),
      kind,
      legallyRequired,
      isDefault: false,
      changedBy: refAt(40),
      changedAt: now,
    };
    state.cadences.set(kind, changed);
    return changed;
  },
  'DELETE /api/reminders/cadences/:kind': ({ params }) => {
    const kind = params['kind'] ?? '';
    const original = kinds.find((cadence) => cadence.kind === kind) ?? cadenceOf(kind, state);
    state.cadences.set(kind, original);
    return original;
  },
  'GET /api/reminders/preview': preview,
  'GET /api/reminders/log': () => ({
    days: logDays.map((day, position) => ({
      day,
      counts: { sent: 66, notApplicable: 6 },
      told: 66 - position,
      doneSince: 20 + position * 7,
      closed: false,
    })),
    abilities: { seePeople: true },
    freshness,
  }),
  'GET /api/reminders/log/:day': logOf,
  'GET /api/reminders/wishes': () => wishesOf(state),
  'PUT /api/reminders/wishes': ({ body }) => {
    state.wishes = wishesBody.parse(body);
    return wishesOf(state);
  },
});
