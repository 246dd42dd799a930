import type { Held } from '../../api/sharepoint/index.ts';

/** For operators: a list's or library's problem, how to restore it, and the command that recreates it. */
export function heldAdvice(list: string, held: Held): string[] {
  const again = 'npm run isms -- provision';
  switch (held.why) {
    case 'gone':
      return [
        `${list} was there and is gone; what depends on it rests.`,
        'Bring it back: SharePoint → Site contents → Recycle bin → restore. It is then taken in by itself.',
        `Only when it is lost for good: ${again} --make-anew ${list} (it will be empty).`,
      ];
    case 'replaced':
      return [
        `Another list called ${list} stands in the place of the one that was there; what depends on it rests.`,
        'Delete or rename the new one, and restore the old one: SharePoint → Site contents → Recycle bin.',
        `To go on with the new one: ${again} --make-anew ${list}.`,
      ];
    case 'columnsGone':
      return [
        `Columns of ${list} were deleted, and their values with them: ${held.columns.join(', ')}.`,
        'SharePoint keeps no deleted column. Restore the whole site from a backup, or go on without the values:',
        ...held.columns.map((column) => `${again} --make-anew ${list}.${column}`),
      ];
    case 'fewer':
      return [
        `${list} lacks ${held.expected - held.items} of ${held.expected} items; without each of them something would be done twice.`,
        'Bring them back: SharePoint → Site contents → Recycle bin → restore. They are then taken in by themselves.',
        `When it is right so: ${again} --take-as-it-is ${list}.`,
      ];
    case 'emptied':
      return [
        `${list} holds ${held.items} items where at least ${held.expected} were; what depends on it rests.`,
        'Bring them back: SharePoint → Site contents → Recycle bin → restore. They are then taken in by themselves.',
        `When it is right so: ${again} --take-as-it-is ${list}.`,
      ];
  }
}
