import { bot as da } from '../../api/texts/da/bot.ts';
import { bot as en } from '../../api/texts/en/bot.ts';
import { commandNames } from './command.ts';

/** A suggestion in the command menu: the title is also the message. */
export interface CommandSuggestion {
  title: string;
  description: string;
}

/** The commands for the manifest: titles of at most 32 characters, descriptions of at most 128. */
export const commandList: Readonly<Record<'da' | 'en', readonly CommandSuggestion[]>> = {
  da: commandNames.map((name) => ({ ...da.command[name] })),
  en: commandNames.map((name) => ({ ...en.command[name] })),
};
