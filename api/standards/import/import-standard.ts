import type { Context } from '../../context.ts';
import { importKind } from '../../imports/index.ts';
import { invalid, stableKey, type Actor, type Instant } from '../../kernel/index.ts';
import type { StandardImportCheck } from '../contract.ts';
import { mayKeepStandards } from '../permissions.ts';
import { Requirements, Standards, type ImportedRequirement } from '../standard-list.ts';
import { readStandard, type GivenStandard, type ReadStandard } from './read-standard.ts';

const mostProblems = 200;
const sampleRows = 8;

type Fields = Omit<ImportedRequirement, 'key'>;
interface Judged {
  read: ReadStandard;
  added: ImportedRequirement[];
  changed: ImportedRequirement[];
  unchanged: number;
  gone: number;
}

/**
 * A standard and its requirements (R3): adds new ones, updates changed ones, and leaves those missing from the file. 2
 * resource units for each new one, 4 for each changed one.
 */
export const {
  check: checkStandardImport,
  carryOut: importStandard,
  runOf: standardImportRun,
} = importKind<GivenStandard, Judged, StandardImportCheck, ImportedRequirement, { standardKey: string }>({
  mayImport: mayKeepStandards,
  refusals: { mayNot: 'standards.mayNotImport', running: 'standards.importRunning' },
  judge: async (context, _actor, given) => judge(context, await readStandard(given)),
  check: checkOf,
  about: ({ read }) => ({ standardKey: read.key }),
  begin: async (context, actor, { read }, { at }) => {
    if (read.requirements.length === 0) throw invalid('standards.nothingToImport');
    await putStandard(context, actor, read, at);
    return {};
  },
  writings: ({ added, changed }) => [...added, ...changed],
  write: async (context, _actor, item) => {
    const { existed } = await context.list(Requirements).create(item);
    if (existed) await context.list(Requirements).update(item.key, () => fieldsOf(item));
    return true;
  },
  trail: ({ read, added, changed }) =>
    added.length + changed.length === 0
      ? undefined
      : {
          act: 'importStandard',
          subjectKey: read.key,
          details: { added: added.length, changed: changed.length, problems: read.problems.length },
        },
});

async function putStandard(context: Context, actor: Actor, { key, title, version }: ReadStandard, at: Instant) {
  const standards = context.list(Standards);
  const fields = { title, edition: version, importedBy: actor.personId, importedAt: at };
  const { existed, record } = await standards.create({ key, ...fields });
  if (existed && (record.title !== title || record.edition !== version)) await standards.update(key, () => fields);
}

const fieldsOf = ({ key: _, ...fields }: ImportedRequirement): Fields => fields;
const isSame = (one: Fields, other: Fields): boolean =>
  one.title === other.title && one.section === other.section && one.place === other.place;

function judge(context: Context, read: ReadStandard): Judged {
  const { key: standardKey, format, requirements } = read;
  const items = context.list(Requirements);
  const judged: Judged = { read, added: [], changed: [], unchanged: 0, gone: 0 };
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

function checkOf(_context: Context, _actor: Actor, judged: Judged): StandardImportCheck {
  const { format, key, title, version, requirements, problems } = judged.read;
  return {
    format,
    standard: { key, title, version },
    requirements: requirements.length,
    added: judged.added.length,
    changed: judged.changed.length,
    unchanged: judged.unchanged,
    gone: judged.gone,
    problems: problems.slice(0, mostProblems).map(({ line, code, text }) => ({ line, code, text })),
    sample: requirements.slice(0, sampleRows).map(({ ref, title: name, section }) => ({ ref, title: name, section })),
  };
}
