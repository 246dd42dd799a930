import type { CommentsView, CommentView, PolicyVersionView } from '../../api/policy/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { notifyAfter } from '../shared/ui/notify.ts';
import { excerptOf } from './approval-texts.ts';

export const longestComment = 2000;
/** Length of a stored paragraph. */
const longestParagraph = 4000;
/** Others write concurrently. */
const freshMilliseconds = 20_000;

export const useComments = (version: PolicyVersionView) =>
  useView(
    'GET /api/policy/versions/:versionKey/comments',
    { params: { versionKey: version.key } },
    { enabled: version.abilities.readComments === true, every: () => freshMilliseconds },
  );

const worn = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longestParagraph);

/** Open ones, at their paragraph; those about the whole or about changed words; and resolved ones. */
export function placed(view: CommentsView | undefined, paragraphs: readonly string[]) {
  const comments = view?.comments ?? [];
  const open = comments.filter(({ resolved }) => !resolved);
  const at = new Map<number, CommentView[]>();
  const whole: CommentView[] = [];
  for (const comment of open) {
    const { paragraph } = comment;
    const place = paragraph === undefined ? -1 : paragraphs.findIndex((text) => worn(text) === worn(paragraph));
    if (place < 0) whole.push(comment);
    else at.set(place, [...(at.get(place) ?? []), comment]);
  }
  return { at, whole, settled: comments.filter(({ resolved }) => resolved) };
}

/** Resolves a comment, reopens or removes it. */
export function useCommentActs(versionKey: string, comment: CommentView) {
  const params = { versionKey, commentKey: comment.key };
  const settle = useAct('POST /api/policy/versions/:versionKey/comments/:commentKey/resolve');
  const remove = useAct('DELETE /api/policy/versions/:versionKey/comments/:commentKey');
  return {
    busy: settle.isPending || remove.isPending,
    error: settle.error,
    removeError: remove.error,
    settle: (resolved: boolean) => settle.mutate({ params, body: { resolved } }),
    remove: () => notifyAfter(remove.mutateAsync({ params }), t('policy.comments.removed')),
  };
}

/** A comment or the answer to one (`answers`). */
export const useCommentForm = (
  versionKey: string,
  { paragraph, answers }: { paragraph?: string | undefined; answers?: string | undefined },
  close: () => void,
) =>
  useForm({
    start: { text: '' },
    draft: `comment.${versionKey}.${answers ?? excerptOf(paragraph ?? '', 80)}`,
    send: ({ text }, api): Promise<unknown> => {
      if (answers !== undefined)
        return api('POST /api/policy/versions/:versionKey/comments/:commentKey/answer', {
          params: { versionKey, commentKey: answers },
          body: { text },
        });
      const about = paragraph === undefined ? {} : { paragraph: paragraph.slice(0, longestParagraph) };
      return api('POST /api/policy/versions/:versionKey/comments', {
        params: { versionKey },
        body: { text, ...about },
      });
    },
    saved: t('policy.comments.saved'),
    close,
  });
