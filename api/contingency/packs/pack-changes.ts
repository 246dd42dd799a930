import type { Context } from '../../context.ts';
import { ContingencyPlanVersions } from '../plan-lists.ts';
import type { OfflinePack } from '../pack-lists.ts';
import type { PackContent } from './pack-content.ts';

type Change = OfflinePack['changes'][number];

/** What is new since the pack before, as people say it: titles of plans, else that numbers of the directory are. From memory. */
export function changesSince(
  context: Context,
  before: Pick<OfflinePack, 'versionKeys'> | undefined,
  { plans }: Pick<PackContent, 'plans'>,
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
  const all = [...found, ...removed];
  return all.length === 0 && before ? [{ title: '', what: 'phones' }] : all;
}
