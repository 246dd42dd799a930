import { Link } from 'wouter';
import type { DependenciesView, GraphNode } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { ViewAs } from '../../shared/ui/ViewAs.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { asHours } from '../shared/hours.ts';
import { DependencyGraph } from './DependencyGraph.tsx';
import { DependencyList } from './DependencyList.tsx';
import { DependencyTable } from './DependencyTable.tsx';
import { Facts } from './ItemPanel.tsx';
import { useDependencies } from './useDependencies.ts';
import { useTrail, type Stop } from './useTrail.ts';
import styles from './Dependencies.module.css';

/** Below this a list is shown. */
const narrowPixels = 560;
/** Width taken by a card and the picture's frame. */
const cardPixels = 52;

/** From a service to its systems and back: press to navigate, with the path above. */
export function DependenciesPage() {
  const trail = useTrail();
  const view = useDependencies(trail.focus);
  return (
    <Viewed view={view}>
      {(answer) => {
        const focus = answer.nodes.find(({ id }) => id === answer.focus?.id);
        return (
          <Page
            title={
              focus
                ? t('contingencyOverview.dependencies.of', { title: focus.title })
                : t('contingencyOverview.dependencies.title')
            }
            above={t('common.nav.contingency')}
            lead={<p>{answerOf(answer, focus)}</p>}
          >
            <ContingencyNav />
            <Trail before={trail.before} focus={focus} pathOf={trail.pathOf} />
            {answer.nodes.length === 0 ? (
              <Blank title={t('contingencyOverview.dependencies.none')} />
            ) : (
              <Picture view={answer} focus={focus} trail={trail} />
            )}
            <AsOf freshness={answer.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

/** Accepted downtime, and its decider. */
function answerOf({ focus }: DependenciesView, node: GraphNode | undefined): string {
  if (!focus || !node) return t('contingencyOverview.dependencies.start');
  if (node.mtd === undefined) return t('contingencyOverview.dependencies.answerUnknown');
  const time = asHours(node.mtd);
  const by = focus.mtd?.decidedBy;
  if (!by || (by.kind === 'asset' && by.asset.key === node.key))
    return t('contingencyOverview.dependencies.answerOwn', { time });
  return t('contingencyOverview.dependencies.answer', {
    time,
    by: by.kind === 'service' ? by.service.title : by.asset.title,
  });
}

function Trail(props: { before: readonly Stop[]; focus: GraphNode | undefined; pathOf: (id?: string) => string }) {
  const { focus } = props;
  if (!focus) return null;
  return (
    <nav aria-label={t('contingencyOverview.dependencies.path')}>
      <ol className={styles.trail}>
        <li>
          <Link href={props.pathOf()}>{t('contingencyOverview.dependencies.all')}</Link>
        </li>
        {props.before.map(({ id, title }) => (
          <li key={id}>
            <Link href={props.pathOf(id)}>{title}</Link>
          </li>
        ))}
        <li aria-current="page">{focus.title}</li>
      </ol>
    </nav>
  );
}

function Picture(props: { view: DependenciesView; focus: GraphNode | undefined; trail: ReturnType<typeof useTrail> }) {
  const { view, focus, trail } = props;
  const { element, width } = useWidth<HTMLDivElement>(800);
  const follow = ({ id, title }: Stop) => trail.follow(focus && { id: focus.id, title: focus.title }, { id, title });
  return (
    <section className="section" aria-labelledby="graph-title">
      <div className="section-head">
        <h2 className="section-title" id="graph-title">
          {t('contingencyOverview.dependencies.picture')}
        </h2>
        <ViewAs as={trail.as} onChange={trail.show} />
      </div>
      {view.left > 0 && <p className="quiet">{t('contingencyOverview.dependencies.left', { count: view.left })}</p>}
      <div ref={element}>
        {trail.as === 'table' ? (
          <DependencyTable view={view} pathOf={trail.pathOf} />
        ) : (
          <div className="card">
            {!focus || width < narrowPixels ? (
              <DependencyList view={view} onFollow={follow} />
            ) : (
              <DependencyGraph key={focus.id} view={view} room={width - cardPixels} onFollow={follow} />
            )}
            {view.edges.some(({ deciding }) => deciding) && (
              <p className="quiet">{t('contingencyOverview.dependencies.deciding')}</p>
            )}
          </div>
        )}
      </div>
      {focus && view.focus && (
        <div className="card">
          <h2 className="card-title">{focus.title}</h2>
          <Facts node={focus} focus={view.focus} />
          <div className="card-foot">
            <ButtonLink to={focus.path}>{t('contingencyOverview.panel.open', { title: focus.title })}</ButtonLink>
          </div>
        </div>
      )}
    </section>
  );
}
