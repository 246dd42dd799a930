import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { dependenciesPath } from './words.ts';

export interface Stop {
  id: string;
  title: string;
}

/** What is looked at, and the way there. The address holds what is looked at, so that going back works too. */
export function useTrail() {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [way, setWay] = useState<readonly Stop[]>([]);
  const service = search.get('service');
  const asset = search.get('asset');
  const ofAsset = asset ? `asset:${asset}` : undefined;
  const focus = service ? `service:${service}` : ofAsset;
  const here = way.findIndex(({ id }) => id === focus);
  /** The stops before this one. */
  const before = here < 0 ? [] : way.slice(0, here);
  const as = search.get('as') === 'table' ? ('table' as const) : ('picture' as const);
  const addressOf = (id: string | undefined, shown = as) => {
    const address = id === undefined ? '/contingency/dependencies' : dependenciesPath(id);
    if (shown === 'picture') return address;
    return `${address}${address.includes('?') ? '&' : '?'}as=table`;
  };
  return {
    focus,
    before,
    as,
    /** Goes on from where one is, which is called so. */
    follow: (from: Stop | undefined, to: Stop) => {
      if (to.id === focus) return;
      const known = before.findIndex(({ id }) => id === to.id);
      setWay(known < 0 ? [...before, ...(from ? [from] : []), to] : before.slice(0, known + 1));
      go(addressOf(to.id));
    },
    pathOf: (id?: string) => addressOf(id),
    show: (shown: 'picture' | 'table') => go(addressOf(focus, shown), { replace: true }),
  };
}
