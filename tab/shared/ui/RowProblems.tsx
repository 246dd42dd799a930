import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useId } from 'react';
import { saveText } from '../read-file.ts';
import { t } from '../texts/texts.ts';
import { DataTable, type Column } from './DataTable.tsx';

export interface RowProblem {
  /** Line in the file, the heading is 1. */
  line: number;
  /** Number of lines with the same problem, this one first. */
  lines?: number;
  /** The file's text, where the problem does not include it. */
  text?: string;
  /** The problem, and its remedy. */
  what: string;
  /** Severity in words, where there are several. */
  severity?: string;
}

/** Most rows on the screen; the text for correcting the file has them all. */
const mostShown = 100;

/** Each unusable row with its remedy; also as a text for correcting the file. */
export function RowProblems(props: {
  title: string;
  /** What happens to the rest. */
  lead: string;
  fileName: string;
  problems: readonly RowProblem[];
  /** Of all, including those not listed. */
  count: number;
}) {
  const { title, problems, count } = props;
  const shown = problems.slice(0, mostShown);
  const id = useId();
  const save = () =>
    saveText(t('files.sheet.problemFile', { name: props.fileName }), [
      ...problems.map((problem) => {
        const { severity, text, what } = problem;
        return `${lineText(problem)}: ${[severity, text, what].filter(Boolean).join(' – ')}`;
      }),
      ...(problems.length < count ? [t('files.sheet.andMore', { count: count - problems.length })] : []),
    ]);
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h3 className="card-title" id={id}>
          {title}
        </h3>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('files.sheet.download')}
        </Button>
      </div>
      <p className="section-text">
        {props.lead} {shown.length < count && t('files.sheet.some', { shown: shown.length, count })}
      </p>
      <DataTable
        caption={title}
        columns={columnsOf(shown)}
        rows={shown.map((problem, position) => ({ ...problem, position }))}
        rowKey={({ position }) => String(position)}
      />
    </section>
  );
}

/** `Række 4`, or `Række 4 og 310 flere` for a repeated problem. */
const lineText = ({ line, lines = 1 }: RowProblem): string =>
  lines > 1 ? t('files.sheet.lineAndMore', { line, count: lines - 1 }) : `${t('files.sheet.line')} ${line}`;

const columnsOf = (problems: readonly RowProblem[]): Column<RowProblem>[] => [
  { key: 'line', title: t('files.sheet.line'), short: true, cell: lineText },
  ...(problems.some(({ severity }) => severity !== undefined)
    ? [{ key: 'severity', title: t('files.sheet.severity'), short: true, cell: (row: RowProblem) => row.severity }]
    : []),
  ...(problems.some(({ text }) => text !== undefined)
    ? [{ key: 'text', title: t('files.sheet.inFile'), cell: (row: RowProblem) => row.text }]
    : []),
  { key: 'what', title: t('files.sheet.what'), cell: ({ what }) => what },
];
