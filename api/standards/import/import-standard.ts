import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { importRuns } from '../../imports/index.ts';
import {
  conflict,
  forbidden,
  inParallel,
  invalid,
  nowOf,
  repeatableKey,
  stableKey,
  type Actor,
  type Instant,
} from '../../kernel/index.ts';
import type { StandardImportCheck } from '../contract.ts';
import { mayKeepStandards } from '../permissions.ts';
import { Requirements, Standards, type ImportedRequirement } from '../standard-list.ts';
import { readStandard, type GivenStandard, type ReadStandard } from './read-standard.ts';

const mostProblems = 200;
const sampleRows = 8;
const writesAtOnce = 8;

type Fields = Omit<ImportedRequirement, 'key'>;
interface Judged {
  added: ImportedRequirement[];
  changed: ImportedRequirement[];
  unchanged: number;
  gone: number;
}

/** Dry run of the import. Throws AppError: forbidden, and `invalid` as `readStandard`. */
export async function checkStandardImport(
  context: Context,
  actor: Actor,
  given: GivenStandard,
): Promise<StandardImportCheck> {
  const read = await readFor(actor, given);
  return checkOf(read, judge(context, read));
}

/**
 * Writes the standard and its requirements (R3): adds new ones, updates changed ones, and leaves those missing from the
 * file. Idempotent. 2 resource units for each new one, 4 for each changed one. A large one is still being written after
 * the answer (`left`). Throws AppError: as above, `standards.nothingToImport`, conflict while another import runs,
 * unavailable.
 */
export async function importStandard(
  context: Context,
  actor: Actor,
  given: GivenStandard,
): Promise<StandardImportCheck & { written: number; left: number }> {
  const read = await readFor(actor, given);
  if (read.requirements.length === 0) throw invalid('standards.nothingToImport');
  const judged = judge(context, read);
  const { added, changed } = judged;
  const at = nowOf(context.clock);
  await putStandard(context, actor, read, at);
  const items = [...added, ...changed];
  const { written, left } = await runs.start(context, { standardKey: read.key }, items.length, (onWritten) =>
    putRequirements(context, items, onWritten),
  );
  if (items.length > 0)
    await recordAct(context, {
      act: 'importStandard',
      subjectKey: read.key,
      actorId: actor.personId,
      at,
      occasion: repeatableKey(actor, 'import'),
      details: { added: added.length, changed: changed.length, problems: read.problems.length },
    });
  return { ...checkOf(read, judged), written, left };
}

const runs = importRuns<{ standardKey: string }>(() => conflict('standards.importRunning'));
/** The running import, or the latest one's result. */
export const standardImportRun = runs.runOf;

async function putRequirements(
  context: Context,
  items: readonly ImportedRequirement[],
  onWritten: (written: number) => void,
): Promise<void> {
  const requirements = context.list(Requirements);
  let written = 0;
  await inParallel(writesAtOnce, items, async (item) => {
    const { existed } = await requirements.create(item);
    if (existed) await requirements.update(item.key, () => fieldsOf(item));
    onWritten((written += 1));
  });
}

async function readFor(actor: Actor, given: GivenStandard): Promise<ReadStandard> {
  if (!mayKeepStandards(actor)) throw forbidden('standards.mayNotImport');
  return readStandard(given);
}

async function putStandard(context: Context, actor: Actor, { key, title, version }: ReadStandard, at: Instant) {
  const standards = context.list(Standards);
  const fields = { title, edition: version, importedBy: actor.personId, importedAt: at };
  const { existed, record } = await standards.create({ key, ...fields });
  if (existed && (record.title !== title || record.edition !== version)) await standards.update(key, () => fields);
}

const fieldsOf = ({ key: _, ...fields }: ImportedRequirement): Fields => fields;
const isSame = (one: Fields, other: Fields): boolean =>
  one.title === other.title && one.section === other.section && one.place === other.place;

function judge(context: Context, { key: standardKey, format, requirements }: ReadStandard): Judged {
  const items = context.list(Requirements);
  const judged: Judged = { added: [], changed: [], unchanged: 0, gone: 0 };
  const inFile = new Set<string>();
  requirements.forEach((requirement, place) => {
    const item = { key: stableKey(standardKey, requirement.ref), standardKey, ...requirement, place };
    inFile.add(item.key);
    const known = items.get(item.key);
    // An empty cell leaves the section; a library states it.
    if (format === 'table' && item.section === '') item.section = known?.section ?? '';
    if (!known) judged.added.push(item);
    else if (isSame(known, item)) judged.unchanged += 1;
    else judged.changed.push(item);
  });
  judged.gone = items.all().filter((item) => item.standardKey === standardKey && !inFile.has(item.key)).length;
  return judged;
}

const checkOf = (
  { format, key, title, version, requirements, problems }: ReadStandard,
  { added, changed, unchanged, gone }: Judged,
): StandardImportCheck => ({
  format,
  standard: { key, title, version },
  requirements: requirements.length,
  added: added.length,
  changed: changed.length,
  unchanged,
  gone,
  problems: problems.slice(0, mostProblems).map(({ line, code, text }) => ({ line, code, text })),
  sample: requirements.slice(0, sampleRows).map(({ ref, title: name, section }) => ({ ref, title: name, section })),
});
