import type { ApprovalSummary } from '../../api/approvals/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';

/** Where it is pending and for how long: `Har ventet på Byrådet i 23 dage.` Undefined when ended. */
export function waitingText({ stages }: ApprovalSummary): string | undefined {
  const open = stages.find(({ state }) => state === 'open');
  if (!open) return undefined;
  const body = t(`roles.${open.body}`);
  if (open.postponedTo !== undefined) return t('policy.way.postponed', { body, day: asDate(open.postponedTo) });
  return open.days ? t('policy.way.waits', { body, count: open.days }) : t('policy.way.cameTo', { body });
}

/** `a, b og c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${t('common.and')} ${words.at(-1) ?? ''}`;

/** The start of a paragraph, to name it. */
export function excerptOf(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).trimEnd()}…`;
}
