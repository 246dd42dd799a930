import type { PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ComingNotice, DraftNotices } from './DraftNotices.tsx';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { ReadVersion } from './ReadVersion.tsx';
import { Receipts } from './Receipts.tsx';
import { Versions } from './Versions.tsx';
import { YearlyApproval } from './YearlyApproval.tsx';

/** Politik: the version in force to read and acknowledge, versions, receipts. */
export function PolicyPage() {
  const policy = useView('GET /api/policy', {});
  return <Viewed view={policy}>{(view) => <Policy view={view} />}</Viewed>;
}

function Policy({ view }: { view: PolicyPageView }) {
  const { current } = view;
  return (
    <Page
      title={current?.title ?? t('policy.title')}
      {...(current ? { above: whichVersion(current) } : {})}
      {...(view.abilities.draft
        ? { actions: <ButtonLink to="/policy/new">{t('policy.versions.new')}</ButtonLink> }
        : {})}
    >
      <PolicyNav />
      <ComingNotice versions={view.versions} current={current?.number} />
      <DraftNotices versions={view.versions} />
      {view.yearly && <YearlyApproval view={view} yearly={view.yearly} />}
      {current ? (
        <ReadVersion
          version={current}
          acknowledge={view.abilities.acknowledge || current.receipt !== undefined}
          due={view.due}
        />
      ) : (
        <Blank title={t('policy.empty.title')}>
          <p>{t('policy.empty.text')}</p>
        </Blank>
      )}
      {view.versions.length > 0 && <Versions versions={view.versions} />}
      <Receipts receipts={view.receipts} earlier={view.earlier} />
    </Page>
  );
}

const whichVersion = (current: PolicyVersionView) =>
  `${t('policy.version', { number: current.number })} · ${t('policy.inForceSince', { date: asDate(current.effectiveOn) })}`;
