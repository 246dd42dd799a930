import type { RoundView } from '../../api/awareness/contract.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { bodyOf, choosesSomebody, valuesOf } from './round-values.ts';

/** The form of a round. */
export function useRound(round: RoundView | undefined) {
  const today = useMe().data?.today ?? '';
  return useForm({
    start: valuesOf(round, today, t('awareness.round.somePerson')),
    draft: `round.${round?.key ?? 'new'}`,
    send: (values, api) => {
      const body = bodyOf(values);
      if (!body || !choosesSomebody(values)) return undefined;
      return round
        ? api('PUT /api/learning/rounds/:roundKey', { params: { roundKey: round.key }, body })
        : api('POST /api/learning/rounds', { body });
    },
    saved: t('awareness.round.saved'),
    goTo: '/learning/rounds',
  });
}
