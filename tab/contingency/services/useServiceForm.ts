import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useLatest } from '../../shared/meanwhile/useLatest.ts';
import { useSharedForm } from '../../shared/meanwhile/useSharedForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { servicePath } from '../shared/contingency-paths.ts';
import { bodyOf, savedOf, serviceFields, startOf, type ServiceFields, type ServiceValues } from './service-values.ts';
import { serviceMeaning } from './service-words.ts';

/** The form of a service: keeps itself on this device, and loses nothing when somebody else has changed the service. */
export function useServiceForm(service: ServiceView | undefined, settings: ServiceView['settings'], centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(service, settings, centreId));
  const latest = useLatest();
  const kept = useSharedForm<ServiceFields, ServiceValues>({
    keptAs: `service.${service?.key ?? 'new'}`,
    start,
    fields: serviceFields,
    merged: serviceFields,
    meaning: serviceMeaning,
    refusedAs: 'services.changedMeanwhile',
    savedNow: async () => {
      const params = { serviceKey: service?.key ?? '' };
      return savedOf(await latest('GET /api/critical-services/:serviceKey', { params }), settings);
    },
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  const { form } = kept;
  const add = useAct('POST /api/critical-services');
  const change = useAct('PUT /api/critical-services/:serviceKey');
  const save = form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    if (!body) return;
    try {
      const saved = service
        ? await change.mutateAsync({ params: { serviceKey: service.key }, body })
        : await add.mutateAsync({ body });
      kept.saved();
      notify(t('criticalServices.form.saved', { title: saved.title }));
      goTo(servicePath(saved.key));
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return {
    form,
    // What the API said of a whole list has no box of its own that would clear it.
    save: (event: FormEvent) => {
      form.clearErrors(['impacts', 'peaks']);
      return save(event);
    },
    others: kept.others,
    busy: add.isPending || change.isPending || kept.others.busy,
    error: kept.elsewhere(add.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type ServiceFormState = ReturnType<typeof useServiceForm>;
export type ServiceForm = ServiceFormState['form'];
