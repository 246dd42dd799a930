import { useState } from 'react';
import type { AudiencePreview, PolicyVersionView } from '../../api/policy/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { dayAndTime, t } from '../shared/texts/texts.ts';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';

export const shortestReason = 10;

export type Choice = AudiencePreview['choices'][number];

/** With no recipients there is no hour to choose, only a day. */
const choicesOf = (audience: AudiencePreview | undefined): Choice[] =>
  audience?.choices.filter(({ when }) => when !== 'morning' || audience.reachable > 0) ?? [];

const doneText = (number: string, cardsAt: string | undefined): string =>
  cardsAt === undefined
    ? t('policy.publish.done', { number })
    : t('policy.publish.doneLater', { number, ...dayAndTime(cardsAt) });

/** Effects of a publication, fetched while the dialog is open; the reason is retained if the reader leaves. */
export function usePublish(version: PolicyVersionView, open: boolean, onDone: () => void) {
  const audience = useView(
    'GET /api/policy/versions/:versionKey/audience',
    { params: { versionKey: version.key } },
    { enabled: open },
  );
  const act = useAct('POST /api/policy/versions/:versionKey/publish');
  const { found, keep, forget } = useDraft<string>(`publish.${version.key}`);
  const [reason, setReason] = useState(found ?? '');
  const [seen, setSeen] = useState(false);
  const [tried, setTried] = useState(false);
  const [chosen, choose] = useState<Choice['when']>();
  const choices = choicesOf(audience.data);
  const choice = choices.find(({ when }) => when === chosen) ?? choices[0];
  const reasonRefused =
    act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'reason')?.message : undefined;
  const tooShort = reason.trim().length < shortestReason;
  return {
    audience,
    choices,
    choice,
    choose,
    reason,
    seen,
    setSeen,
    busy: act.isPending,
    error: reasonRefused ? null : act.error,
    reasonError: reasonRefused ?? (tried && tooShort ? t('policy.publish.reasonShort') : undefined),
    seenError: tried && !seen ? t('policy.publish.confirmNeeded') : undefined,
    changeReason: (text: string) => {
      setReason(text);
      keep(text);
    },
    publish: () => {
      setTried(true);
      if (tooShort || !seen) return;
      act.mutate(
        { params: { versionKey: version.key }, body: { reason, ...(choice ? { when: choice.when } : {}) } },
        {
          onSuccess: () => {
            forget();
            notify(doneText(version.number, choice?.cardsAt));
            onDone();
          },
        },
      );
    },
  };
}
