import { z } from 'zod';
import { differenceBlock } from '../difference/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { policyPageView, policyVersionView } from './version-contract.ts';

const moment = z.iso.datetime();

/** A comment on a draft, on a paragraph of it (its words are stored, as it may change) or on all of it. */
export const commentView = z.object({
  key: z.string(),
  by: personRef,
  at: moment,
  text: z.string(),
  paragraph: z.string().optional(),
  /** The paragraph has changed. */
  outdated: z.boolean(),
  resolved: z.object({ by: personRef, at: moment }).optional(),
  answer: z.object({ by: personRef, at: moment, text: z.string() }).optional(),
  abilities: z.object({ answer: z.boolean(), resolve: z.boolean(), remove: z.boolean() }),
});
export type CommentView = z.output<typeof commentView>;
export const commentsView = z.object({
  comments: z.array(commentView),
  open: z.number().int(),
  abilities: z.object({ comment: z.boolean() }),
  freshness,
});
export type CommentsView = z.output<typeof commentsView>;

/** The policy's approval by Byrådet (R10): submit, comments, changes. */
export const policyApprovalContract = {
  'POST /api/policy/versions/:versionKey/submit': {
    summary: 'Send a draft to the committee, Koncernledelsen and Byrådet (R10)',
    answer: policyVersionView,
  },
  'POST /api/policy/reapprove': {
    summary: 'Send the version in force for its yearly approval, without a change (R10)',
    body: z.object({ note: z.string().trim().max(600).default('') }),
    answer: policyPageView,
  },
  'GET /api/policy/versions/:versionKey/difference': {
    summary: 'What it changes, paragraph by paragraph',
    query: z.object({ against: z.string().max(255).optional() }),
    answer: z.object({
      against: z.object({ key: z.string(), number: z.string() }).optional(),
      blocks: z.array(differenceBlock),
    }),
  },
  'GET /api/policy/versions/:versionKey/comments': { summary: 'Comments on a draft', answer: commentsView },
  'POST /api/policy/versions/:versionKey/comments': {
    summary: 'Comment on a draft or a paragraph of it',
    body: z.object({ text: z.string().trim().min(1).max(2000), paragraph: z.string().max(4000).optional() }),
    answer: commentsView,
  },
  'POST /api/policy/versions/:versionKey/comments/:commentKey/answer': {
    summary: 'Answer a comment',
    body: z.object({ text: z.string().trim().min(1).max(2000) }),
    answer: commentsView,
  },
  'POST /api/policy/versions/:versionKey/comments/:commentKey/resolve': {
    summary: 'Mark a comment as seen to, or as open again',
    body: z.object({ resolved: z.boolean() }),
    answer: commentsView,
  },
  'DELETE /api/policy/versions/:versionKey/comments/:commentKey': {
    summary: 'Take back a comment of one’s own',
    answer: commentsView,
  },
} satisfies Endpoints;
