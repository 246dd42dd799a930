import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { latest } from './raw-dates.ts';
import { jsonIn, momentIn, rawItems, text, type Fields } from './raw-items.ts';

/** A version in force, of a paper not retired. */
export interface InForce {
  paper: Fields;
  version: Fields;
  /** Day of its first approval. */
  from: string;
  /** Day of its latest one: a renewal counts too. */
  renewed: string;
  /** Day the paper's first version came into force. */
  since: string;
}
/** A paper not retired, with its newest version not discarded. */
export interface Paper {
  paper: Fields;
  newest: Fields;
  /** Of every version not discarded. */
  versionKeys: readonly string[];
  current: InForce | undefined;
  /** The newest version is in its first approval. */
  isWaiting: boolean;
}

const papers = {
  procedureVersion: { list: 'Procedures', versions: 'ProcedureVersions', key: 'ProcedureKey' },
  contingencyPlan: { list: 'ContingencyPlans', versions: 'ContingencyPlanVersions', key: 'PlanKey' },
} as const;
type Subject = keyof typeof papers;

/** Procedures and guidelines, or contingency plans; the newest approved version is in force. */
export function papersKept(world: World, subject: Subject): Paper[] {
  const { list, versions, key } = papers[subject];
  const rounds = Map.groupBy(
    rawItems(world, 'ApprovalRequests').filter((one) => text(one, 'SubjectKind') === subject),
    (one) => text(one, 'SubjectKey'),
  );
  const roundsOf = (version: Fields): Fields[] => rounds.get(text(version, 'Key')) ?? [];
  const written = Map.groupBy(rawItems(world, versions), (one) => text(one, key));
  return rawItems(world, list).flatMap((paper): Paper[] => {
    if (text(paper, 'RetiredAt') !== '') return [];
    const kept = (written.get(text(paper, 'Key')) ?? [])
      .filter((version) => text(version, 'DiscardedAt') === '')
      .toSorted((one, other) => Number(other['Number']) - Number(one['Number']));
    const decided = kept.flatMap((version) => {
      const days = roundsOf(version)
        .filter((round) => text(round, 'State') === 'approved')
        .map((round) => momentIn(round, 'EndedAt'))
        .toSorted();
      return days[0] === undefined ? [] : [{ version, from: days[0], renewed: latest(...days) }];
    });
    const [newest] = kept;
    if (!newest) return [];
    const since = decided.map(({ from }) => from).toSorted()[0] ?? '';
    const [round] = roundsOf(newest)
      .filter((one) => text(one, 'Purpose') !== 'renewal')
      .toSorted((one, other) => Number(other['Round']) - Number(one['Round']));
    const current = decided[0] && { paper, since, ...decided[0] };
    const versionKeys = kept.map((version) => text(version, 'Key'));
    return [{ paper, newest, versionKeys, current, isWaiting: round !== undefined && text(round, 'State') === 'open' }];
  });
}

export const papersInForce = (world: World, subject: Subject): InForce[] =>
  papersKept(world, subject).flatMap(({ current }) => current ?? []);

const named = z.array(z.looseObject({ personId: z.string().optional() })).default([]);
const content = z.looseObject({ firstHour: named, steps: named, contacts: named, returnToNormal: named });
/** Everybody named in a version of a plan, distinct. */
export function namedIn(version: Fields): string[] {
  const { firstHour, steps, contacts, returnToNormal } = jsonIn(version, 'Content', content);
  const all = [...firstHour, ...steps, ...contacts, ...returnToNormal].flatMap(({ personId }) => personId ?? []);
  return [...new Set(all)];
}
