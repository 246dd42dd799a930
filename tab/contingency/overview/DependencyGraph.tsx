import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { DependenciesView, GraphEdge, GraphNode } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { box, layoutOf, linePath, neighbours, nodeAfter } from './graph-layout.ts';
import { GapMark } from './Marks.tsx';
import { kindText } from './words.ts';
import styles from './Dependencies.module.css';

/**
 * Services on the left, then their dependencies, and the most basic ones on the right. One tab stop; the focused or
 * hovered node and its neighbours are highlighted, and the deciding chain is marked.
 */
export function DependencyGraph(props: {
  view: DependenciesView;
  /** CSS pixels. */
  room: number;
  onFollow: (node: GraphNode) => void;
}) {
  const { view, room, onFollow } = props;
  const { nodes, edges, focus } = view;
  const layout = layoutOf(nodes, edges, room);
  const frame = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(focus?.id ?? nodes[0]?.id);
  const [lit, setLit] = useState<string>();
  const stop = nodes.some(({ id }) => id === reached) ? reached : nodes[0]?.id;
  const find = (id: string) => frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
  const focusId = focus?.id;
  useEffect(() => {
    const chosen = frame.current?.querySelector<HTMLElement>('[data-focus]');
    if (chosen && frame.current) frame.current.scrollLeft = chosen.offsetLeft - frame.current.clientWidth / 2;
  }, [focusId]);
  useEffect(() => {
    void import('../../shared/ui/long-words.ts')
      .then((file) => file.breakLongWords(document.body))
      .catch(() => undefined);
  }, [layout.boxWidth]);
  const walk = (event: KeyboardEvent) => {
    const next = stop === undefined ? undefined : nodeAfter(event.key, stop, layout, edges);
    if (next === undefined) return;
    event.preventDefault();
    setReached(next);
    find(next)?.focus();
  };
  const { needs, neededBy } = neighbours(edges);
  const near = lit === undefined ? undefined : new Set([lit, ...needs(lit), ...neededBy(lit)]);
  const last = layout.columns.length - 1;
  return (
    <>
      <div className={styles.graph} ref={frame} tabIndex={-1}>
        <div
          className={lit === undefined ? styles.graphPlane : `${styles.graphPlane} ${styles.graphLooking}`}
          style={{ width: layout.width, height: layout.height }}
          role="group"
          aria-label={t('contingencyOverview.dependencies.picture')}
          onKeyDown={walk}
          onMouseLeave={() => setLit(undefined)}
        >
          {nodes.some(({ kind }) => kind === 'service') && (
            <p className={styles.graphHead} style={{ insetInlineStart: 0 }}>
              {t('contingencyOverview.dependencies.services')}
            </p>
          )}
          {last > 1 && (
            <p className={styles.graphHead} style={{ insetInlineStart: last * (layout.boxWidth + box.across) }}>
              {t('contingencyOverview.dependencies.foundation')}
            </p>
          )}
          <svg className={styles.graphLines} width={layout.width} height={layout.height} aria-hidden>
            {[...edges].sort(decidingLast).map((edge) => {
              const isNear = lit === edge.from || lit === edge.to;
              const looks = [styles.graphLine, edge.deciding && styles.lineDeciding, isNear && styles.lineNear];
              return (
                <path
                  key={`${edge.from} ${edge.to}`}
                  className={mergeClasses(...looks)}
                  {...(edge.deciding ? { 'data-deciding': '' } : {})}
                  d={linePath(edge, layout)}
                />
              );
            })}
          </svg>
          {nodes.map((node) => (
            <NodeBox
              key={node.id}
              node={node}
              place={layout.places.get(node.id) ?? { x: 0, y: 0 }}
              width={layout.boxWidth}
              isFocus={node.id === focus?.id}
              isStop={node.id === stop}
              isNear={near?.has(node.id) === true}
              onReach={() => {
                setReached(node.id);
                setLit(node.id);
              }}
              onLook={() => setLit(node.id)}
              onLeave={() => setLit(undefined)}
              onFollow={() => onFollow(node)}
            />
          ))}
        </div>
      </div>
      <p className="hidden" id="graph-keys">
        {t('contingencyOverview.dependencies.keys')}
      </p>
    </>
  );
}

/** Drawn last, on top of other lines. */
const decidingLast = (one: GraphEdge, other: GraphEdge) => Number(one.deciding) - Number(other.deciding);

function NodeBox(props: {
  node: GraphNode;
  place: { x: number; y: number };
  width: number;
  isFocus: boolean;
  isStop: boolean;
  isNear: boolean;
  onReach: () => void;
  onLook: () => void;
  onLeave: () => void;
  onFollow: () => void;
}) {
  const { node, place } = props;
  const looks = [
    styles.node,
    props.isFocus && styles.nodeFocus,
    props.isNear && styles.nodeNear,
    node.deciding && styles.nodeDeciding,
  ];
  return (
    <button
      type="button"
      className={mergeClasses(...looks)}
      style={{ insetInlineStart: place.x, insetBlockStart: place.y, width: props.width, height: box.height }}
      data-node={node.id}
      data-kind={node.kind}
      {...(props.isFocus ? { 'data-focus': '' } : {})}
      tabIndex={props.isStop ? 0 : -1}
      aria-current={props.isFocus ? 'true' : undefined}
      aria-describedby="graph-keys"
      title={node.title}
      onFocus={props.onReach}
      onBlur={props.onLeave}
      onMouseEnter={props.onLook}
      onClick={props.onFollow}
    >
      <span className={styles.nodeTitle}>{node.title}</span>
      <span className="hidden">{nodeText(node)}</span>
      <span className={styles.nodeAbout} aria-hidden>
        {node.mtd === undefined ? kindText(node.kind) : asHours(node.mtd)}
        {node.gaps > 0 && <GapMark count={node.gaps} />}
      </span>
    </button>
  );
}

/** Text below the title. */
function nodeText({ kind, mtd, gaps }: GraphNode): string {
  return t('contingencyOverview.dependencies.node', {
    kind: kindText(kind),
    mtd: mtd === undefined ? '' : t('contingencyOverview.dependencies.answerOwn', { time: asHours(mtd) }),
    gaps: gaps > 0 ? `${t('contingencyOverview.gapCount', { count: gaps })}.` : '',
  })
    .replace(/\s+/g, ' ')
    .trim();
}
