import { Button, mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { stages, stepText, views } from '../parts/risk-words.ts';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import { ThreatMatrices } from './ThreatMatrices.tsx';
import { cellOf, stepsOf, typedColumns, type Suggestion, type TypedCell, type TypedColumn } from './typed-cells.ts';
import type { Draft } from './useAssessment.ts';
import { useTypedTable, type Typing } from './useTypedTable.ts';
import styles from './TypedTable.module.css';
import dataTableStyles from '../../shared/ui/DataTable.module.css';
import assessmentStyles from './Assessment.module.css';

const columnTitle = (column: TypedColumn): string =>
  column === 'likelihood' ? t('riskAssessment.likelihood') : t(`risks.dimension.${column}`);

/** The whole assessment as a table for typing: digits, arrows, several rows at once. The matrices follow. */
export function TypedTable({ draft, onOpen }: { draft: Draft; onOpen: (threatKey: string) => void }) {
  const { view } = draft;
  const params = { assessmentKey: view.key };
  const asked = useView('GET /api/risks/assessments/:assessmentKey/suggestions', { params });
  const found = asked.data?.suggestions;
  const suggestions = useMemo(() => new Map((found ?? []).map((one) => [one.threatKey, one] as const)), [found]);
  const typing = useTypedTable(draft, suggestions);
  const { place, setPlace } = typing;
  return (
    <div className={styles.typedParts}>
      <div className={`card-row ${styles.typedTools}`}>
        <Choices
          label={t('riskAssessment.stages.choose')}
          value={place.stage}
          onChange={(stage) => setPlace({ ...place, stage })}
          options={stages.map((value) => ({ value, text: t(`risks.stage.${value}`) }))}
        />
        <Choices
          label={t('riskAssessment.typed.whose')}
          value={place.view}
          onChange={(whose) => setPlace({ ...place, view: whose })}
          options={views
            .filter((one) => view.views.includes(one))
            .map((value) => ({ value, text: t(`risks.view.${value}`) }))}
        />
      </div>
      <Suggested typing={typing} suggestions={suggestions} />
      <Chosen typing={typing} />
      <p className="quiet for-keys" id="typed-keys">
        {t('riskAssessment.typed.keys')}
      </p>
      <div
        className={`${dataTableStyles.tableFrame} ${styles.typedFrame}`}
        role="region"
        aria-label={t('riskAssessment.table.caption')}
        tabIndex={-1}
      >
        <table
          className={`${dataTableStyles.table} ${styles.typed}`}
          data-part="table"
          role="grid"
          aria-multiselectable
          aria-describedby="typed-keys"
        >
          <caption className="hidden">{t('riskAssessment.table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('riskAssessment.typed.number')}</th>
              <th scope="col">{t('riskAssessment.table.threat')}</th>
              {typedColumns.map((column) => (
                <th key={column} scope="col" className={styles.typedShort}>
                  {columnTitle(column)}
                </th>
              ))}
              {stages.map((stage) => (
                <th key={stage} scope="col">
                  {t(`risks.stage.${stage}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.risks.map((risk, row) => (
              <Row
                key={risk.threatKey}
                draft={draft}
                risk={risk}
                row={row}
                typing={typing}
                suggestion={suggestions.get(risk.threatKey)}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ThreatMatrices view={view} />
      <SetAsideDialog typing={typing} />
    </div>
  );
}

interface RowProps {
  draft: Draft;
  risk: AssessedRisk;
  row: number;
  typing: Typing;
  suggestion: Suggestion | undefined;
  onOpen: (threatKey: string) => void;
}

function Row(props: RowProps) {
  const { risk, row, typing, onOpen } = props;
  const isSelected = typing.selected.has(risk.threatKey);
  return (
    <tr aria-selected={isSelected} onKeyDown={(event) => isCell(event.target) && typing.onKeyDown(event, risk)}>
      <td className={styles.typedNumber}>
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('riskAssessment.typed.select', { title: risk.title })}
            onChange={() => typing.toggle(risk.threatKey)}
          />{' '}
          {row + 1}
        </label>
      </td>
      <th scope="row">
        <Button
          appearance="transparent"
          className={assessmentStyles.assessOpen}
          tabIndex={-1}
          onClick={() => onOpen(risk.threatKey)}
        >
          {risk.title}
        </Button>
        {risk.notRelevant && (
          <span className={`quiet ${styles.typedAside}`}>
            {t('riskAssessment.table.notRelevant', { reason: risk.notRelevant })}
          </span>
        )}
      </th>
      {typedColumns.map((column, position) => (
        <Cell key={column} {...props} column={column} position={position} />
      ))}
      {stages.map((stage) => {
        const cell = risk.stages[stage];
        return <td key={stage}>{cell && <LevelTag level={cell.level} />}</td>;
      })}
    </tr>
  );
}

const originOf = ({ own, inherited, suggested }: TypedCell) => {
  if (own !== undefined || (inherited ?? suggested) === undefined) return 'own';
  return inherited === undefined ? 'suggested' : 'inherited';
};

const isCell = (target: EventTarget) => target instanceof HTMLElement && target.dataset['cell'] !== undefined;

function Cell({
  draft,
  risk,
  row,
  typing,
  suggestion,
  column,
  position,
}: RowProps & { column: TypedColumn; position: number }) {
  const { own, inherited, suggested } = cellOf(risk, typing.place, column, suggestion);
  const shown = own ?? inherited ?? suggested;
  const word = shown === undefined ? undefined : stepsOf(draft.view.scale, column)[shown - 1]?.word;
  const isHere = typing.at.row === row && typing.at.column === position;
  const origin = originOf({ own, inherited, suggested });
  const said = shown === undefined ? t('riskAssessment.controls.effect.notAssessed') : stepText(shown, word);
  return (
    <td
      className={mergeClasses(styles.typedCell, styles[`typed-${origin}`])}
      data-cell={`${row}.${position}`}
      tabIndex={isHere ? 0 : -1}
      aria-label={[
        t('riskAssessment.typed.cell', { number: row + 1, column: columnTitle(column), step: said }),
        ...(origin === 'own' ? [] : [t(`riskAssessment.typed.${origin}`)]),
      ].join(', ')}
      aria-disabled={Boolean(risk.notRelevant)}
      title={shown === undefined ? undefined : said}
      onFocus={() => typing.setAt({ row, column: position })}
    >
      {risk.notRelevant ? '' : (shown ?? '·')}
    </td>
  );
}

/** Suggestions from similar assets and the short form, with a button that applies them to empty fields. */
function Suggested({ typing, suggestions }: { typing: Typing; suggestions: ReadonlyMap<string, Suggestion> }) {
  const { open } = typing;
  if (open.length === 0) return null;
  const sources = open.flatMap(({ threatKey }) => {
    const from = suggestions.get(threatKey)?.from;
    if (!from) return [];
    return [from.kind === 'asset' ? from.asset.title : t('riskAssessment.typed.fromQuick')];
  });
  return (
    <div className={`card-row ${styles['typed-suggested']}`}>
      <p>
        {t('riskAssessment.typed.suggestions', { count: open.length, sources: [...new Set(sources)].join(', ') })}{' '}
        <span className="quiet">{t('riskAssessment.typed.suggestionsText')}</span>
      </p>
      <Button onClick={() => typing.suggest(open)}>{t('riskAssessment.typed.useAll')}</Button>
    </div>
  );
}

function Chosen({ typing }: { typing: Typing }) {
  const { chosen } = typing;
  return (
    <div className={`card-row ${styles.typedChosen}`}>
      <p role="status">{chosen.length > 0 && t('riskAssessment.typed.chosen', { count: chosen.length })}</p>
      {chosen.length > 0 && (
        <>
          <Button onClick={() => typing.setAside(chosen)}>{t('riskAssessment.mark.notRelevant')}</Button>
          <Button onClick={() => typing.suggest(chosen)}>{t('riskAssessment.typed.use')}</Button>
          <Button appearance="subtle" onClick={typing.clear}>
            {t('riskAssessment.typed.clear')}
          </Button>
        </>
      )}
    </div>
  );
}
