import type { Context } from '../../context.ts';
import { Campaigns, notInTeams, recheckAmong, startCampaign, type CampaignKind } from '../../deliveries/index.ts';
import { stableKey, type PersonId } from '../../kernel/index.ts';
import { hasLeft, roleHolders } from '../../organisation/index.ts';
import { isTaken } from '../../sharepoint/index.ts';
import { formatDate } from '../../texts/format.ts';
import { latestSeal } from './seals.ts';

/** Of the latest seal only: it covers those before. */
function auditors(context: Context, day: string): PersonId[] {
  if (latestSeal(context)?.day !== day) return [];
  const holders = roleHolders(context).flatMap(({ held, person }) =>
    held.role === 'auditor' ? [person.key as PersonId] : [],
  );
  return [...new Set(holders)].filter((personId) => !hasLeft(context, personId)).sort();
}

/**
 * Sends auditors the latest seal, so that a copy is out of reach of those who can edit SharePoint; the subject is the
 * day. At most one card a day, and none for days without acts.
 */
export const sealKind: CampaignKind = {
  kind: 'seal',
  audience: auditors,
  titleIn: (context, day, language) => context.texts(language)('trailCards.title', { day: formatDate(day, language) }),
  isOver: (context, day) => latestSeal(context)?.day !== day,
  hours: { when: 'working', because: 'nobody has to do anything about it' },
  recheck: (context, day, personId) => recheckAmong(context, personId, auditors(context, day)),
  notApplicable: notInTeams,
  canWait: true,
  repeatWhenUncertain: true,
  priority: 'broadcast',
  isForInformation: () => true,
};

/** Starts the latest seal's card. Idempotent; free when started, else 2 resource units. */
export async function tellAuditors(context: Context): Promise<void> {
  const seal = latestSeal(context);
  if (!seal || auditors(context, seal.day).length === 0) return;
  const key = stableKey('sealCard', seal.day);
  if (isTaken(context.list(Campaigns), key)) return;
  const startedBy = 'system' as PersonId;
  await startCampaign(context, { key, kind: sealKind.kind, title: seal.day, subjectKey: seal.day, startedBy });
}
