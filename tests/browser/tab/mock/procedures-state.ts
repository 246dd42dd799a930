import type { z } from 'zod';
import type { areaView, procedureVersionView } from '../../../../api/procedures/contract.ts';
import { refAt } from './people.ts';

export type MockVersion = z.input<typeof procedureVersionView>;
export type MockArea = z.input<typeof areaView>;

/** What is stored of a procedure; what the reader sees of it is worked out when it is asked for. */
export interface MockProcedure {
  key: string;
  kind: 'procedure' | 'guideline';
  centreId?: string;
  /** Newest first. */
  versions: MockVersion[];
  retired?: { reason: string };
}
export interface ProceduresState {
  procedures: Map<string, MockProcedure>;
  areas: MockArea[];
  /** Who has acknowledged what, and when. */
  receipts: Map<string, string>;
}

export const areas = (): MockArea[] => [
  { key: 'access', title: 'Adgang og adgangskoder', decidedBy: 'securityTeam', reviewMonths: 12, closed: false },
  { key: 'records', title: 'Journaler og papirer', decidedBy: 'securityCommittee', reviewMonths: 24, closed: false },
  { key: 'devices', title: 'Udstyr', decidedBy: 'securityTeam', reviewMonths: 12, closed: false },
  { key: 'fax', title: 'Fax', decidedBy: 'securityCommittee', reviewMonths: 12, closed: true },
];

const [known, records] = areas();
if (!known || !records) throw new Error('no areas');

export const aVersion = (given: Partial<MockVersion> & Pick<MockVersion, 'key' | 'title'>): MockVersion => ({
  ...{ number: 1, state: 'valid', area: known, jobTitles: [], mustAcknowledge: true, needsLocal: false },
  ...{ reviewMonths: 12, summary: 'Nyt: journaler låses inde, når du går.', text },
  ...{ madeBy: refAt(9), changedAt: '2026-11-10T09:00:00.000Z' },
  ...(given.state === undefined || given.state === 'valid' ? { validFrom: '2026-11-12', reviewOn: '2027-11-12' } : {}),
  ...given,
});

const text = `# Udlevering af journaler

Journaler udleveres kun til den, de handler om, eller til den, der har fuldmagt.

## Sådan gør du

1. Se legitimation med billede.
2. Skriv i loggen, hvem der fik hvad.
3. Lås skabet igen.

Spørg din ISK, hvis du er i tvivl.`;

const stage = (number: number, given: object) => ({
  ...{ number, rule: 'one' as const, voted: 0, seats: 1 },
  ...given,
});
const sentOn = '2026-11-20T08:15:00.000Z';

/** Sent back by the committee after the centre manager's approval. */
const returned: MockVersion['approval'] = {
  ...{ requestKey: 'r-keys', round: 1, state: 'returned', submittedAt: sentOn, submittedBy: refAt(9) },
  endedAt: '2026-11-23T13:00:00.000Z',
  reasons: [{ person: refAt(40), choice: 'askChanges', text: 'Skriv også, hvad man gør, når en nøgle bliver væk.' }],
  stages: [
    {
      ...stage(1, { voted: 1 }),
      ...{ body: 'centreManager', rule: 'one', state: 'approved' },
      ...{ centre: { id: 'c1', title: 'Center for Voksne og Velfærd' } },
      ...{ openedAt: sentOn, closedAt: '2026-11-21T10:00:00.000Z', days: 1, number: 1, voted: 1, seats: 1 },
    },
    {
      ...{ number: 2, body: 'securityCommittee', rule: 'quorum', state: 'returned', voted: 3, seats: 5 },
      ...{ openedAt: '2026-11-21T10:00:00.000Z', closedAt: '2026-11-23T13:00:00.000Z', days: 2 },
    },
  ],
};
const waiting: MockVersion['approval'] = {
  ...{ requestKey: 'r-mail', round: 2, state: 'open', submittedAt: sentOn, submittedBy: refAt(9), reasons: [] },
  stages: [
    {
      ...{ number: 1, body: 'centreManager', rule: 'one', state: 'approved', voted: 1, seats: 1 },
      ...{ openedAt: sentOn, closedAt: '2026-11-21T10:00:00.000Z', days: 1 },
    },
    {
      ...{ number: 2, body: 'securityTeam', rule: 'one', state: 'open', voted: 0, seats: 3 },
      ...{ openedAt: '2026-11-21T10:00:00.000Z', dueOn: '2026-11-28', days: 3 },
    },
  ],
};

const guidelineTitles = [
  'Adgangskoder og to-faktor',
  'Journaler og papirer på arbejdspladsen',
  'Mobiler, tablets og bærbare',
  'Sikker mail og deling',
  'Besøgende og lokaler',
];
/** What centre number n has of guideline number g. */
const states = ['valid', 'valid', 'missing', 'valid', 'expired', 'draft', 'valid', 'waiting', 'valid'] as const;
export const coverageAt = (guideline: number, centre: number) =>
  states[(guideline * 4 + centre * 2 + (centre > 5 ? 1 : 0)) % states.length] ?? 'missing';
export const guidelineKeys = guidelineTitles.map((_, position) => `g${position + 1}`);

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const file = (name: string, type: string, size: number) => ({ name, type, size, hash: 'a'.repeat(64) });

export const freshProcedures = (): ProceduresState => {
  const guidelines = guidelineTitles.map((title, position): MockProcedure => {
    const key = `g${position + 1}`;
    return {
      ...{ key, kind: 'guideline' },
      versions: [aVersion({ key: `${key}-v1`, title, needsLocal: true, mustAcknowledge: false, summary: '' })],
    };
  });
  const local: MockProcedure[] = [
    {
      ...{ key: 'journal', kind: 'procedure', centreId: 'c1' },
      versions: [
        aVersion({
          ...{ key: 'journal-v2', title: 'Udlevering af journaler', number: 2, area: records },
          ...{ guideline: { key: 'g2', title: guidelineTitles[1] ?? '' }, control: 'A.5.10' },
        }),
        aVersion({ key: 'journal-v1', title: 'Udlevering af journaler', state: 'superseded', validFrom: '2025-10-01' }),
      ],
    },
    {
      ...{ key: 'keys', kind: 'procedure', centreId: 'c1' },
      versions: [aVersion({ key: 'keys-v1', title: 'Nøgler til medicinskabe', state: 'returned', approval: returned })],
    },
    {
      ...{ key: 'mail', kind: 'procedure', centreId: 'c1' },
      versions: [
        aVersion({
          ...{ key: 'mail-v2', title: 'Sikker mail til borgere', number: 2, state: 'waiting', approval: waiting },
          text: text.replace('Lås skabet igen.', 'Lås skabet, og skriv det i loggen.'),
        }),
        aVersion({ key: 'mail-v1', title: 'Sikker mail til borgere', mustAcknowledge: false }),
      ],
    },
    {
      ...{ key: 'mobile', kind: 'procedure', centreId: 'c1' },
      versions: [
        aVersion({
          ...{ key: 'mobile-v1', title: 'Mobiler i hjemmeplejen', state: 'expired', text: '' },
          ...{ validFrom: '2025-10-01', reviewOn: '2026-10-01', mustAcknowledge: false },
          file: file('Mobiler i hjemmeplejen.docx', docx, 48_213),
          fileText:
            '# Mobiler i hjemmeplejen\n\nLås skærmen, når du går ind til en borger.\n\n| Hvem | Hvad |\n| - | - |\n| Vagten | Ringer |',
          fileNotes: [{ kind: 'picture', near: 'Lås skærmen' }],
        }),
      ],
    },
    {
      ...{ key: 'board', kind: 'procedure', centreId: 'c2' },
      versions: [
        aVersion({
          ...{ key: 'board-v1', title: 'Tavlen i personalerummet', text: '', mustAcknowledge: false },
          file: file('Tavlen.png', 'image/png', 812_400),
        }),
      ],
    },
  ];
  return {
    procedures: new Map([...local, ...guidelines].map((procedure) => [procedure.key, procedure])),
    areas: areas(),
    receipts: new Map([['done journal-v2', '2026-11-19T07:05:00.000Z']]),
  };
};
