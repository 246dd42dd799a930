import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { call } from '../../shared/api/client.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/ui/useKeptForm.ts';
import { servicePath } from '../shared/contingency-paths.ts';
import { bodyOf, serviceFields, startOf, type ServiceField, type ServiceValues } from './service-values.ts';

const changedMeanwhile = (error: unknown) => error instanceof ApiError && error.code === 'services.changedMeanwhile';
const isSame = (one: ServiceValues, other: ServiceValues, field: ServiceField) =>
  JSON.stringify(one[field]) === JSON.stringify(other[field]);

/** Somebody else has changed the service since the form was opened. */
interface Meanwhile {
  name: string;
  theirs: ServiceValues;
  /** What both have changed, each in an own way. */
  both: ServiceField[];
}

/**
 * The form of a service: keeps itself on this device. When others have changed the service, what the writer has not
 * touched becomes as saved, and the rest is named to choose from; nothing is lost.
 */
export function useServiceForm(service: ServiceView | undefined, settings: ServiceView['settings'], centreId: string) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(service, settings, centreId));
  const kept = useKeptForm<ServiceValues>(`service.${service?.key ?? 'new'}`, start, serviceFields);
  const { form } = kept;
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const [compareError, setCompareError] = useState<Error | null>(null);
  const add = useAct('POST /api/critical-services');
  const change = useAct('PUT /api/critical-services/:serviceKey');
  const take = (theirs: ServiceValues, field: ServiceField) =>
    form.setValue(field, theirs[field], { shouldDirty: true, shouldValidate: true });

  async function compare(serviceKey: string) {
    setCompareError(null);
    try {
      const now = await call('GET /api/critical-services/:serviceKey', { params: { serviceKey } });
      const theirs = startOf(now, settings);
      const mine = form.getValues();
      const both = serviceFields.filter((field) => !isSame(mine, start, field) && !isSame(mine, theirs, field));
      serviceFields.filter((field) => isSame(mine, start, field)).forEach((field) => take(theirs, field));
      form.setValue('seen', theirs.seen);
      setMeanwhile({ name: now.changedBy.name, theirs, both });
    } catch (error) {
      setCompareError(error instanceof Error ? error : null);
    }
  }

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
      if (service && changedMeanwhile(error)) await compare(service.key);
      else kept.refuse(error);
    }
  });
  const error = add.error ?? change.error;
  return {
    form,
    // What the API said of a whole list has no box of its own that would clear it.
    save: (event: FormEvent) => {
      form.clearErrors(['impacts', 'peaks']);
      return save(event);
    },
    busy: add.isPending || change.isPending,
    error: compareError ?? kept.elsewhere(changedMeanwhile(error) ? null : error),
    meanwhile,
    useTheirs: (field: ServiceField) => {
      if (!meanwhile) return;
      take(meanwhile.theirs, field);
      setMeanwhile({ ...meanwhile, both: meanwhile.both.filter((one) => one !== field) });
    },
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: () => {
      setMeanwhile(undefined);
      kept.discardKept();
    },
  };
}
export type ServiceForm = ReturnType<typeof useServiceForm>['form'];
