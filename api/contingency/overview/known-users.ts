import { Assets, findAsset } from '../../assets/index.ts';
import { CriticalServices } from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { CentreId } from '../../kernel/index.ts';
import { Centres, centres } from '../../organisation/index.ts';
import type { VitalRow } from '../contract.ts';
import { centresUsing } from '../users.ts';

/** The centres that use an asset: the owner first, then in order. */
export interface Users {
  ids: readonly CentreId[];
  refs: VitalRow['centres'];
  has: ReadonlySet<string>;
}

/** Cached per asset until an asset, a service or a centre changes. */
export const usersOf = derivation([Assets, CriticalServices, Centres], (context): ((assetKey: string) => Users) => {
  const known = new Map<string, Users>();
  const all = centres(context).map(({ key, title }) => ({ id: key as CentreId, title }));
  const using = centresUsing(context);
  return (assetKey) => {
    const found = known.get(assetKey) ?? usersFound(context, assetKey, all, using(assetKey));
    known.set(assetKey, found);
    return found;
  };
});

function usersFound(
  context: Context,
  assetKey: string,
  all: readonly { id: CentreId; title: string }[],
  using: ReadonlySet<CentreId>,
): Users {
  const owner = findAsset(context, assetKey)?.centreId;
  const refs = all.filter(({ id }) => id === owner).concat(all.filter(({ id }) => id !== owner && using.has(id)));
  const ids = refs.map(({ id }) => id);
  return { ids, refs, has: new Set<string>(ids) };
}
