import type { InspectionView } from '../../../api/inspections/contract.ts';
import { readerId } from '../../shared/teams/host.ts';

const prefix = 'sikkerhedshjulet.inspection-visit.';
interface Cached {
  reader: string;
  visit: InspectionView;
}

/** Stores the checklist on the device, so that the walk-through opens offline. */
export function keepVisit(visit: InspectionView): void {
  const reader = readerId();
  if (reader === undefined || !visit.abilities.walk) return;
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix) && name !== prefix + visit.key) localStorage.removeItem(name);
    localStorage.setItem(prefix + visit.key, JSON.stringify({ reader, visit } satisfies Cached));
  } catch {
    // A private window or a full device: then it is read from the server only.
  }
}

/** The reader's own copy; not another's on a shared tablet. */
export function cachedVisit(key: string): InspectionView | undefined {
  try {
    const text = localStorage.getItem(prefix + key);
    // The stored copy is an API answer of the contract's type.
    const kept = text === null ? undefined : (JSON.parse(text) as Cached);
    return kept !== undefined && kept.reader === readerId() ? kept.visit : undefined;
  } catch {
    return undefined;
  }
}
