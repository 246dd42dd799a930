import { LRUCache } from 'lru-cache';
import type { Context } from '../../context.ts';
import { changesIn, differenceOf, type Changes, type DifferenceBlock } from '../../difference/index.ts';
import { approvalSubject, type ApprovalContent } from '../approval-subject.ts';
import type { ApprovalView } from '../contract.ts';
import type { ApprovalRequest } from '../request-list.ts';
import { contentHashOf } from '../request.ts';
import { requestsAbout } from '../requests.ts';

interface Before {
  against: 'round' | 'inForce';
  title: string;
  words: string;
}

const wordsOf = (text: string, fileText = ''): string => [text, fileText].filter((part) => part !== '').join('\n\n');

/** The base of comparison: the previous round, else the version in force. */
function beforeOf(context: Context, request: ApprovalRequest): Before | undefined {
  const { subjectKind, subjectKey, round } = request;
  const earlier = requestsAbout(context, subjectKind, subjectKey).find((each) => each.round < round);
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

function compare(request: ApprovalRequest, before: string): Compared {
  const after = wordsOf(request.content, request.fileText);
  const known = compared.get(request.key);
  if (known?.before === before && known.after === after) return known;
  const blocks = differenceOf(before, after);
  const made = { before, after, blocks, changes: changesIn(blocks) };
  compared.set(request.key, made);
  return made;
}

const hasWords = (request: ApprovalRequest): boolean => wordsOf(request.content, request.fileText) !== '';

/** By paragraph; undefined when all is new, or without text to compare. */
export function requestDifference(context: Context, request: ApprovalRequest): ApprovalView['difference'] {
  const before = beforeOf(context, request);
  if (!before?.words || !hasWords(request)) return undefined;
  const { against, title, words } = before;
  return { against, title, blocks: compare(request, words).blocks };
}

/** Size of the change, and since what; undefined when all is new, or without text to compare. From memory. */
export function requestChanges(
  context: Context,
  request: ApprovalRequest,
): { against: 'round' | 'inForce'; changes: Changes } | undefined {
  const before = beforeOf(context, request);
  if (!before?.words || !hasWords(request)) return undefined;
  return { against: before.against, changes: compare(request, before.words).changes };
}
