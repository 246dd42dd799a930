import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useLatest } from '../shared/meanwhile/useLatest.ts';
import { useSharedForm } from '../shared/meanwhile/useSharedForm.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import {
  bodyOf,
  controlFieldNames,
  controlMeaning,
  requirementPick,
  savedOf,
  startOf,
  type ControlFields,
  type ControlValues,
} from './control-values.ts';
import { controlPath } from './paths.ts';

/**
 * The form of a control: keeps itself on this device, begins with the requirement that the address names, and loses nothing
 * when somebody else has changed the control.
 */
export function useControlForm(control: ControlView | undefined, centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(control, centreId));
  const latest = useLatest();
  const kept = useSharedForm<ControlFields, ControlValues>({
    keptAs: `control.${control?.key ?? 'new'}`,
    start,
    fields: controlFieldNames,
    merged: controlFieldNames,
    meaning: controlMeaning,
    refusedAs: 'standards.changedMeanwhile',
    savedNow: async () => {
      const params = { controlKey: control?.key ?? '' };
      return savedOf(await latest('GET /api/controls/:controlKey', { params }));
    },
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  useAskedRequirement(kept.form);
  const add = useAct('POST /api/controls');
  const change = useAct('PUT /api/controls/:controlKey');
  const save = kept.form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    try {
      const saved = control
        ? await change.mutateAsync({ params: { controlKey: control.key }, body })
        : await add.mutateAsync({ body });
      kept.saved();
      notify(t('standards.form.saved'));
      goTo(controlPath(saved.key));
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    others: kept.others,
    busy: add.isPending || change.isPending || kept.others.busy,
    error: kept.elsewhere(add.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type ControlFormState = ReturnType<typeof useControlForm>;

/** "Add a control" beside a requirement: that one is chosen already. */
function useAskedRequirement(form: ControlFormState['form']) {
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
