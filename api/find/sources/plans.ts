import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets, findAsset } from '../../assets/index.ts';
import {
  answersWithoutPhones,
  ContingencyPlans,
  ContingencyPlanVersions,
  findPlanVersion,
  isToldPhones,
  planIndex,
  planPath,
  readsPlanVersion,
  textOfPlan,
} from '../../contingency/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { excerptOf, placeOf } from '../../search/index.ts';
import { source } from '../source.ts';

/** Emergency procedures and restore plans (R5). */
export const plansFound = source({
  kind: 'plan',
  lists: [ContingencyPlans, ContingencyPlanVersions, ApprovalRequests, Assets],
  index: planIndex,
  reader: (context, actor) => {
    const t = context.texts(actor.language);
    return (found) => {
      const known = findPlanVersion(context, found.key);
      if (!known || known.now.plan.retiredAt !== undefined) return [];
      const { plan, current } = known.now;
      if (!readsPlanVersion(context, actor, known.now, found.key)) return [];
      if (!answersWithoutPhones(found) && !isToldPhones(context, actor, known.now)) return [];
      const { version } = known.version;
      const place = placeOf(found, ['title', 'asset']);
      if (!place) return [];
      const about = [
        t(`contingency.planKind.${plan.kind}`),
        findAsset(context, plan.assetKey)?.title,
        centreRef(context, plan.centreId)?.title,
      ];
      const excerpt = place.field === 'text' ? excerptOf(place.words, textOfPlan(version.content)) : undefined;
      const isShown = current === undefined || current.version.key === version.key;
      return [
        {
          key: plan.key,
          title: version.title,
          about: about.filter(Boolean).join(' · '),
          field: place.field,
          path: `${planPath(plan.key)}${isShown ? '' : `?version=${encodeURIComponent(version.key)}`}`,
          ...(excerpt === undefined ? {} : { excerpt }),
        },
      ];
    };
  },
});
