import type { PolicyPageView, PolicyVersionView, PolicyVersionRow } from '../../api/policy/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { ReadVersion } from './ReadVersion.tsx';
import { Receipts } from './Receipts.tsx';
import { YearlyApproval } from './YearlyApproval.tsx';
import { Link } from 'wouter';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Notice } from '../shared/ui/Notice.tsx';

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
        <Blank title={t('policy.empty.title')} text={t('policy.empty.text')} />
      )}
      {view.versions.length > 0 && <Versions versions={view.versions} />}
      <Receipts receipts={view.receipts} earlier={view.earlier} />
    </Page>
  );
}

const whichVersion = (current: PolicyVersionView) =>
  `${t('policy.version', { number: current.number })} · ${t('policy.inForceSince', { date: asDate(current.effectiveOn) })}`;

const columns: () => Column<PolicyVersionRow>[] = () => [
  {
    key: 'number',
    title: t('common.word.version'),
    cell: (version) => (
      <Link href={`/policy/versions/${version.key}`}>
        {version.number} – {version.title}
      </Link>
    ),
  },
  { key: 'state', title: t('common.word.status'), cell: (version) => <State version={version} /> },
  { key: 'effective', title: t('common.word.inForceFrom'), cell: (version) => asDate(version.effectiveOn) },
  { key: 'change', title: t('policy.versions.change'), cell: (version) => t(`policy.change.${version.changeKind}`) },
];

const State = ({ version }: { version: PolicyVersionRow }) => (
  <span className={version.state === 'published' ? 'tag tag-strong' : 'tag'}>{t(`policy.state.${version.state}`)}</span>
);

function Versions({ versions }: { versions: readonly PolicyVersionRow[] }) {
  return (
    <section className="section" aria-labelledby="versions">
      <h2 className="section-title" id="versions">
        {t('policy.versions.title')}
      </h2>
      <DataTable
        caption={t('policy.versions.title')}
        columns={columns()}
        rows={versions}
        rowKey={(version) => version.key}
      />
    </section>
  );
}

/** The next version, to everybody: the one valid until then, and a link to read it. */
function ComingNotice(props: { versions: readonly PolicyVersionRow[]; current: string | undefined }) {
  const coming = props.versions.filter(({ state }) => state === 'coming');
  const date = (version: PolicyVersionRow) => asDate(version.effectiveOn);
  return coming.map((version) => (
    <Notice
      key={version.key}
      tone="info"
      actions={<ButtonLink to={`/policy/versions/${version.key}`}>{t('policy.coming.read')}</ButtonLink>}
    >
      {props.current === undefined
        ? t('policy.coming.first', { number: version.number, date: date(version) })
        : t('policy.coming.notice', { number: version.number, date: date(version), current: props.current })}
    </Notice>
  ));
}

/** Drafts awaiting the reader: to be continued, corrected, or commented on. */
const DraftNotices = ({ versions }: { versions: readonly PolicyVersionRow[] }) =>
  versions.map((version) => <DraftNotice key={version.key} version={version} />);

function DraftNotice({ version }: { version: PolicyVersionRow }) {
  const { key, number, state, approval, abilities } = version;
  if (state !== 'draft' || (!abilities.edit && !abilities.comment)) return null;
  const path = `/policy/versions/${key}`;
  if (!abilities.edit)
    return (
      <Notice tone="info" actions={<ButtonLink to={path}>{t('policy.versions.commentDraft')}</ButtonLink>}>
        {t('policy.versions.draftToRead', { number })}
      </Notice>
    );
  const stopped = approval && approval.state !== 'open' && approval.state !== 'approved' ? approval.state : undefined;
  return (
    <Notice
      tone={stopped ? 'warning' : 'info'}
      actions={<ButtonLink to={path}>{t('policy.versions.openDraft')}</ButtonLink>}
    >
      {stopped ? t(`policy.stoppedNotice.${stopped}`, { number }) : t('policy.versions.draftWaits', { number })}
    </Notice>
  );
}
