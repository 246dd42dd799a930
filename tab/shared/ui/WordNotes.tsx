import type { WordNotes as Notes } from '../../../api/word/contract.ts';
import { textOf, t } from '../texts/texts.ts';
import { Notice } from './Notice.tsx';

/** Parts of a Word document that were not imported, and the words before them. */
export function WordNotes({ notes }: { notes: Notes | undefined }) {
  if (!notes?.length) return null;
  return (
    <Notice tone="info" title={t('files.word.missing')}>
      <ul>
        {notes.map(({ kind, near }, at) => (
          <li key={at}>
            {textOf(`files.word.note.${kind}`)}
            {near !== '' && ` ${t('files.word.near', { words: near })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
