import { useAct, useView } from '../shared/api/queries.ts';

const sendingMilliseconds = 1_500;
const restingMilliseconds = 10_000;

/** A version's campaign, polled while it runs, and its actions. */
export function useCampaign(versionKey: string) {
  const view = useView(
    'GET /api/policy/versions/:versionKey/campaign',
    { params: { versionKey } },
    { every: (answer) => (answer?.campaign?.state === 'sending' ? sendingMilliseconds : restingMilliseconds) },
  );
  const campaignKey = view.data?.campaign?.key ?? '';
  const pause = useAct('POST /api/campaigns/:campaignKey/pause');
  const resume = useAct('POST /api/campaigns/:campaignKey/resume');
  const cancel = useAct('POST /api/campaigns/:campaignKey/cancel');
  const request = { params: { campaignKey } };
  return {
    view,
    busy: pause.isPending || resume.isPending || cancel.isPending,
    error: pause.error ?? resume.error ?? cancel.error,
    pause: () => pause.mutate(request),
    resume: () => resume.mutate(request),
    cancel: (done: () => void) => cancel.mutate(request, { onSuccess: done }),
  };
}
