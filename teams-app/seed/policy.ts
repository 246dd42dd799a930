import { requestKey } from '../../api/approvals/index.ts';
import { addDays, type PersonId } from '../../api/kernel/index.ts';
import { contentHash, policySubject, type PolicyVersion } from '../../api/policy/index.ts';
import { dayOfMoment, isoMoment, type SeedDays } from './calendar.ts';
import { policyTexts } from './policy-texts.ts';

/** Last year's version, the one in force, and a draft ready to publish. */
export function versionRecords(days: SeedDays, ciso: string, draftedBy: string): PolicyVersion[] {
  const by = ciso as PersonId;
  const drafted = draftedBy as PersonId;
  const { superseded, published, draft } = policyTexts;
  return [
    {
      ...superseded,
      state: 'superseded',
      effectiveOn: dayOfMoment(days.firstPublished),
      acknowledgeBy: addDays(dayOfMoment(days.firstPublished), 21),
      publishedAt: isoMoment(days.firstPublished),
      publishedBy: by,
      publishReason: 'Godkendt af Koncernledelsen og Byrådet.',
      supersededAt: isoMoment(days.published),
      contentHash: contentHash(superseded),
      draftedBy: drafted,
    },
    {
      ...published,
      state: 'published',
      effectiveOn: dayOfMoment(days.published),
      acknowledgeBy: days.acknowledgeBy,
      publishedAt: isoMoment(days.published),
      publishedBy: by,
      publishReason: 'Godkendt af Koncernledelsen og Byrådet efter indstilling fra Informationssikkerhedsudvalget.',
      contentHash: contentHash(published),
      approvalKey: requestKey(policySubject, published.key, 1),
      previousKey: superseded.key,
      draftedBy: drafted,
    },
    {
      ...draft,
      state: 'draft',
      effectiveOn: days.today,
      previousKey: published.key,
      draftedBy: drafted,
      draftedAt: isoMoment(new Date(days.now.getTime() - 2 * 86_400_000)),
    },
  ];
}
