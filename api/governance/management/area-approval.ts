import {
  ApprovalRequests,
  type ApprovalContent,
  type ApprovalRequest,
  type ApprovalSubject,
} from '../../approvals/index.ts';
import type { Context, Translate } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { holds, inLanguage, type AssignableRole } from '../../kernel/index.ts';
import { Procedures } from '../../procedures/index.ts';
import { requirementsNow } from '../../standards/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { governanceReaders } from '../permissions.ts';

export const standardKey = 'nis2';
export const areasSubject = 'measureAreas';
/** The ten areas of § 6, no. 1 to 10. */
export const areaNumbers = Array.from({ length: 10 }, (_, place) => place + 1);
export const requirementOf = (area: number): string => `${standardKey}.6.${area}`;

/** Management bodies in the sense of the law: a setting of the municipality. */
export const managementBodies = (context: Context): readonly AssignableRole[] =>
  context.organisation.managementBodies ?? ['executiveBoard', 'corporateManagement'];

/** A request's subject has its areas: `areas-3-4-9`. */
export const areasKey = (numbers: readonly number[]): string => ['areas', ...inOrder(numbers)].join('-');
const areasIn = (subjectKey: string): number[] =>
  subjectKey
    .split('-')
    .slice(1)
    .flatMap((part) => areaNumbers.find((number) => String(number) === part) ?? []);
const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((one, other) => one - other);

/** Requests about each area, latest first. From memory. */
export const areaRounds = derivation(
  [ApprovalRequests],
  (context): ReadonlyMap<number, readonly Stored<ApprovalRequest>[]> => {
    const about = context
      .list(ApprovalRequests)
      .all()
      .filter(({ subjectKind }) => subjectKind === areasSubject)
      .sort((one, other) => other.submittedAt.localeCompare(one.submittedAt));
    return new Map(
      areaNumbers.map((area) => [area, about.filter(({ subjectKey }) => areasIn(subjectKey).includes(area))]),
    );
  },
);
export const openRound = (context: Context, area: number): Stored<ApprovalRequest> | undefined =>
  areaRounds(context)
    .get(area)
    ?.find(({ state }) => state === 'open');

/** An area with the municipality's measures. */
interface AreaMeasures {
  number: number;
  title: string;
  controls: readonly string[];
  papers: readonly string[];
}

/** The content management approves: the areas, each with its controls and their basis. */
export function areasContent(t: Translate, areas: readonly AreaMeasures[]): ApprovalContent {
  const root = 'governanceDocuments.areas';
  const [first] = areas;
  return {
    title: t(`${root}.title`, { count: areas.length, title: first?.title ?? '' }),
    text: areas
      .map(({ number, title, controls, papers }) => {
        const lines = [
          ...controls.map((control) => `- ${t(`${root}.control`, { title: control })}`),
          ...papers.map((paper) => `- ${t(`${root}.paper`, { title: paper })}`),
        ];
        return [`## ${number}. ${title}`, lines.length === 0 ? t(`${root}.none`) : lines.join('\n')].join('\n\n');
      })
      .join('\n\n'),
  };
}

/** The present content of these areas, in Danish, like all decisions. From memory. */
export const areasNow = (context: Context, numbers: readonly number[]): ApprovalContent =>
  areasContent(
    context.texts('da'),
    inOrder(numbers).map((number) => {
      const now = requirementsNow(context).get(requirementOf(number));
      const controls = now?.controls ?? [];
      const named = new Set(controls.flatMap(({ procedureKeys }) => procedureKeys));
      const papers = [...named].flatMap((key) => context.list(Procedures).get(key)?.title ?? []);
      return {
        number,
        title: now ? inLanguage(now.requirement.title, 'da') : '',
        papers: papers.sort(),
        controls: controls.map(({ title }) => title).sort(),
      };
    }),
  );

/** The approval subject of areas. Content changed during the request needs a new one. */
export const areasApproval: ApprovalSubject = {
  kind: areasSubject,
  contentNow: (context, key) => {
    const numbers = areasIn(key);
    return numbers.length === 0 ? undefined : areasNow(context, numbers);
  },
  path: () => '/organisation/management',
  mayRead: (_context, actor) => holds(actor, ...governanceReaders),
  ended: async () => undefined,
};
