import type { InspectionView } from '../../../api/inspections/contract.ts';
import { readerId } from '../../shared/teams/host.ts';

const prefix = 'sikkerhedshjulet.inspection-visit.';
interface Kept {
  reader: string;
  visit: InspectionView;
}

/** Lays the checklist on the device, so that the walk-through can be opened where there is no network. */
export function keepVisit(visit: InspectionView): void {
  const reader = readerId();
  if (reader === undefined || !visit.abilities.walk) return;
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix) && name !== prefix + visit.key) localStorage.removeItem(name);
    localStorage.setItem(prefix + visit.key, JSON.stringify({ reader, visit } satisfies Kept));
  } catch {
    // A private window or a full device: it is then only read from the server.
  }
}

/** The reader's own copy; nobody else's on a shared tablet. */
export function keptVisit(key: string): InspectionView | undefined {
  try {
    const text = localStorage.getItem(prefix + key);
    // What is kept is an answer of the API, whose type the contract gives.
    const kept = text === null ? undefined : (JSON.parse(text) as Kept);
    return kept !== undefined && kept.reader === readerId() ? kept.visit : undefined;
  } catch {
    return undefined;
  }
}
