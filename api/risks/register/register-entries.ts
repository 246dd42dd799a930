import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { heldOnOf, knownRisks, reviewOnOf, type KnownRisk } from '../known-risks.ts';
import { Assessments, RiskAcceptances, RiskActions, Risks, type Assessment, type RiskAction } from '../risk-lists.ts';
import { acceptanceOf, acceptanceSubject, type AcceptanceNow } from '../treatment/acceptance.ts';
import { actionsByRisk } from '../treatment/actions.ts';
import { actionState } from '../../actions/index.ts';

/** Progress of a risk's actions, without cancelled ones. `open` includes overdue ones. */
export interface ActionCount {
  open: number;
  overdue: number;
  done: number;
  nextDue?: LocalDate;
}

/** A line of the register, independent of language and reader. */
export interface RegisterEntry {
  known: KnownRisk;
  /** Its actions by due date; also cancelled ones. */
  treatedBy: readonly Stored<RiskAction>[];
  actions: ActionCount;
  acceptance: AcceptanceNow;
  assessedOn: LocalDate | undefined;
  reviewOn: LocalDate | undefined;
}

const nothing: ActionCount = { open: 0, overdue: 0, done: 0 };
const noActions: readonly Stored<RiskAction>[] = [];

function countOf(actions: readonly Stored<RiskAction>[], today: LocalDate): ActionCount {
  if (actions.length === 0) return nothing;
  const counted: ActionCount = { ...nothing };
  for (const action of actions) {
    const state = actionState(action, today);
    if (state === 'cancelled') continue;
    if (state === 'done') {
      counted.done += 1;
      continue;
    }
    counted.open += 1;
    if (state === 'overdue') counted.overdue += 1;
    if (counted.nextDue === undefined || action.due < counted.nextDue) counted.nextDue = action.due;
  }
  return counted;
}

/** Risks with acceptance requests: few of all. */
const askedAbout = derivation(
  [ApprovalRequests],
  (context): ReadonlySet<string> =>
    new Set(
      context
        .list(ApprovalRequests)
        .all()
        .flatMap(({ subjectKind, subjectKey }) => (subjectKind === acceptanceSubject ? [subjectKey] : [])),
    ),
);
const notAccepted: AcceptanceNow = { state: 'none' };

type Days = Pick<RegisterEntry, 'assessedOn' | 'reviewOn'>;
const days = new WeakMap<Assessment, Days>();
/** Day and review of an assessment; computed once for all its risks. */
function daysOf(assessment: Assessment): Days {
  const known = days.get(assessment) ?? { assessedOn: heldOnOf(assessment), reviewOn: reviewOnOf(assessment) };
  days.set(assessment, known);
  return known;
}

const cache = new WeakMap<KnownRisk, { entry: RegisterEntry; today: LocalDate }>();
/** The same line until the risk, its treatment or the day changes. */
function entryOf(
  known: KnownRisk,
  treatedBy: RegisterEntry['treatedBy'],
  { acceptance, today }: { acceptance: AcceptanceNow; today: LocalDate },
): RegisterEntry {
  const before = cache.get(known);
  const isSame =
    before?.today === today && before.entry.treatedBy === treatedBy && before.entry.acceptance === acceptance;
  if (isSame) return before.entry;
  const entry = { known, treatedBy, actions: countOf(treatedBy, today), acceptance, ...daysOf(known.assessment) };
  cache.set(known, { entry, today });
  return entry;
}

/** All risks in force by key, with their treatment. Recomputed when a list or the day changes. */
export const registerEntries = derivation(
  [Assets, Assessments, Risks, RiskActions, RiskAcceptances, ApprovalRequests],
  (context): ReadonlyMap<string, RegisterEntry> => {
    const today = todayOf(context.clock);
    const actions = actionsByRisk(context);
    const asked = askedAbout(context);
    const entries = new Map<string, RegisterEntry>();
    for (const [key, known] of knownRisks(context))
      entries.set(
        key,
        entryOf(known, actions.get(key) ?? noActions, {
          acceptance: asked.has(key) ? acceptanceOf(context, known, today) : notAccepted,
          today,
        }),
      );
    return entries;
  },
  (context: Context) => todayOf(context.clock),
);
