import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { UseQueryResult } from '@tanstack/react-query';
import type { DependenciesView, GraphNode } from '../../../api/contingency/contract.ts';
import type { FigureView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { asHours } from '../shared/hours.ts';
import { GapList } from './GapList.tsx';
import { PlanLine, TestLines } from './status.tsx';
import { dependenciesPath, kindText } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';

/** The selected node: figures, deciders, and next steps. */
export function ItemPanel(props: {
  view: UseQueryResult<DependenciesView>;
  id: string | undefined;
  onClose: () => void;
}) {
  const { view, id } = props;
  if (id === undefined)
    return (
      <div className={`card ${styles.itemPanel}`} data-part="item-panel">
        <h3 className="card-title">{t('contingencyOverview.panel.choose')}</h3>
        <p className="card-text">{t('contingencyOverview.panel.chooseText')}</p>
      </div>
    );
  return (
    <div className={`card ${styles.itemPanel}`} data-part="item-panel" aria-live="polite">
      <Viewed view={view} skeleton={<Skeleton />} part>
        {({ focus, nodes }) => {
          const node = nodes.find((one) => one.id === id);
          return focus?.id === id && node ? (
            <>
              <div className={styles.itemHead}>
                <div>
                  <p className="quiet">{kindText(node.kind)}</p>
                  <h3 className="card-title">{node.title}</h3>
                </div>
                <Button
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={t('common.close')}
                  onClick={props.onClose}
                />
              </div>
              <Facts node={node} focus={focus} />
              <div className="card-foot">
                <ButtonLink to={dependenciesPath(id)}>{t('contingencyOverview.panel.dependencies')}</ButtonLink>
                <ButtonLink to={node.path} appearance="subtle">
                  {t('contingencyOverview.panel.open', { title: node.title })}
                </ButtonLink>
              </div>
            </>
          ) : (
            <Skeleton />
          );
        }}
      </Viewed>
    </div>
  );
}

const figures = ['mtd', 'rto', 'rpo'] as const;

/** Figures with their deciders, plans and tests, and next steps. */
export function Facts({ node, focus }: { node: GraphNode; focus: NonNullable<DependenciesView['focus']> }) {
  return (
    <>
      <dl className={styles.figures}>
        {figures.map((name) => (
          <div key={name}>
            <dt>{t(`contingency.figure.${name}`)}</dt>
            <dd>
              {hoursText(node[name])}
              <Decider figure={focus[name]} title={node.title} />
            </dd>
          </div>
        ))}
        {focus.plan && (
          <div>
            <dt>{t('contingencyOverview.sheet.plan')}</dt>
            <dd>
              <PlanLine plan={focus.plan} />
            </dd>
          </div>
        )}
        {focus.testing && (
          <div>
            <dt>{t('contingencyOverview.sheet.testing')}</dt>
            <dd>
              <TestLines testing={focus.testing} />
            </dd>
          </div>
        )}
      </dl>
      <GapList gaps={focus.gaps} title={node.title} ofService={node.kind === 'service'} />
    </>
  );
}

const hoursText = (hours: number | undefined): string =>
  hours === undefined ? t('contingencyOverview.panel.unknown') : asHours(hours);

/** The decider, unless its own. */
function Decider({ figure, title }: { figure: FigureView | undefined; title: string }) {
  if (!figure) return null;
  const by = figure.decidedBy.kind === 'service' ? figure.decidedBy.service.title : figure.decidedBy.asset.title;
  return by === title ? null : (
    <span className="quiet"> {t('contingencyOverview.panel.decidedBy', { title: by })}</span>
  );
}
