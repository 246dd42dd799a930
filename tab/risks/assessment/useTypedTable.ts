import { useState, type KeyboardEvent } from 'react';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { stages, views } from '../parts/risk-words.ts';
import type { Draft } from './useAssessment.ts';
import {
  fieldOf,
  nextCell,
  stepsOf,
  suggestedFields,
  typedColumns,
  type Suggestion,
  type TypedPlace,
} from './typed-cells.ts';
import { isAnswered, valueOf } from './estimates.ts';

interface At {
  row: number;
  column: number;
}
const arrows: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The keyboard-entry table: current cell, selected rows, and key bindings. */
export function useTypedTable(draft: Draft, suggestions: ReadonlyMap<string, Suggestion>) {
  const { risks, scale, views: assessed } = draft.view;
  const [place, setPlace] = useState<TypedPlace>({ stage: 'inherent', view: assessed[0] ?? 'dataSubject' });
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [setting, setSetting] = useState<readonly AssessedRisk[]>();

  const go = ({ row, column }: At) => {
    const to = {
      row: Math.min(Math.max(row, 0), risks.length - 1),
      column: Math.min(Math.max(column, 0), typedColumns.length - 1),
    };
    setAt(to);
    document.querySelector<HTMLElement>(`[data-cell="${to.row}.${to.column}"]`)?.focus();
  };
  const toggle = (key: string, on = !selected.has(key)) =>
    setSelected((now) => new Set(on ? [...now, key] : [...now].filter((one) => one !== key)));
  /** Rows of an act: the selected rows if they include the current one, else the current. */
  const targetsOf = (risk: AssessedRisk) =>
    selected.has(risk.threatKey) ? risks.filter(({ threatKey }) => selected.has(threatKey)) : [risk];

  const type = (risk: AssessedRisk, step: number | null) => {
    const column = typedColumns[at.column] ?? 'likelihood';
    if (step !== null && step > stepsOf(scale, column).length) return;
    const targets = targetsOf(risk).filter(({ notRelevant }) => !notRelevant);
    targets.forEach((target) => draft.set(target, fieldOf(place, column), step, false));
    if (step !== null && targets.length === 1) go(nextCell(risks, at));
  };
  const asAbove = (risk: AssessedRisk) => {
    const above = risks[at.row - 1];
    if (!above) return;
    for (const column of typedColumns) {
      const field = fieldOf(place, column);
      draft.set(risk, field, valueOf(above, field), false);
    }
    go({ row: at.row + 1, column: 0 });
  };
  const suggest = (targets: readonly AssessedRisk[]) =>
    targets.forEach((risk) => {
      const suggestion = suggestions.get(risk.threatKey);
      if (suggestion) for (const [field, to] of suggestedFields(risk, suggestion)) draft.set(risk, field, to, false);
    });
  const setAside = (targets: readonly AssessedRisk[]) => {
    if (targets.every(({ notRelevant }) => notRelevant))
      return targets.forEach((risk) => draft.set(risk, 'notRelevant', null));
    setSetting(targets);
  };

  const press = (event: KeyboardEvent, risk: AssessedRisk): boolean => {
    const { key, shiftKey } = event;
    const arrow = arrows[key];
    if (arrow) {
      if (shiftKey && arrow.row !== 0) {
        const next = risks[at.row + arrow.row];
        [risk, ...(next ? [next] : [])].forEach(({ threatKey }) => toggle(threatKey, true));
      }
      go({ row: at.row + arrow.row, column: at.column + arrow.column });
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') {
      setSelected(new Set(risks.map(({ threatKey }) => threatKey)));
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (/^[1-6]$/.test(key)) type(risk, Number(key));
    else if (key === 'Delete' || key === 'Backspace') type(risk, null);
    else if (key === 'Enter') go({ row: at.row + 1, column: 0 });
    else if (key === 'Home') go({ row: at.row, column: 0 });
    else if (key === 'End') go({ row: at.row, column: typedColumns.length - 1 });
    else if (key === ' ') toggle(risk.threatKey);
    else if (key === 'Escape' && selected.size > 0) setSelected(new Set());
    else return pressLetter(key.toLowerCase(), risk);
    return true;
  };
  const pressLetter = (letter: string, risk: AssessedRisk): boolean => {
    if (letter === 'i') setAside(targetsOf(risk));
    else if (letter === 'o') asAbove(risk);
    else if (letter === 'f') suggest(targetsOf(risk));
    else if (letter === 't')
      setPlace(({ stage, view }) => ({ view, stage: stages[(stages.indexOf(stage) + 1) % stages.length] ?? stage }));
    else if (letter === 'k') {
      const offered = views.filter((view) => assessed.includes(view));
      setPlace(({ stage, view }) => ({ stage, view: offered[(offered.indexOf(view) + 1) % offered.length] ?? view }));
    } else return false;
    return true;
  };

  return {
    place,
    setPlace,
    at,
    setAt,
    selected,
    toggle,
    setting,
    setSetting,
    setAside,
    suggest,
    chosen: risks.filter(({ threatKey }) => selected.has(threatKey)),
    clear: () => setSelected(new Set()),
    /** Unanswered threats with a suggestion. */
    open: risks.filter((risk) => suggestions.has(risk.threatKey) && !isAnswered(risk)),
    onKeyDown: (event: KeyboardEvent, risk: AssessedRisk) => {
      if (press(event, risk)) event.preventDefault();
    },
    /** Sets the reason of the rows being set aside. */
    aside: (reason: string) => {
      setting?.forEach((risk) => draft.set(risk, 'notRelevant', reason));
      setSetting(undefined);
      setSelected(new Set());
    },
    back: () => setSetting(undefined),
  };
}
export type Typing = ReturnType<typeof useTypedTable>;
