import type { z } from 'zod';
import type { approvalSummary, wayView } from '../../../../api/approvals/contract.ts';
import type { differenceBlock } from '../../../../api/difference/contract.ts';
import type { commentView, policyVersionView } from '../../../../api/policy/contract.ts';
import { refAt } from './people.ts';

type Summary = z.input<typeof approvalSummary>;
type Comment = z.input<typeof commentView>;
type Version = z.input<typeof policyVersionView>;

const now = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: now, stale: false };

/** The policy's way to Byrådet, and what is said about drafts. */
export interface PolicyWayState {
  yearly?: Summary;
  comments: Comment[];
}
export const freshPolicyWay = (): PolicyWayState => ({ comments: [] });

const bodies = ['securityCommittee', 'corporateManagement', 'cityCouncil'] as const;
const rule = (body: (typeof bodies)[number]) => (body === 'cityCouncil' ? 'external' : 'quorum');

export const way = (): z.input<typeof wayView> =>
  bodies.map((body, index) => ({
    ...{ body, rule: rule(body), days: body === 'cityCouncil' ? 60 : 14 },
    people: body === 'cityCouncil' ? [] : Array.from({ length: 5 }, (_, position) => refAt(80 + index * 9 + position)),
  }));

/** A request that has been approved by so many bodies, and stands at the next. */
export function request(key: string, approvedBy: number, changes: Partial<Summary> = {}): Summary {
  return {
    ...{ requestKey: key, round: 1, state: 'open', submittedAt: '2026-10-01T08:00:00.000Z', submittedBy: refAt(40) },
    reasons: [],
    stages: bodies.map((body, index) => ({
      ...{ number: index + 1, body, rule: rule(body), voted: index < approvedBy ? 4 : 0, seats: 5 },
      ...(index < approvedBy
        ? { state: 'approved', closedAt: `2026-10-${10 + index * 10}T08:00:00.000Z` }
        : stageOf(index)),
    })),
    ...changes,
  };
  function stageOf(index: number) {
    if (index > approvedBy) return { state: 'waiting' as const };
    return { state: 'open' as const, openedAt: '2026-11-01T08:00:00.000Z', days: 23, dueOn: '2026-12-08' };
  }
}

/** A request that the committee has sent back. */
export const sentBack = (key: string): Summary => {
  const asked = request(key, 0);
  const [first, ...later] = asked.stages;
  if (!first) throw new Error('no stages');
  const { body, number, voted, seats } = first;
  return {
    ...asked,
    state: 'returned',
    endedAt: now,
    reasons: [{ person: refAt(81), choice: 'askChanges', text: 'Skriv, hvem der gør det.' }],
    stages: [
      { ...{ body, number, voted, seats, rule: 'quorum', state: 'returned' }, closedAt: now },
      ...later.map((stage) => ({ ...stage, state: 'skipped' as const })),
    ],
  };
};

const blocks: z.input<typeof differenceBlock>[] = [
  { kind: 'same', text: '# Formål' },
  { kind: 'same', text: 'Kommunen passer på borgernes oplysninger.' },
  {
    kind: 'changed',
    text: 'Adgangskoder er mindst **14** tegn.',
    parts: [
      { text: 'Adgangskoder er mindst **', kind: 'same' },
      { text: '12', kind: 'removed' },
      { text: '14', kind: 'added' },
      { text: '** tegn.', kind: 'same' },
    ],
  },
  { kind: 'added', text: '- AI-værktøjer skal være *godkendt*.' },
  { kind: 'removed', text: 'Brug kun papir.' },
  { kind: 'same', text: '## Opfølgning' },
];

const commentsOf = (state: PolicyWayState) => ({
  comments: state.comments,
  open: state.comments.filter(({ resolved }) => !resolved).length,
  abilities: { comment: true },
  freshness,
});

interface Asked {
  params: Record<string, string>;
  body: Record<string, unknown>;
}

/** Sends drafts and the version in force, and keeps what is said about drafts. */
export function policyWayHandlers(own: PolicyWayState, drafts: Map<string, Version>) {
  const keyOf = ({ params }: Asked) => params['versionKey'] ?? '';
  const draft = (key: string) => {
    const found = drafts.get(key);
    if (!found) throw new Error(`no draft ${key}`);
    return found;
  };
  return {
    'POST /api/policy/versions/:versionKey/submit': (asked: Asked) => {
      const key = keyOf(asked);
      const sent = {
        ...draft(key),
        approval: request(`policyVersion_${key}_1`, 0),
        abilities: { ...draft(key).abilities, edit: false, publish: false, submit: false },
      } satisfies Version;
      drafts.set(key, sent);
      return sent;
    },
    'GET /api/policy/versions/:versionKey/difference': () => ({ against: { key: 'v4.0', number: '4.0' }, blocks }),
    'GET /api/policy/versions/:versionKey/comments': () => commentsOf(own),
    'POST /api/policy/versions/:versionKey/comments': ({ body }: Asked) => {
      const paragraph = body['paragraph'];
      own.comments.push({
        ...{ key: `c${own.comments.length}`, by: refAt(40), at: now, text: String(body['text']), outdated: false },
        ...(typeof paragraph === 'string' ? { paragraph } : {}),
        abilities: { answer: true, resolve: true, remove: true },
      });
      return commentsOf(own);
    },
    'POST /api/policy/versions/:versionKey/comments/:commentKey/resolve': ({ params, body }: Asked) => {
      own.comments = own.comments.map(({ resolved, ...comment }) => {
        if (comment.key !== params['commentKey']) return { ...comment, ...(resolved ? { resolved } : {}) };
        return { ...comment, ...(body['resolved'] ? { resolved: { by: refAt(40), at: now } } : {}) };
      });
      return commentsOf(own);
    },
    'POST /api/policy/versions/:versionKey/comments/:commentKey/answer': ({ params, body }: Asked) => {
      own.comments = own.comments.map((comment) =>
        comment.key === params['commentKey']
          ? { ...comment, answer: { by: refAt(40), at: now, text: String(body['text']) } }
          : comment,
      );
      return commentsOf(own);
    },
    'DELETE /api/policy/versions/:versionKey/comments/:commentKey': ({ params }: Asked) => {
      own.comments = own.comments.filter(({ key }) => key !== params['commentKey']);
      return commentsOf(own);
    },
  };
}

/** When the policy was approved and must be again. */
export const yearly = (state: PolicyWayState) => ({
  ...{
    approvedOn: '2025-12-09',
    approvedNumber: '4.0',
    isCurrentApproved: true,
    nextDue: '2026-12-09',
    daysLeft: 15,
    reapprove: state.yearly === undefined,
  },
  ...(state.yearly ? { approval: state.yearly } : {}),
});
