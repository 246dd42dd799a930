import { z } from 'zod';
import {
  figuresChecksum,
  figuresToSee,
  findService,
  maySeeContingency,
  reviewServiceOnce,
} from '../../api/critical-services/index.ts';
import { localDate } from '../../api/kernel/index.ts';
import { formatDate } from '../../api/texts/format.ts';
import {
  aside,
  cardDay,
  cardKey,
  facts,
  firstName,
  paragraph,
  plain,
  press,
  shorten,
  type ActOn,
  type CardElement,
} from '../cards/index.ts';

export const reviewServiceOnDigestVerb = 'digest.reviewService';
/** Lines of impact, and of busy periods; the rest is in the tab. */
const mostLines = 6;

/**
 * "Tallene gælder stadig", below the figures it confirms. Without an accepted downtime there is nothing to confirm, and
 * figures that do not fit here are reviewed in the tab.
 */
export const reviewServiceAct: ActOn = (context, { subject }, { t, alone, language }) => {
  const service = findService(context, subject.key);
  const seen = service?.state === 'inUse' ? figuresToSee(context, service, language) : undefined;
  if (!service || !seen) return undefined;
  const { figures, impacts, peaks } = seen;
  if (Math.max(impacts.length, peaks.length) > mostLines) return undefined;
  const lines = (name: 'impacts' | 'peaks', said: readonly string[]): CardElement[] =>
    said.length === 0
      ? []
      : [
          aside(t(`reminderCards.service.${name}`)),
          ...said.map((line) => paragraph(plain(shorten(line, longestLine)), { spacing: 'None' })),
        ];
  return {
    title: alone
      ? t('reminderCards.service.holds')
      : t('reminderCards.service.holdsNamed', { title: shorten(subject.title, 40) }),
    verb: reviewServiceOnDigestVerb,
    data: {
      serviceKey: service.key,
      figures: figuresChecksum(service),
      reviewedOn: localDate(service.reviewedAt),
    },
    shown: [...facts(figures), ...lines('impacts', impacts), ...lines('peaks', peaks)],
  };
};
const longestLine = 160;

export const reviewServicePress = press({
  data: z.object({ serviceKey: cardKey, figures: cardKey, reviewedOn: cardDay }),
  about: ({ serviceKey }) => serviceKey,
  isFor: (context, actor, { serviceKey }) => {
    const service = findService(context, serviceKey);
    return service !== undefined && (service.ownerId === actor.personId || maySeeContingency(actor));
  },
  run: async (context, actor, input) => {
    const { result, service } = await reviewServiceOnce(context, actor, input);
    const key = result === 'reviewed' ? 'reminderCards.thanks.service' : 'reminderCards.thanks.serviceAlready';
    const values = {
      name: firstName(actor.name),
      title: shorten(service.title, 120),
      date: formatDate(localDate(service.reviewedAt), actor.language),
    };
    return { tone: 'good', text: context.texts(actor.language)(key, values) };
  },
});
