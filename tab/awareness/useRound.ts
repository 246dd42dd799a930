import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RoundView } from '../../api/awareness/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';
import { bodyOf, choosesSomebody, valuesOf, type RoundValues } from './round-values.ts';

const fields = ['courseKey', 'title', 'opensOn', 'dueOn', 'newWithinDays'] as const;

/** The form of a round: keeps itself, and saves a new round or a changed one. */
export function useRound(round: RoundView | undefined) {
  const [, goTo] = useLocation();
  const today = useMe().data?.today ?? '';
  const [start] = useState(() => valuesOf(round, today, t('awareness.round.somePerson')));
  const kept = useKeptForm<RoundValues>(`round.${round?.key ?? 'new'}`, start, fields);
  const create = useAct('POST /api/learning/rounds');
  const change = useAct('PUT /api/learning/rounds/:roundKey');
  const { form } = kept;
  const save = form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    if (!body || !choosesSomebody(values)) return;
    try {
      await (round ? change.mutateAsync({ params: { roundKey: round.key }, body }) : create.mutateAsync({ body }));
      kept.saved();
      notify(t('awareness.round.saved'));
      goTo('/learning/rounds');
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    kept,
    save,
    busy: create.isPending || change.isPending,
    error: kept.elsewhere(create.error ?? change.error),
  };
}
