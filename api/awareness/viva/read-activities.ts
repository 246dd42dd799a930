import { z } from 'zod';
import { AppError, localDate, type Instant, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { failedAs, type Graph } from '../../sharepoint/index.ts';

const activity = z.object({
  learningContentId: z.string(),
  status: z.string(),
  completedDateTime: z.iso.datetime({ offset: true }).nullish(),
});

/** A completed course in Viva Learning. */
export interface VivaCompletion {
  contentId: string;
  completedOn: LocalDate;
}

/**
 * A person's completions in Viva Learning; `me` is the token's owner. Entries that differ from Graph's documentation
 * are left out, and an unknown person has none. Throws AppError `forbidden` when it refuses, and GraphFailure. Source:
 * learn.microsoft.com/graph/api/learningcourseactivity-list (delegated permissions only).
 */
export async function vivaCompletions(graph: Graph, of: PersonId | 'me'): Promise<VivaCompletion[]> {
  try {
    return await completedBy(graph, of);
  } catch (thrown) {
    if (failedAs(thrown, 'itemGone')) return [];
    throw failedAs(thrown, 'noAccess') ? new AppError('forbidden', 'awareness.vivaRefused', {}, thrown) : thrown;
  }
}

async function completedBy(graph: Graph, of: PersonId | 'me'): Promise<VivaCompletion[]> {
  const person = of === 'me' ? '/me' : `/users/${encodeURIComponent(of)}`;
  const found: VivaCompletion[] = [];
  for await (const page of graph.pages(`${person}/employeeExperience/learningCourseActivities`))
    for (const one of page.value) {
      const parsed = activity.safeParse(one);
      if (!parsed.success) continue;
      const { learningContentId: contentId, status, completedDateTime } = parsed.data;
      if (status !== 'completed' || !completedDateTime) continue;
      found.push({ contentId, completedOn: localDate(new Date(completedDateTime).toISOString() as Instant) });
    }
  return found;
}
