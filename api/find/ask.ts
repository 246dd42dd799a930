import type { Context } from '../context.ts';
import { paragraphsOf } from '../difference/index.ts';
import type { Actor, LocalDate } from '../kernel/index.ts';
import { centreRef, findPerson } from '../organisation/index.ts';
import { currentPolicy, firstDay, policyIndex, policyParagraphs } from '../policy/index.ts';
import { findVersion, procedureIndex, procedurePath, readsVersion } from '../procedures/index.ts';
import { meaningsOf, paragraphWith, searchWords, type Found } from '../search/index.ts';
import { atParagraph } from './paths.ts';

/** An answer from a text in force, as written. */
export interface Said {
  of: 'policy' | 'guideline' | 'procedure';
  title: string;
  /** `5.0` of the policy, `3` of a procedure. */
  number: string;
  validFrom?: LocalDate;
  /** Whose procedure it is. */
  centre?: string;
  /** Its heading. */
  heading?: string;
  /** The paragraph, Markdown; counted from 1. */
  text: string;
  paragraph: number;
  path: string;
}

/** Minimum number of words from which one may be dropped without full matches. */
const relaxedFrom = 3;

/**
 * The answer of the policy in force, else of the procedures and guidelines in force that the actor may read. Published
 * texts only, whatever else the actor may read. Undefined without a match.
 */
export async function saidAbout(
  context: Context,
  actor: Actor,
  { about, of }: { about: string; of: 'policy' | 'procedures' | 'any' },
): Promise<Said | undefined> {
  const [policies, procedures] = [await policyIndex(context), await procedureIndex(context)];
  for (const words of asked(about)) {
    const [inPolicy = [], inProcedures = []] = meaningsOf(words, [policies.words, procedures.words]);
    const policy = () => inCurrentPolicy(context, policies.find(inPolicy));
    const procedure = () => inProcedure(context, actor, procedures.find(inProcedures));
    const said = of === 'procedures' ? (procedure() ?? policy()) : (policy() ?? procedure());
    if (said) return said;
  }
  return undefined;
}

/** All words, then without one of them. */
function asked(about: string): string[] {
  const words = searchWords(about);
  const relaxed = words.length < relaxedFrom ? [] : words.map((_, place) => words.toSpliced(place, 1));
  return [words, ...relaxed].map((some) => some.join(' '));
}

function inCurrentPolicy(context: Context, found: readonly Found<'title' | 'text'>[]): Said | undefined {
  const current = currentPolicy(context);
  if (!current) return undefined;
  const isText = ({ answers }: Found<'title' | 'text'>) =>
    answers().every((words) => words.some(({ fields }) => fields.includes('text')));
  const best = found.find((one) => one.key.startsWith(`${current.key}#`) && isText(one));
  if (!best) return undefined;
  const shown = withHeading(policyParagraphs(current), Number(best.key.slice(current.key.length + 1)));
  const { title, number } = current;
  return {
    of: 'policy',
    title,
    number,
    validFrom: firstDay(current),
    ...shown,
    path: atParagraph('/policy', shown.paragraph - 1),
  };
}

function inProcedure(
  context: Context,
  actor: Actor,
  found: readonly Found<'title' | 'text' | 'area' | 'control' | 'fileName' | 'fileText'>[],
): Said | undefined {
  const person = findPerson(context, actor.personId);
  for (const { key, answers } of found) {
    const known = findVersion(context, key);
    if (!known || known.now.procedure.retiredAt !== undefined) continue;
    const { now, version } = known;
    if (now.current?.version.key !== key || !readsVersion(context, actor, person, now, key)) continue;
    const words = answers()
      .flat()
      .map(({ word }) => word);
    const { title, number, body, fileText } = version.version;
    const text = body === '' ? fileText : body;
    const place = paragraphWith(words, text) ?? 0;
    const centre = centreRef(context, now.procedure.centreId)?.title;
    const shown = withHeading(paragraphsOf(text), place);
    return {
      of: now.procedure.kind,
      title,
      number: String(number),
      ...shown,
      ...(version.validFrom === undefined ? {} : { validFrom: version.validFrom }),
      ...(centre === undefined ? {} : { centre }),
      path: atParagraph(procedurePath(now.procedure.key), shown.paragraph - 1, body === '' ? 'file' : undefined),
    };
  }
  return undefined;
}

const headingOf = (paragraph: string | undefined): string | undefined => /^#{1,6}\s+(.+)$/.exec(paragraph ?? '')?.[1];

/** A paragraph with its heading; for a heading the paragraph below. */
function withHeading(paragraphs: readonly string[], found: number): Pick<Said, 'text' | 'heading' | 'paragraph'> {
  const own = headingOf(paragraphs[found]);
  const below =
    own === undefined ? found : paragraphs.findIndex((one, place) => place > found && headingOf(one) === undefined);
  const place = below < 0 ? found : below;
  const heading = paragraphs.slice(0, place).findLast((one) => headingOf(one) !== undefined);
  const title = headingOf(heading);
  return { text: paragraphs[place] ?? '', paragraph: place + 1, ...(title === undefined ? {} : { heading: title }) };
}
