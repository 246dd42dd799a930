import {
  declareApprovalSubjects,
  stageKey,
  submitForApproval,
  voteOnApproval,
  type ApprovalContent,
  type ApprovalRequest,
  type StagePlan,
  type SubmitForApproval,
  type VoteOnApproval,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { pressOfInvoke, runAction } from '../../../bot/actions/index.ts';
import { approvalCardFor, verbs } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aBody, aStage } from '../approvals/a-body.ts';
import { centre, person, the } from '../organisation/builders.ts';
import { buttonsOf } from './lint-card.ts';

export { aStage, council, management, managers, removeMember, onLeave, changeSeat } from '../approvals/a-body.ts';
export { person } from '../organisation/builders.ts';

const names: Readonly<Record<string, string>> = {
  chair: 'Karen Holm',
  mia: 'Mia Lund',
  nils: 'Nils Bach',
  ole: 'Ole Ravn',
  pia: 'Pia Skov',
  isk: 'Mette Sørensen',
  manager: 'Bo Ærø',
  deputy: 'Dorte Juul',
};

/** A committee of five with names, the bot's texts, and a local procedure that may be changed or removed. */
export async function aCommittee(language: 'da' | 'en' = 'da', now?: string) {
  const world = await aBody(now);
  const context: Context = { ...world.context, texts: translator };
  for (const one of context.list(People).all())
    await context.list(People).update(one.key, () => ({ title: names[one.key] ?? one.title, language }));
  const thing: { content: ApprovalContent | undefined; inForce?: ApprovalContent } = { content: procedure };
  declareApprovalSubjects(context, [
    {
      kind: 'procedureVersion',
      contentNow: () => thing.content,
      inForce: () => thing.inForce,
      path: () => '/procedures/journaler',
      ended: () => Promise.resolve(),
    },
  ]);
  return { context, setNow: world.setNow, thing };
}

export const procedure: ApprovalContent = {
  title: 'Udlevering af journaler',
  text: 'Vi udleverer kun til borgeren selv.\n\nVi spørger om legitimation.',
};

export const submit = (
  context: Context,
  stages: readonly StagePlan[] = [aStage()],
  changes: Partial<SubmitForApproval> & { by?: string } = {},
) => {
  const { by = 'isk', ...given } = changes;
  return submitForApproval(context, the(context, by), {
    subjectKind: 'procedureVersion',
    subjectKey: 'journaler',
    content: procedure,
    summary: 'Nyt: vi spørger om legitimation.',
    centreId: centre('nord'),
    stages,
    ...given,
  });
};

export const vote = (
  context: Context,
  { key, contentHash }: Pick<ApprovalRequest, 'key' | 'contentHash'>,
  who: string,
  choice: VoteOnApproval['choice'],
  stage = 1,
) =>
  voteOnApproval(context, the(context, who), {
    ...{ requestKey: key, stage, contentHash, choice, via: 'tab' },
    ...(choice === 'reject' || choice === 'askChanges' ? { reason: 'Der mangler et afsnit' } : {}),
  });

export const cardOf = (context: Context, request: Pick<ApprovalRequest, 'key'>, who: string, stage = 1): ChatMessage =>
  approvalCardFor(context, stageKey(request, stage), person(who));

/** The ledger has these people as recipients of a campaign's card, and one failure. */
export const sentTo = (context: Context, campaignKey: string, ...people: string[]) =>
  context.list(DeliveryBlocks).create({
    key: `${campaignKey}_1`,
    title: campaignKey,
    campaignKey,
    position: 1,
    recipients: [
      ...people.map((who) => ({
        ...{ person: person(who), state: 'sent' as const, activity: `card-${who}`, at: nowOf(context.clock) },
      })),
      { person: person('other'), state: 'notInstalled' as const },
    ],
  });

interface Button {
  title: string;
  verb?: string;
  data?: Record<string, string>;
  url?: string;
}
export const buttonIn = (message: ChatMessage, title: string): Button => {
  const found = (message.card as { actions: Button[] }).actions.find((button) => button.title === title);
  if (!found) throw new Error(`no button ${title}, only ${buttonsOf(message).join(', ')}`);
  return found;
};

/** Presses a button as Teams does: input is sent with its data. */
export const press = async (
  context: Context,
  who: string,
  message: ChatMessage,
  title: string,
  inputs: Record<string, string> = {},
) => {
  const { verb, data } = buttonIn(message, title);
  const pressed = pressOfInvoke({ action: { verb, data: { ...data, ...inputs } } });
  if (!pressed) throw new Error('not a press');
  return runAction(context, verbs, pressed, { personId: person(who), locale: 'da-DK' });
};
