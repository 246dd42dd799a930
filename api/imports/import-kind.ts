import { recordAct, recordedEntry } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, inParallel, nowOf, repeatableKey, type Actor, type Instant } from '../kernel/index.ts';
import type { GivenFile } from './given-file.ts';
import { importRuns } from './import-runs.ts';

/** What the import of a list declares. */
export interface ImportKind<Given, Judged, Check, Writing, About> {
  mayImport(actor: Actor): boolean;
  /** Codes of refusals: of the actor, and while another import of the kind runs. */
  refusals: { mayNot: string; running: string };
  /** Reads the file and checks each row. Throws AppError `invalid`. */
  judge(context: Context, actor: Actor, given: Given): Promise<Judged>;
  /** What would be written, and what is wrong by row. */
  check(context: Context, actor: Actor, judged: Judged): Check;
  /** Ids that identify a run, for the reader and the log. */
  about(judged: Judged): About;
  /** Before the first row is written; its answer joins the details of the trail. */
  begin?(context: Context, actor: Actor, judged: Judged, run: { key: string; at: Instant }): Promise<Details>;
  writings(judged: Judged): readonly Writing[];
  /** Writes one; false: it was there. */
  write(context: Context, actor: Actor, writing: Writing, at: Instant): Promise<boolean>;
  /** The act in the trail, recorded before the rows are written; undefined: there is nothing to write. */
  trail(judged: Judged, check: Check): { act: string; subjectKey: string; details: Details } | undefined;
}
type Details = Parameters<typeof recordAct>[1]['details'];

/** Concurrent writes; the unit budget limits their rate. */
const writers = 8;

/**
 * The import of a list. `check` is a dry run. `carryOut` writes what is new, skips rows with errors, and answers when
 * done or after a time limit (`left`); a repeat writes nothing twice. Throws AppError `forbidden`, `invalid`,
 * `conflict` while another import runs, `unavailable`.
 */
export function importKind<
  Given extends GivenFile,
  Judged,
  Check extends object,
  Writing,
  About extends Readonly<Record<string, string>>,
>(kind: ImportKind<Given, Judged, Check, Writing, About>) {
  const runs = importRuns<About>(kind.refusals.running, () => conflict(kind.refusals.running));
  const requireImporter = (actor: Actor) => {
    if (!kind.mayImport(actor)) throw forbidden(kind.refusals.mayNot);
  };
  async function judged(context: Context, actor: Actor, given: Given): Promise<Judged> {
    requireImporter(actor);
    return kind.judge(context, actor, given);
  }
  return {
    requireImporter,
    /** The running import, or the latest one's result. */
    runOf: runs.runOf,
    async check(context: Context, actor: Actor, given: Given): Promise<Check> {
      return kind.check(context, actor, await judged(context, actor, given));
    },
    async carryOut(context: Context, actor: Actor, given: Given): Promise<Check & { written: number; left: number }> {
      const rows = await judged(context, actor, given);
      const check = kind.check(context, actor, rows);
      const key = repeatableKey(actor, 'import');
      const act = kind.trail(rows, check);
      // A press that comes again after a kill goes on with the same import: what undoes it is stored, with its moment.
      const begun = act && (await recordedEntry(context, { ...act, occasion: key }));
      const run = { key, at: begun?.at ?? nowOf(context.clock) };
      const writings = kind.writings(rows);
      const { written, left } = await runs.start(context, kind.about(rows), writings.length, async (onWritten) => {
        const more = begun ? {} : await kind.begin?.(context, actor, rows, run);
        // Before the rows: one that is interrupted is in the trail, with what undoes it.
        if (act && !begun)
          await recordAct(context, {
            ...act,
            details: { ...act.details, ...more },
            actorId: actor.personId,
            at: run.at,
            occasion: key,
          });
        let count = 0;
        await inParallel(writers, writings, async (writing) => {
          if (await kind.write(context, actor, writing, run.at)) count += 1;
          onWritten(count);
        });
      });
      return { ...check, written, left };
    },
  };
}
