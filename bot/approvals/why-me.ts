import type { StageSeat } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { isCentreRole, type AssignableRole } from '../../api/kernel/index.ts';
import { centreRef, seatsOf } from '../../api/organisation/index.ts';
import { inSentence, plain, shorten } from '../cards/index.ts';
import type { StageOf } from './stage-of.ts';
import { nameOf, type Reader } from './wording.ts';

/** Roles that people are, where the others are bodies that they sit in. */
const ofPeople: readonly AssignableRole[] = ['ciso', 'councilSecretary', 'auditor', 'centreManager', 'coordinator'];

/** "Du får kortet, fordi du sidder i Informationssikkerhedsudvalget." Escaped. */
export function whyMe(context: Context, { stage }: StageOf, seat: StageSeat, { t }: Reader): string {
  const { body, personId, centreId } = stage;
  if (seat.deputy !== undefined) return t('approvalCards.why.deputy', { name: plain(nameOf(context, seat.holder)) });
  if (personId !== undefined) return t('approvalCards.why.person');
  const role = t(`roles.${body}`);
  if (isCentreRole(body)) {
    const centre = plain(shorten(centreRef(context, centreId)?.title ?? '', 80));
    const isIts = seatsOf(context, body, centreId).some(({ holder }) => holder === seat.holder);
    return isIts
      ? t('approvalCards.why.centreRole', { role: inSentence(role), centre })
      : t('approvalCards.why.vacant', { centre });
  }
  if (ofPeople.includes(body)) return t('approvalCards.why.role', { role: inSentence(role) });
  return t(`approvalCards.why.${seat.chair ? 'chair' : 'member'}`, { body: t(`approvalCards.body.${body}`) });
}
