import type { ReactNode } from 'react';
import type { CentreRef } from '../../../api/http/contract.ts';
import type { MeView } from '../../../api/organisation/contract.ts';
import { useView } from '../api/queries.ts';
import { useMe } from '../me.ts';
import { Skeleton } from './Skeleton.tsx';
import { Viewed } from './Viewed.tsx';

/** Where the reader may say that something belongs. */
export interface Places {
  /** Every centre of the municipality. */
  centres: readonly CentreRef[];
  /** Those that it may be given to. */
  kept: readonly CentreRef[];
  /** It may belong to the whole organisation. */
  whole: boolean;
}

/**
 * The security team gives a thing to any centre, whoever works for a centre to that one; everybody may leave it where it
 * is. `held`: the thing as it is now; absent when it is new.
 */
export function placesOf(
  all: readonly CentreRef[],
  { keep, keepAll }: MeView['abilities'],
  held?: { centre?: CentreRef | undefined },
): Places {
  const centres = all.map(({ id, title }) => ({ id, title }));
  // Whoever may make a new thing without working for a centre keeps those of all.
  if (keepAll || (keep.length === 0 && !held)) return { centres, kept: centres, whole: true };
  const isKept = (id: string) => held?.centre?.id === id || keep.includes(id);
  return { centres, kept: centres.filter(({ id }) => isKept(id)), whole: held !== undefined && !held.centre };
}

/** A form, once it is known which centres there are and which of them the writer keeps things for. */
export function WithPlaces({
  held,
  children,
}: {
  held: { centre?: CentreRef | undefined } | undefined;
  children: (places: Places) => ReactNode;
}) {
  const me = useMe();
  const organisation = useView('GET /api/organisation', {});
  return (
    <Viewed view={me} part skeleton={<Skeleton rows={4} />}>
      {({ abilities }) => (
        <Viewed view={organisation} part skeleton={<Skeleton rows={4} />}>
          {({ centres }) => children(placesOf(centres, abilities, held))}
        </Viewed>
      )}
    </Viewed>
  );
}
