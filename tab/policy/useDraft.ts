import type { PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { startFrom, startOf } from './draft-start.ts';

/** The form of a draft. */
export function useDraft(from: { version: PolicyVersionView } | { policy: PolicyPageView }) {
  const version = 'version' in from ? from.version : undefined;
  const params = { versionKey: version?.key ?? '' };
  const today = useMe().data?.today ?? '';
  return useForm({
    start: 'policy' in from ? startFrom(from.policy, today) : startOf(from.version, today),
    draft: `draft.${version?.key ?? 'new'}`,
    shared: {
      etag: version?.etag ?? '',
      names: {
        title: t('common.word.title'),
        number: t('policy.draft.number'),
        body: t('policy.draft.body'),
        summary: t('policy.whatIsNew'),
        changeKind: t('policy.draft.change'),
        effectiveOn: t('common.word.inForceFrom'),
      },
      texts: ['body', 'summary'],
      said: ({ changeKind }, field) => (field === 'changeKind' ? t(`policy.change.${changeKind}`) : undefined),
      latest: async (read) => {
        const now = await read('GET /api/policy/versions/:versionKey', { params });
        return { values: startOf(now, today), etag: now.etag };
      },
    },
    send: (body, api, { etag: expected }) =>
      version
        ? api('PUT /api/policy/versions/:versionKey', { params, body: { ...body, expected } })
        : api('POST /api/policy/versions', { body }),
    saved: t('policy.draft.saved'),
    goTo: ({ key }) => `/policy/versions/${key}`,
  });
}
