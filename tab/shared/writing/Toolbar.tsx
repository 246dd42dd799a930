import { Button, Select } from '@fluentui/react-components';
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { TextBoldRegular } from '@fluentui/react-icons/svg/text-bold';
import { TextBulletListRegular } from '@fluentui/react-icons/svg/text-bullet-list';
import { TextIndentDecreaseRegular } from '@fluentui/react-icons/svg/text-indent-decrease';
import { TextIndentIncreaseRegular } from '@fluentui/react-icons/svg/text-indent-increase';
import { TextItalicRegular } from '@fluentui/react-icons/svg/text-italic';
import { TextNumberListLtrRegular } from '@fluentui/react-icons/svg/text-number-list-ltr';
import { TextQuoteRegular } from '@fluentui/react-icons/svg/text-quote';
import type { Command } from 'prosemirror-state';
import { useRef, type ComponentType, type KeyboardEvent } from 'react';
import { t } from '../texts/texts.ts';
import { acts, setHeading, type Act, type Status, type TableAct } from './acts.ts';
import styles from './Editor.module.css';

type Tool = readonly [act: Act, icon: ComponentType, keys?: string];
const looks: readonly Tool[] = [
  ['bold', TextBoldRegular, 'Control+B'],
  ['italic', TextItalicRegular, 'Control+I'],
];
const blocks: readonly Tool[] = [
  ['bulletList', TextBulletListRegular, 'Control+Shift+8'],
  ['orderedList', TextNumberListLtrRegular, 'Control+Shift+7'],
  ['quote', TextQuoteRegular, 'Control+Shift+9'],
];
const indents: readonly Tool[] = [
  ['outdent', TextIndentDecreaseRegular, 'Control+['],
  ['indent', TextIndentIncreaseRegular, 'Control+]'],
];
const steps: readonly Tool[] = [
  ['undo', ArrowUndoRegular, 'Control+Z'],
  ['redo', ArrowRedoRegular, 'Control+Y'],
];
const ofTables: readonly TableAct[] = [
  'rowAbove',
  'rowBelow',
  'columnAfter',
  'removeRow',
  'removeColumn',
  'removeTable',
];
const levels = [0, 1, 2, 3];

interface Props {
  label: string;
  controls: string;
  status: Status;
  run: (command: Command) => void;
  onLink: () => void;
}

/** One tab stop: the arrow keys move between buttons, as in every toolbar. */
export function Toolbar({ label, controls, status, run, onLink }: Props) {
  const bar = useRef<HTMLDivElement | null>(null);
  const tool = ([act, Icon, keys]: Tool) => (
    <Button
      key={act}
      appearance="subtle"
      icon={<Icon />}
      aria-label={t(`writing.act.${act}`)}
      title={keys ? `${t(`writing.act.${act}`)} (${keys.replace('Control', 'Ctrl')})` : t(`writing.act.${act}`)}
      aria-pressed={status.on.has(act) || undefined}
      aria-keyshortcuts={keys}
      disabledFocusable={needsPlace.has(act) && !status.can.has(act)}
      className={status.on.has(act) ? styles.writingOn : ''}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(acts[act])}
    />
  );
  return (
    <div
      ref={bar}
      className={styles.writingBar}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      onKeyDown={(event) => moveFocus(event, bar.current)}
    >
      <Select
        className={styles.writingHeading}
        size="small"
        aria-label={t('writing.style')}
        value={String(status.heading)}
        onChange={(_, { value }) => run(setHeading(Number(value)))}
      >
        {levels.concat(status.heading > 3 ? [status.heading] : []).map((level) => (
          <option key={level} value={level}>
            {level === 0 ? t('writing.text') : t('writing.heading', { level })}
          </option>
        ))}
      </Select>
      {looks.map(tool)}
      {blocks.map(tool)}
      {status.inList && indents.map(tool)}
      <Button
        appearance="subtle"
        icon={<LinkRegular />}
        aria-label={t('writing.act.link')}
        title={`${t('writing.act.link')} (Ctrl+K)`}
        aria-keyshortcuts="Control+K"
        aria-pressed={status.link !== undefined || undefined}
        className={status.link === undefined ? '' : styles.writingOn}
        onClick={onLink}
      />
      {tool(['table', TableRegular])}
      {steps.map(tool)}
      {status.inTable && (
        <div className={styles.writingTableActs} role="group" aria-label={t('writing.tableActs')}>
          {ofTables.map((act) => (
            <Button
              key={act}
              size="small"
              appearance="subtle"
              disabledFocusable={act === 'removeRow' && !status.can.has(act)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(acts[act])}
            >
              {t(`writing.act.${act}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const needsPlace: ReadonlySet<Act> = new Set<Act>(['indent', 'outdent', 'table', 'undo', 'redo']);

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !bar) return;
  const stops = [...bar.querySelectorAll<HTMLElement>('button, select')];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[(now + step + stops.length) % stops.length];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
