import { Link } from 'wouter';
import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';

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

export function Versions({ versions }: { versions: readonly PolicyVersionRow[] }) {
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
