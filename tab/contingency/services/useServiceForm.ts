import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { useForm, type FormState } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { servicePath } from '../shared/contingency-paths.ts';
import { bodyOf, fieldsOf, type ServiceFields } from './service-values.ts';
import { serviceMeaning } from './service-words.ts';

export type ServiceFormState = FormState<ServiceFields>;
export type ServiceForm = ServiceFormState['form'];

/** The form of a service, with concurrent editing. */
export function useServiceForm(
  service: ServiceView | undefined,
  settings: ServiceView['settings'],
  centreId: string,
): ServiceFormState {
  const params = { serviceKey: service?.key ?? '' };
  return useForm({
    start: fieldsOf(service, settings, centreId),
    draft: `service.${service?.key ?? 'new'}`,
    shared: {
      etag: service?.changedAt ?? '',
      code: 'services.changedMeanwhile',
      meaning: serviceMeaning,
      latest: async (read) => {
        const now = await read('GET /api/critical-services/:serviceKey', { params });
        return { values: fieldsOf(now, settings), by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const body = bodyOf(values);
      if (!body) return undefined;
      return service
        ? api('PUT /api/critical-services/:serviceKey', { params, body: { ...body, expected: etag } })
        : api('POST /api/critical-services', { body });
    },
    refused: { impacts: 'impacts', peaks: 'peaks' },
    saved: ({ title }) => t('criticalServices.form.saved', { title }),
    goTo: ({ key }) => servicePath(key),
  });
}
