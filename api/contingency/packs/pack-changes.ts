import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { ContingencyPlanVersions } from '../plans/plan-lists.ts';
import type { OfflinePack } from './pack-lists.ts';
import type { PackContent } from './pack-content.ts';

type Change = OfflinePack['changes'][number];

/** Changes since the previous pack in words: titles of plans, else that numbers of the directory changed. From memory. */
export function changesSince(
  context: Context,
  before: Pick<OfflinePack, 'versionKeys' | 'withoutPlan'> | undefined,
  { plans, withoutPlan }: Pick<PackContent, 'plans' | 'withoutPlan'>,
): Change[] {
  const versions = context.list(ContingencyPlanVersions);
  const old = new Map(
    (before?.versionKeys ?? []).flatMap((key) => {
      const version = versions.get(key);
      return version ? [[version.planKey, version] as const] : [];
    }),
  );
  const isNow = new Set(plans.map(({ now }) => now.plan.key));
  const found = plans.flatMap(({ now, version: { version } }): Change[] => {
    const was = old.get(now.plan.key);
    if (!was) return [{ title: version.title, what: 'added' }];
    return was.key === version.key ? [] : [{ title: version.title, what: 'changed' }];
  });
  const removed = [...old.values()]
    .filter(({ planKey }) => !isNow.has(planKey))
    .map(({ title }): Change => ({ title, what: 'removed' }));
  // A pack from before missing plans and forms were recorded.
  const isOlder = before !== undefined && before.withoutPlan === undefined;
  const missing = isOlder ? [] : withoutPlan.filter((key) => before?.withoutPlan?.includes(key) !== true);
  const holdsMore = withoutPlan.length > 0 || plans.some(({ version }) => version.version.forms.length > 0);
  const all = [
    ...found,
    ...removed,
    ...missing.map((key): Change => ({ title: findAsset(context, key)?.title ?? key, what: 'withoutPlan' })),
    ...(isOlder && holdsMore ? [{ title: '', what: 'fuller' as const }] : []),
  ];
  return all.length === 0 && before ? [{ title: '', what: 'phones' }] : all;
}
