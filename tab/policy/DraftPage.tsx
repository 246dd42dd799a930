import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { DraftForm } from './DraftForm.tsx';
import { useVersion } from './useVersion.ts';

/** A new version, from the newest text. */
export function NewDraftPage() {
  const policy = useView('GET /api/policy', {});
  const me = useMe();
  return (
    <Viewed view={me}>
      {() => (
        <Viewed view={policy}>
          {(view) => (
            <Begun may={view.abilities.draft}>
              <Page title={t('policy.draft.newTitle')} back={{ to: '/policy', page: t('policy.title') }}>
                {view.coming && <FromComing {...view.coming} />}
                <DraftForm from={{ policy: view }} />
              </Page>
            </Begun>
          )}
        </Viewed>
      )}
    </Viewed>
  );
}

const FromComing = ({ number, effectiveOn }: PolicyVersionView) => (
  <Notice tone="info">{t('policy.draft.fromComing', { number, date: asDate(effectiveOn) })}</Notice>
);

/** Continues a draft. */
export function EditDraftPage() {
  const version = useVersion();
  return <Viewed view={version}>{(view) => <EditDraft version={view} key={view.key} />}</Viewed>;
}

function EditDraft({ version }: { version: PolicyVersionView }) {
  return (
    <Begun may={version.abilities.edit}>
      <Page
        title={t('policy.draft.editTitle', { number: version.number })}
        back={{ to: `/policy/versions/${version.key}`, page: version.title }}
      >
        <DraftForm from={{ version }} />
      </Page>
    </Begun>
  );
}
