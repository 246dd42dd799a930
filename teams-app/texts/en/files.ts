import type { TextsOf } from '../catalogue.ts';
import type { files as da } from '../da/files.ts';

export const files: TextsOf<typeof da> = {
  drop: 'Drag a file here, or choose it.',
  choose: 'Choose a file',
  another: 'Choose another file',
  remove: 'Remove the file',
  removing: 'Removing the file',
  limit: '{{kinds}}, at most {{size}}',
  kinds: { word: 'Word (.docx)', pdf: 'PDF', picture: 'picture' },
  type: { word: 'Word document', pdf: 'PDF', picture: 'Picture', other: 'File' },
  or: 'or',
  size: { bytes: '{{size}} bytes', kilobytes: '{{size}} kB', megabytes: '{{size}} MB' },
  wrongKind: '{{name}} cannot be used. The file must be {{kinds}}. Save it as that and choose it again.',
  oldWord: '{{name}} is a Word document in the old format. Open it in Word, save it as .docx and choose it again.',
  tooLarge: '{{name}} takes {{size}}, and there is room for {{largest}}. Make it smaller, or choose another.',
  empty: '{{name}} is empty. Choose another file.',
  several: 'There is room for one file only. Choose one at a time.',
  sending: 'Sending {{name}}',
  sent: '{{percent}} sent',
  storing: 'The file has been sent and is being stored',
  stop: 'Stop',
  again: 'Try again',
  open: 'Open the file',
  opening: 'Fetching the file',
};
