import type { z } from 'zod';
import type { approvalView, stageView } from '../../../../api/approvals/contract.ts';
import { centres, refAt } from './people.ts';

type View = z.input<typeof approvalView>;
export type MockStage = z.input<typeof stageView>;
type Seat = MockStage['seats'][number];
type Choice = NonNullable<Seat['vote']>['choice'];

/** What is stored of a request; what the reader may do with it is worked out when it is asked for. */
export type MockRequest = Pick<
  View,
  | 'key'
  | 'title'
  | 'subjectKind'
  | 'path'
  | 'centre'
  | 'round'
  | 'purpose'
  | 'state'
  | 'submittedBy'
  | 'submittedAt'
  | 'endedAt'
  | 'summary'
  | 'content'
  | 'file'
  | 'contentHash'
  | 'contentChanged'
  | 'difference'
  | 'rounds'
> & { stages: MockStage[]; events: View['events'] };
export interface MockAgenda {
  key: string;
  title: string;
  body: MockStage['body'];
  meetsOn: string;
  note: string;
  state: 'draft' | 'sent' | 'closed';
  sentAt?: string;
  requestKeys: string[];
}
export interface ApprovalsState {
  requests: Map<string, MockRequest>;
  agendas: Map<string, MockAgenda>;
}

/** The reader in the tests of approvals: a member of the committee, and who records for the council. */
export const member = refAt(18);
const [author, chair, coordinator] = [refAt(9), refAt(40), refAt(12)];
const sent = '2026-11-20T08:15:00.000Z';

const vote = (choice: Choice, at: string, reason?: string): NonNullable<Seat['vote']> => ({
  choice,
  at,
  via: choice === 'approve' ? 'card' : 'tab',
  ...(reason ? { reason } : {}),
});
const seat = (holder: Seat['holder'], more: Partial<Seat> = {}): Seat => ({ holder, chair: false, ...more });

type Given = Partial<MockStage> & Pick<MockStage, 'body' | 'rule'>;
const stage = (number: number, given: Given): MockStage => ({
  number,
  state: 'open',
  openedAt: sent,
  dueOn: '2026-11-27',
  seats: [],
  tally: { approve: 0, reject: 0, askChanges: 0, abstain: 0, seats: 0 },
  ...given,
});
const waiting = (number: number, body: MockStage['body'], rule: MockStage['rule'], seats: Seat[] = []): MockStage => ({
  number,
  body,
  rule,
  seats,
  state: 'waiting',
  tally: { approve: 0, reject: 0, askChanges: 0, abstain: 0, seats: seats.length },
});
const decided = (number: number, given: Given): MockStage =>
  stage(number, { state: 'approved', closedAt: '2026-11-21T10:00:00.000Z', closedBy: 'votes', ...given });

const committee = (votes: readonly (NonNullable<Seat['vote']> | undefined)[], away?: Partial<Seat>): Seat[] =>
  [chair, member, coordinator, refAt(3), refAt(5)].map((holder, position) => {
    const given = votes[position];
    return seat(holder, {
      chair: position === 0,
      ...(given ? { vote: given } : {}),
      ...(position === 4 ? away : {}),
    });
  });

const request = (key: string, given: Partial<MockRequest> & Pick<MockRequest, 'title' | 'stages'>): MockRequest => ({
  key,
  subjectKind: 'procedureVersion',
  path: `/procedures/${key}`,
  round: 1,
  state: 'open',
  submittedBy: author,
  submittedAt: sent,
  summary: '',
  content: '',
  contentHash: `${key}-5f2b7c0d9e1a4836b1f0c2d3e4a5968778695a4b3c2d1e0f9a8b7c6d5e4f3021`,
  contentChanged: false,
  rounds: [{ key, round: given.round ?? 1, state: given.state ?? 'open', submittedAt: sent }],
  events: [
    { at: sent, what: 'submitted', person: given.submittedBy ?? author },
    { at: sent, what: 'stageOpened', stage: 1, body: given.stages[0]?.body },
  ],
  ...given,
});

const text = `# Udlevering af journaler

Journaler udleveres kun til den, der har krav på dem.

## Sådan gør du

1. Bed om legitimation.
2. Slå sagen op, og se, om der er samtykke.
3. Skriv i journalen, hvad du har udleveret, til hvem og hvornår.

Er du i tvivl, så spørg din ISK, før du udleverer noget.`;

const yes = (time: string) => vote('approve', `2026-11-23T${time}:00.000Z`);

const waitingForMe = (): MockRequest[] => [
  request('journals', {
    title: 'Udlevering af journaler',
    centre: centres[0],
    round: 2,
    summary: 'Trin 2 siger nu, at samtykket skal slås op.\nNyt: skriv i journalen, hvad du har udleveret.',
    content: text,
    stages: [
      decided(1, {
        body: 'centreManager',
        centre: centres[0],
        rule: 'one',
        seats: [seat(refAt(27), { vote: yes('08:00') })],
      }),
      stage(2, {
        body: 'securityCommittee',
        rule: 'quorum',
        quorum: 3,
        seats: committee([yes('09:10'), undefined, yes('09:40')], { deputy: refAt(6) }),
      }),
    ],
    difference: {
      against: 'round',
      title: 'Udlevering af journaler, 1. runde',
      blocks: [
        { kind: 'same', text: 'Journaler udleveres kun til den, der har krav på dem.' },
        {
          kind: 'changed',
          text: '2. Slå sagen op, og se, om der er samtykke.',
          parts: [
            { text: '2. Slå sagen op', kind: 'same' },
            { text: ', og se, om der er samtykke', kind: 'added' },
            { text: '.', kind: 'same' },
          ],
        },
        { kind: 'added', text: '3. Skriv i journalen, hvad du har udleveret, til hvem og hvornår.' },
      ],
    },
    rounds: [
      { key: 'journals-1', round: 1, state: 'returned', submittedAt: '2026-11-02T09:00:00.000Z' },
      { key: 'journals', round: 2, state: 'open', submittedAt: sent },
    ],
  }),
  request('keys', {
    title: 'Nøgler og adgangskort',
    centre: centres[2],
    submittedBy: refAt(30),
    summary: 'Ny procedure for, hvem der får nøgle, og hvornår den afleveres.',
    content: '# Nøgler\n\nAlle nøgler kvitteres ud og ind.',
    file: {
      name: 'Nøgler og adgangskort.docx',
      size: 184_320,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      hash: 'aa11',
    },
    stages: [stage(1, { body: 'securityCommittee', rule: 'quorum', dueOn: '2026-11-20', seats: committee([]) })],
  }),
  request('policy41', {
    title: 'Informationssikkerhedspolitik 4.1',
    subjectKind: 'policyVersion',
    purpose: 'reapproval',
    path: '/policy/versions/v4.1',
    submittedBy: refAt(40),
    summary: 'Samme politik som sidste år. Den skal godkendes hvert år.',
    content: '# Informationssikkerhedspolitik\n\nVi passer på borgernes oplysninger.',
    stages: [
      decided(1, {
        body: 'securityCommittee',
        rule: 'quorum',
        closedBy: 'chairsVote',
        seats: committee([yes('07:00'), yes('07:05'), yes('07:10')]),
      }),
      stage(2, { body: 'cityCouncil', rule: 'external', openedAt: '2026-11-21T10:00:00.000Z', dueOn: '2026-12-15' }),
    ],
  }),
];

const sentByMe = (): MockRequest[] => [
  request('lockers', {
    title: 'Aflåste skabe til papirsager',
    subjectKind: 'measure',
    path: '/measures/lockers',
    submittedBy: member,
    summary: 'Skabe til 14 lokaler. Koster 62.000 kr. og fjerner den største fysiske risiko.',
    content: '# Baggrund\n\nPapirsager ligger fremme natten over.',
    stages: [
      stage(1, {
        body: 'securityCommittee',
        rule: 'quorum',
        seats: committee([yes('10:00'), undefined]).map((one) =>
          one.holder.id === member.id ? { ...one, barred: 'submitter' as const } : one,
        ),
      }),
      waiting(2, 'corporateManagement', 'quorum', [seat(refAt(44), { chair: true }), seat(refAt(45))]),
    ],
  }),
  request('screens', {
    title: 'Skærme ved skranken',
    centre: centres[6],
    submittedBy: member,
    state: 'returned',
    endedAt: '2026-11-19T13:00:00.000Z',
    summary: 'Skærme vendes væk fra borgerne.',
    content: 'Skærme vendes, så kun medarbejderen kan se dem.',
    stages: [
      decided(1, {
        body: 'centreManager',
        centre: centres[6],
        rule: 'one',
        state: 'returned',
        seats: [
          seat(refAt(33), {
            vote: vote('askChanges', '2026-11-19T13:00:00.000Z', 'Skriv, hvem der bestiller nye skærme.'),
          }),
        ],
      }),
    ],
    events: [
      { at: sent, what: 'submitted', person: member },
      {
        at: '2026-11-19T13:00:00.000Z',
        what: 'voted',
        person: refAt(33),
        choice: 'askChanges',
        text: 'Skriv, hvem der bestiller nye skærme.',
      },
      {
        at: '2026-11-19T13:00:00.000Z',
        what: 'stageClosed',
        stage: 1,
        body: 'centreManager',
        outcome: 'returned',
        closedBy: 'votes',
      },
      { at: '2026-11-19T13:00:00.000Z', what: 'ended', outcome: 'returned' },
    ],
  }),
];

const others = (): MockRequest[] => [
  request('journals-1', {
    title: 'Udlevering af journaler',
    centre: centres[0],
    state: 'returned',
    submittedAt: '2026-11-02T09:00:00.000Z',
    endedAt: '2026-11-06T09:00:00.000Z',
    summary: 'Første udgave.',
    content: 'Journaler udleveres kun til den, der har krav på dem.',
    stages: [
      decided(1, {
        body: 'securityCommittee',
        rule: 'quorum',
        state: 'returned',
        seats: committee([vote('askChanges', '2026-11-05T09:00:00.000Z', 'Samtykke mangler.')]),
      }),
    ],
    rounds: [
      { key: 'journals-1', round: 1, state: 'returned', submittedAt: '2026-11-02T09:00:00.000Z' },
      { key: 'journals', round: 2, state: 'open', submittedAt: sent },
    ],
  }),
  request('photo', {
    title: 'Skiltning ved arkivet',
    centre: centres[3],
    state: 'approved',
    endedAt: '2026-11-12T09:00:00.000Z',
    summary: 'Billede af det nye skilt.',
    file: { name: 'skilt.png', size: 70, type: 'image/png', hash: 'bb22' },
    stages: [
      decided(1, {
        body: 'securityCommittee',
        rule: 'quorum',
        closedBy: 'deadline',
        seats: committee([yes('08:00'), yes('08:20')]),
      }),
    ],
  }),
];

export const freshApprovals = (): ApprovalsState => ({
  requests: new Map([...waitingForMe(), ...sentByMe(), ...others()].map((one) => [one.key, one])),
  agendas: new Map(
    [
      {
        key: 'december',
        title: 'Udvalgsmøde i december',
        body: 'securityCommittee' as const,
        meetsOn: '2026-12-01',
        note: 'Læs udkastet til journaler, før vi mødes.',
        state: 'sent' as const,
        sentAt: '2026-11-23T07:00:00.000Z',
        requestKeys: ['journals', 'keys', 'lockers'],
      },
      {
        key: 'january',
        title: 'Udvalgsmøde i januar',
        body: 'securityCommittee' as const,
        meetsOn: '2027-01-12',
        note: '',
        state: 'draft' as const,
        requestKeys: [],
      },
    ].map((agenda) => [agenda.key, agenda]),
  ),
});
