import { Link, useParams } from 'wouter';
import type { SuccessionView } from '../../api/ownership/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { Bar } from '../shared/ui/Bar.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';

const lookMilliseconds = 1_500;
type Item = SuccessionView['items'][number];

/** One hand-over of everything: progress, what remained and why, and what went to whom. */
export function SuccessionPage() {
  const { successionKey = '' } = useParams<{ successionKey: string }>();
  const view = useView(
    'GET /api/successions/:successionKey',
    { params: { successionKey } },
    { every: (known) => (known?.state === 'running' ? lookMilliseconds : false) },
  );
  return <Viewed view={view}>{(succession) => <Report succession={succession} />}</Viewed>;
}

function answerOf({ state, counts: { all, done, moved }, from: { name } }: SuccessionView): string {
  if (state === 'running') return t('ownership.succession.result.running', { done, all });
  return moved === all
    ? t('ownership.succession.result.all', { count: all, name })
    : t('ownership.succession.result.some', { moved, all, name });
}

function Report({ succession }: { succession: SuccessionView }) {
  const { by, at, note, state, counts, items, freshness } = succession;
  const follows = useMe().data?.abilities.seeCentres === true;
  return (
    <Page
      title={answerOf(succession)}
      above={t('ownership.succession.title')}
      lead={
        state === 'running'
          ? t('ownership.succession.result.runningLead')
          : t('ownership.succession.result.by', { name: by.name, moment: asMoment(at) })
      }
      {...(follows ? { back: { to: '/hand-overs', page: t('ownership.succession.hold.backTo') } } : {})}
    >
      {state === 'running' && <Bar percent={counts.all === 0 ? 0 : (100 * counts.done) / counts.all} />}
      <p>{t('ownership.card.note', { note })}</p>
      <Part id="stayed" title={t('ownership.succession.result.stayed')} items={items} outcome="stayed" />
      <Part id="waiting" title={t('ownership.succession.result.waiting')} items={items} outcome="waiting" />
      <Part id="moved" title={t('ownership.succession.result.moved')} items={items} outcome="moved" />
      <AsOf freshness={freshness} />
    </Page>
  );
}

function Part(props: { id: string; title: string; items: readonly Item[]; outcome: Item['outcome'] }) {
  const rows = props.items.filter(({ outcome }) => outcome === props.outcome);
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby={props.id}>
      <h2 className="section-title" id={props.id}>
        {props.title}
      </h2>
      <DataTable
        caption={props.title}
        columns={columns(props.outcome === 'stayed')}
        rows={rows}
        rowKey={({ kind, title, to }) => `${kind} ${title} ${to.id}`}
      />
    </section>
  );
}

const columns = (withWhy: boolean): Column<Item>[] => [
  {
    key: 'what',
    title: t('common.word.what'),
    cell: ({ title, path }) => (path === undefined ? title : <Link href={path}>{title}</Link>),
  },
  {
    key: 'kind',
    title: t('common.word.kind'),
    cell: ({ kind }) => t(`ownership.succession.kind.${kind}`),
  },
  withWhy
    ? { key: 'why', title: t('ownership.succession.result.why'), cell: ({ why }) => why ?? '' }
    : { key: 'to', title: t('ownership.succession.result.to'), cell: ({ to }) => to.name },
];
