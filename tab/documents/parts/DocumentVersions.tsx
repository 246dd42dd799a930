import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { VersionRow } from '../../../api/documents/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';

interface Props {
  versions: readonly VersionRow[];
  /** On the document's own page. */
  path: string;
  words: { title: string; number: string; validFrom: string };
  tag: (state: VersionRow['state']) => ReactNode;
  className?: string | undefined;
}

const columns = ({ path, words, tag }: Props): Column<VersionRow>[] => [
  {
    key: 'number',
    title: words.number,
    cell: ({ key, number, title }) => (
      <Link href={`${path}?version=${encodeURIComponent(key)}`}>
        {number} – {title}
      </Link>
    ),
  },
  { key: 'state', title: t('common.word.status'), cell: ({ state }) => tag(state) },
  {
    key: 'validFrom',
    title: words.validFrom,
    short: true,
    cell: ({ validFrom }) => (validFrom ? asDate(validFrom) : '–'),
  },
];

/** Every version, newest first, each to be read. */
export const DocumentVersions = (props: Props) => (
  <section className={`section ${props.className ?? ''}`} aria-labelledby="versions">
    <h2 className="section-title" id="versions">
      {props.words.title}
    </h2>
    <DataTable
      caption={props.words.title}
      columns={columns(props)}
      rows={[...props.versions].sort((one, other) => other.number - one.number)}
      rowKey={({ key }) => key}
    />
  </section>
);
