import { useMutation } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';

/** The plan in the address. */
export function usePlan() {
  const { planKey = '' } = useParams<{ planKey: string }>();
  return useView('GET /api/contingency/plans/:planKey', { params: { planKey } });
}

/** A version formerly in force, by its key. */
export const useOldVersion = (planKey: string, versionKey: string) =>
  useView('GET /api/contingency/plans/:planKey/versions/:versionKey', { params: { planKey, versionKey } });

/** The plan's current title. */
export const titleOf = ({ current, coming, versions, asset }: PlanView): string =>
  (current ?? coming ?? versions[0])?.title || asset.title;

/** The version as a PDF. */
export const useDocument = (planKey: string, versionKey: string) =>
  useMutation({
    mutationFn: () =>
      download('GET /api/contingency/plans/:planKey/versions/:versionKey/document', {
        params: { planKey, versionKey },
      }),
  });

/** A form of the version, byte for byte. */
export const useFormFile = (planKey: string, versionKey: string) =>
  useMutation({
    mutationFn: (formKey: string) =>
      download('GET /api/contingency/plans/:planKey/versions/:versionKey/forms/:formKey', {
        params: { planKey, versionKey, formKey },
      }),
  });
