import {
  ApprovalRequests,
  declareApprovalSubjects,
  submitForApproval,
  voteOnApproval,
  type ApprovalContent,
  type ApprovalRequest,
  type StagePlan,
  type VoteOnApproval,
} from '../../../api/approvals/index.ts';
import { People, RoleAssignments, type RoleAssignment } from '../../../api/organisation/index.ts';
import type { Context } from '../../../api/context.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCentre, anAssignment, aPerson, centre, day, settle, the } from '../organisation/builders.ts';

/** The subject of these tests: a record with mutable text, which counts its notifications. */
export interface Thing {
  content: ApprovalContent | undefined;
  told: string[];
  fails?: Error;
}

export const committee = ['chair', 'mia', 'nils', 'ole', 'pia'] as const;

/** A committee of five, a management of three, a manager and an ISK in the north, a CISO and a secretary. */
export async function aBody(today?: string) {
  const world = memoryContext(today);
  const { context } = world;
  const north = { centreId: centre('nord') };
  await settle(context, {
    centres: [aCentre('nord'), aCentre('syd', { position: 2 })],
    people: [
      ...[
        ...committee,
        'anna',
        'bent',
        'carl',
        'ciso',
        'team',
        'secretary',
        'manager',
        'isk',
        'deputy',
        'other',
        'auditor',
      ],
    ].map((key) => aPerson(key)),
    roles: [
      ...committee.map((key) => anAssignment(key, 'securityCommittee', { chair: key === 'chair' })),
      ...['anna', 'bent', 'carl'].map((key) => anAssignment(key, 'corporateManagement', { chair: key === 'anna' })),
      anAssignment('ciso', 'ciso'),
      anAssignment('team', 'securityTeam'),
      anAssignment('auditor', 'auditor'),
      anAssignment('secretary', 'councilSecretary'),
      anAssignment('manager', 'centreManager', north),
      anAssignment('isk', 'coordinator', north),
    ],
  });
  const thing: Thing = { content: { title: 'Adgang', text: '# Adgang' }, told: [] };
  declareThing(context, thing);
  return { ...world, thing };
}

export const declareThing = (context: Context, thing: Thing): void =>
  declareApprovalSubjects(context, [
    {
      kind: 'thing',
      contentNow: () => thing.content,
      path: (_context, key) => `/things/${key}`,
      ended: async (_context, { state }) => {
        if (thing.fails) throw thing.fails;
        thing.told.push(state);
      },
    },
  ]);

export const aStage = (changes: Partial<StagePlan> = {}): StagePlan => ({
  body: 'securityCommittee',
  rule: 'quorum',
  days: 7,
  ...changes,
});
export const council = aStage({ body: 'cityCouncil', rule: 'external', days: 30 });
export const management = aStage({ body: 'corporateManagement' });
export const managers = aStage({ body: 'centreManager', centreId: centre('nord'), rule: 'one' });

export const submit = (context: Context, stages: readonly StagePlan[] = [aStage()], by = 'isk') =>
  submitForApproval(context, the(context, by), {
    subjectKind: 'thing',
    subjectKey: 'adgang',
    content: { title: 'Adgang', text: '# Adgang' },
    summary: 'Ny procedure',
    stages,
  });

/** Votes on the first stage by default. */
export const vote = async (
  context: Context,
  request: Pick<ApprovalRequest, 'key' | 'contentHash'>,
  who: string,
  choice: VoteOnApproval['choice'],
  changes: Partial<VoteOnApproval> = {},
) =>
  voteOnApproval(context, the(context, who), {
    ...{ requestKey: request.key, stage: 1, contentHash: request.contentHash, choice, via: 'card' },
    ...(choice === 'reject' || choice === 'askChanges' ? { reason: 'Der mangler noget' } : {}),
    ...changes,
  });

export const stored = (context: Context, { key }: Pick<ApprovalRequest, 'key'>): ApprovalRequest => {
  const request = context.list(ApprovalRequests).get(key);
  if (!request) throw new Error('no request');
  return request;
};

export const onLeave = (context: Context, who: string, from = '2026-11-01', to?: string) =>
  context
    .list(People)
    .update(who, () => ({ absentFrom: day(from), ...(to === undefined ? {} : { absentTo: day(to) }) }));
export const back = (context: Context, who: string) =>
  context.list(People).update(who, () => ({ absentFrom: undefined, absentTo: undefined }));
export const changeSeat = (context: Context, who: string, change: Partial<Omit<RoleAssignment, 'key'>>) =>
  context.list(RoleAssignments).update(`securityCommittee_${who}_all`, () => change);
/** The member's appointment ended yesterday. */
export const removeMember = (context: Context, who: string) => changeSeat(context, who, { endsOn: day('2026-11-23') });
