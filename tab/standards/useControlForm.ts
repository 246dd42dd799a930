import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/ui/useKeptForm.ts';
import { bodyOf, controlFieldNames, requirementPick, valuesOf, type ControlValues } from './control-values.ts';
import { controlPath } from './paths.ts';

/** The form of a control: keeps itself on this device, and begins with the requirement that the address names. */
export function useControlForm(control: ControlView | undefined, centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => valuesOf(control, centreId));
  const kept = useKeptForm<ControlValues>(`control.${control?.key ?? 'new'}`, start, controlFieldNames);
  useAskedRequirement(kept.form);
  const add = useAct('POST /api/controls');
  const change = useAct('PUT /api/controls/:controlKey');
  const save = kept.form.handleSubmit(async (values) => {
    const body = bodyOf(values, control?.changedAt);
    try {
      const saved = control
        ? await change.mutateAsync({ params: { controlKey: control.key }, body })
        : await add.mutateAsync({ body });
      kept.saved();
      notify(t('standards.form.saved'));
      goTo(controlPath(saved.key));
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    busy: add.isPending || change.isPending,
    error: kept.elsewhere(add.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type ControlFormState = ReturnType<typeof useControlForm>;

/** "Add a control" beside a requirement: that one is chosen already. */
function useAskedRequirement(form: ReturnType<typeof useKeptForm<ControlValues>>['form']) {
  const [search] = useSearchParams();
  const asked = search.get('requirement') ?? '';
  const known = useView('GET /api/requirement-names', { query: { key: asked } }, { enabled: asked !== '' });
  const [found] = known.data?.requirements ?? [];
  useEffect(() => {
    if (!found) return;
    const chosen = form.getValues('requirementKeys');
    if (chosen.some(({ key }) => key === found.key)) return;
    form.setValue('requirementKeys', [...chosen, requirementPick(found)]);
  }, [found, form]);
}
