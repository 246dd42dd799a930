import type { ReactNode } from 'react';
import type { CentreRef } from '../../../api/http/contract.ts';
import type { MeView } from '../../../api/organisation/contract.ts';
import { useView } from '../api/queries.ts';
import { useMe } from '../me.ts';
import { Skeleton } from './Skeleton.tsx';
import { Viewed } from './Viewed.tsx';

/** Places the reader may assign. */
export interface Places {
  /** Every centre of the municipality. */
  centres: readonly CentreRef[];
  /** Those it may be assigned to. */
  kept: readonly CentreRef[];
  /** May belong to the whole organisation. */
  whole: boolean;
}

/**
 * The security team assigns to any centre, a centre's staff to that one; everybody may leave it unchanged. `held`: the
 * current record; absent when new.
 */
export function placesOf(
  all: readonly CentreRef[],
  { keep, keepAll }: MeView['abilities'],
  held?: { centre?: CentreRef | undefined },
): Places {
  const centres = all.map(({ id, title }) => ({ id, title }));
  const own = held?.centre;
  // One that has closed stays until another is chosen.
  const ended = own && !centres.some(({ id }) => id === own.id) ? [own] : [];
  // Those who may create one without belonging to a centre choose among all.
  if (keepAll || (keep.length === 0 && !held)) return { centres, kept: [...centres, ...ended], whole: true };
  const isKept = (id: string) => own?.id === id || keep.includes(id);
  return {
    centres,
    kept: [...centres.filter(({ id }) => isKept(id)), ...ended],
    whole: held !== undefined && !held.centre,
  };
}

/** A form, once the centres and the writer's own among them are known. */
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
