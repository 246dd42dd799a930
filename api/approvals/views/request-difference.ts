import { LRUCache } from 'lru-cache';
import type { Context } from '../../context.ts';
import { changesIn, differenceOf, type Changes, type DifferenceBlock } from '../../difference/index.ts';
import { approvalSubject, type ApprovalContent } from '../approval-subject.ts';
import type { ApprovalView } from '../contract.ts';
import type { ApprovalRequest, Stage } from '../request-list.ts';
import { contentHashOf, openStage } from '../request.ts';
import { requestsAbout } from '../requests.ts';

interface Before {
  against: 'round' | 'inForce';
  title: string;
  words: string;
}

const wordsOf = (text: string, fileText = ''): string => [text, fileText].filter((part) => part !== '').join('\n\n');

const isSameBody = (one: Stage, other: Stage): boolean =>
  one.body === other.body && one.personId === other.personId && one.centreId === other.centreId;

/** Whether whoever decides in the stage was asked in a round, which may have ended before its turn. */
const wasAsked = ({ stages }: ApprovalRequest, stage: Stage | undefined): boolean =>
  stage === undefined || stages.some((each) => each.openedAt !== undefined && isSameBody(each, stage));

/**
 * The base of comparison for the body of a stage: the previous round if it was asked then, else the version in force.
 * An ended request is compared with the previous round.
 */
function beforeOf(context: Context, request: ApprovalRequest, stage: Stage | undefined): Before | undefined {
  const { subjectKind, subjectKey, round } = request;
  const previous = requestsAbout(context, subjectKind, subjectKey).find((each) => each.round < round);
  const earlier = previous && wasAsked(previous, stage) ? previous : undefined;
  const words = earlier && wordsOf(earlier.content, earlier.fileText);
  if (earlier && words) return { against: 'round', title: earlier.title, words };
  const inForce = approvalSubject(context, subjectKind)?.inForce?.(context, subjectKey);
  if (!inForce || isItself(request, inForce)) return undefined;
  return { against: 'inForce', title: inForce.title, words: wordsOf(inForce.text, inForce.fileText) };
}

/** An approved version is itself in force: no change. */
const isItself = (request: ApprovalRequest, inForce: ApprovalContent): boolean =>
  request.state !== 'open' && contentHashOf(inForce) === request.contentHash;

interface Compared {
  before: string;
  after: string;
  blocks: DifferenceBlock[];
  changes: Changes;
}
/** Cached: asked for every member and after every vote, and comparing long texts is expensive. */
const compared = new LRUCache<string, Compared>({ max: 100 });

function compare(request: ApprovalRequest, { against, words: before }: Before): Compared {
  const after = wordsOf(request.content, request.fileText);
  const key = `${against} ${request.key}`;
  const known = compared.get(key);
  if (known?.before === before && known.after === after) return known;
  const blocks = differenceOf(before, after);
  const made = { before, after, blocks, changes: changesIn(blocks) };
  compared.set(key, made);
  return made;
}

const hasWords = (request: ApprovalRequest): boolean => wordsOf(request.content, request.fileText) !== '';

/** By paragraph, for the body that is asked now; undefined when all is new, or without text to compare. */
export function requestDifference(context: Context, request: ApprovalRequest): ApprovalView['difference'] {
  const before = beforeOf(context, request, openStage(request)?.stage);
  if (!before?.words || !hasWords(request)) return undefined;
  const { against, title } = before;
  return { against, title, blocks: compare(request, before).blocks };
}

/** Size of the change for a stage's body, and since what; undefined when all is new, or without text. From memory. */
export function requestChanges(
  context: Context,
  request: ApprovalRequest,
  stage: Stage | undefined = openStage(request)?.stage,
): { against: 'round' | 'inForce'; changes: Changes } | undefined {
  const before = beforeOf(context, request, stage);
  if (!before?.words || !hasWords(request)) return undefined;
  return { against: before.against, changes: compare(request, before).changes };
}
