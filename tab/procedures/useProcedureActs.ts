import { useLocation } from 'wouter';
import type { ProcedureView } from '../../api/procedures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

/** What a procedure is called now. */
export const titleOf = ({ current, coming, versions }: ProcedureView): string =>
  (current ?? coming ?? versions[0])?.title ?? '';

/** Sends the draft to those who decide. */
export function useSubmitProcedure(procedure: ProcedureView, onDone: () => void) {
  const act = useAct('POST /api/procedures/:procedureKey/submit');
  const title = procedure.coming?.title ?? titleOf(procedure);
  return {
    busy: act.isPending,
    error: act.error,
    submit: () =>
      act.mutate(
        { params: { procedureKey: procedure.key } },
        {
          onSuccess: () => {
            notify(t('procedures.submit.done', { title }));
            onDone();
          },
        },
      ),
  };
}

/** Asks those who decide whether it still holds. */
export function useRenewProcedure(procedure: ProcedureView, onDone: () => void) {
  const kept = useKeptForm<{ note: string }>(`procedure.renew.${procedure.key}`, { note: '' }, ['note']);
  const act = useAct('POST /api/procedures/:procedureKey/renew');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { procedureKey: procedure.key }, body });
      kept.saved();
      notify(t('procedures.renew.done', { title: titleOf(procedure) }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** Takes it out of use, with a reason. */
export function useRetireProcedure(procedure: ProcedureView, onDone: () => void) {
  const kept = useKeptForm<{ reason: string }>(`procedure.retire.${procedure.key}`, { reason: '' }, ['reason']);
  const act = useAct('POST /api/procedures/:procedureKey/retire');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { procedureKey: procedure.key }, body });
      kept.saved();
      notify(t('procedures.retire.done', { title: titleOf(procedure) }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** Throws the draft away; leads to the list when nothing else was there. */
export function useDiscardDraft(procedure: ProcedureView, onDone: () => void) {
  const [, goTo] = useLocation();
  const act = useAct('DELETE /api/procedures/:procedureKey/draft');
  return {
    busy: act.isPending,
    error: act.error,
    discard: () => {
      // Before the views on the screen are asked for again, one of which may be gone.
      const gone = procedure.versions.length <= 1;
      act.mutate(
        { params: { procedureKey: procedure.key } },
        {
          onSuccess: () => {
            notify(t('procedures.discard.done'));
            onDone();
            if (gone) goTo('/procedures');
          },
        },
      );
    },
  };
}
