import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { dependenciesPath } from './words.ts';

export interface Stop {
  id: string;
  title: string;
}

/** The focus, and the path to it. The focus is in the address, so that "back" works. */
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
    /** Continues from the current focus and title. */
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
