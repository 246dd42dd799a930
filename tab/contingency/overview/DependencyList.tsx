import { mergeClasses } from '@fluentui/react-components';
import type { DependenciesView, GraphNode } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { branchesFrom, neighbours, type Branch } from './graph-layout.ts';
import { GapMark } from './Marks.tsx';
import { kindText } from './words.ts';
import styles from './Dependencies.module.css';

/** The picture on a narrow screen: dependencies and dependants as branches. Also the initial services. */
export function DependencyList({ view, onFollow }: { view: DependenciesView; onFollow: (node: GraphNode) => void }) {
  const { focus, nodes, edges } = view;
  const known = new Map(nodes.map((node) => [node.id, node]));
  if (!focus)
    return (
      <div className={styles.branchesFirst}>
        <Branches branches={nodes.map(({ id }) => ({ id, below: [] }))} known={known} onFollow={onFollow} />
      </div>
    );
  const { needs, neededBy } = neighbours(edges);
  return (
    <>
      {(
        [
          ['needs', needs],
          ['neededBy', neededBy],
        ] as const
      ).map(([name, next]) => {
        const branches = branchesFrom(focus.id, next);
        return (
          <div key={name}>
            <h3 className="card-title">{t(`contingencyOverview.dependencies.${name}`)}</h3>
            {branches.length === 0 ? (
              <p className="quiet">{t('contingencyOverview.dependencies.nothing')}</p>
            ) : (
              <Branches branches={branches} known={known} onFollow={onFollow} />
            )}
          </div>
        );
      })}
    </>
  );
}

function Branches(props: {
  branches: readonly Branch[];
  known: ReadonlyMap<string, GraphNode>;
  onFollow: (node: GraphNode) => void;
}) {
  return (
    <ul className={styles.branches}>
      {props.branches.map(({ id, below }) => {
        const node = props.known.get(id);
        return node ? (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.branch, node.deciding && styles.nodeDeciding)}
              data-kind={node.kind}
              onClick={() => props.onFollow(node)}
            >
              <span className={styles.nodeTitle}>{node.title}</span>
              <span className={styles.nodeAbout}>
                {kindText(node.kind)}
                {node.mtd !== undefined && ` · ${asHours(node.mtd)}`}
                {node.gaps > 0 && (
                  <>
                    <GapMark count={node.gaps} />
                    <span className="hidden">{t('contingencyOverview.gapCount', { count: node.gaps })}</span>
                  </>
                )}
              </span>
            </button>
            {below.length > 0 && <Branches {...props} branches={below} />}
          </li>
        ) : null;
      })}
    </ul>
  );
}
