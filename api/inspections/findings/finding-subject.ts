import type { ImprovementSubject } from '../../contingency/index.ts';
import { InspectionFindings, Inspections } from '../inspection-lists.ts';
import { findingPath } from '../inspections.ts';
import { mayInspect, mayReadInspection } from '../permissions.ts';

/** A finding, as the subject of improvements: the inspector's side agrees on actions, never the unit alone. */
export const findingSubject: ImprovementSubject = {
  titleOf: (context, key) => context.list(InspectionFindings).get(key)?.title,
  find(context, actor, subjectKey) {
    const finding = context.list(InspectionFindings).get(subjectKey);
    const inspection = finding && context.list(Inspections).get(finding.inspectionKey);
    if (!finding || !inspection) return undefined;
    const { key, title, centreId, closedAt } = finding;
    return {
      source: 'inspection',
      key,
      title,
      centreId,
      path: findingPath(key),
      isOpen: false,
      mayWrite: false,
      mayRead: mayReadInspection(context, actor, inspection),
      mayKeep: closedAt === undefined && mayInspect(context, actor, inspection),
    };
  },
};
