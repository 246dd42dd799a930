import { Acknowledgements } from '../../acknowledgements/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import { Completions } from '../../awareness/index.ts';
import { ContingencyPlans } from '../../contingency/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { firstDay } from '../../http/input.ts';
import { Incidents } from '../../incidents/index.ts';
import { Inspections } from '../../inspections/index.ts';
import { todayOf } from '../../kernel/index.ts';
import { Measures } from '../../measures/index.ts';
import { PolicyVersions } from '../../policy/index.ts';
import { Procedures } from '../../procedures/index.ts';
import { Assessments } from '../../risks/index.ts';

/** As of days that are sent; a damaged moment is earlier or none. */
const earliestAccepted = Number(firstDay.slice(0, 4));
const yearOf = (moment: string): number => Number(moment.slice(0, 4));

/** Of the days and moments by which figures count; Infinity without any. */
const earliest = derivation(
  [
    ...[Acknowledgements, ApprovalRequests, Assessments, Completions, ContingencyPlans],
    ...[Incidents, Inspections, Measures, PolicyVersions, Procedures],
  ],
  (context): number => {
    let first = Infinity;
    const take = <R>(records: readonly R[], of: (record: R) => string | undefined) => {
      for (const record of records) {
        const year = yearOf(of(record) ?? '');
        if (year >= earliestAccepted && year < first) first = year;
      }
    };
    take(context.list(Acknowledgements).all(), ({ at }) => at);
    take(context.list(ApprovalRequests).all(), ({ submittedAt }) => submittedAt);
    take(context.list(Assessments).all(), ({ startedAt }) => startedAt);
    take(context.list(Completions).all(), ({ completedOn }) => completedOn);
    take(context.list(ContingencyPlans).all(), ({ madeAt }) => madeAt);
    take(context.list(Incidents).all(), ({ reportedAt }) => reportedAt);
    take(context.list(Inspections).all(), ({ madeAt }) => madeAt);
    take(context.list(Measures).all(), ({ proposedAt }) => proposedAt);
    take(context.list(PolicyVersions).all(), ({ draftedAt }) => draftedAt);
    take(context.list(Procedures).all(), ({ madeAt }) => madeAt);
    return first;
  },
);

/** The first year of which there can be figures: of the earliest record that they count; this year without any. */
export const firstYearOfData = (context: Context): number =>
  Math.min(earliest(context), yearOf(todayOf(context.clock)));
