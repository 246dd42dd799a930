import type { ProcedureVersionView } from '../../api/procedures/contract.ts';
import { textOf, t } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';

/** What of a Word file did not come along into its text, and after which words it stands. */
export function FileNotes({ notes }: { notes: ProcedureVersionView['fileNotes'] }) {
  if (!notes?.length) return null;
  return (
    <Notice tone="info" title={t('procedures.read.notes')}>
      <ul>
        {notes.map(({ kind, near }, at) => (
          <li key={at}>
            {textOf(`procedures.read.note.${kind}`)}
            {near !== '' && ` ${t('procedures.read.near', { words: near })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
