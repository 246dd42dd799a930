import { bot as da } from '../../api/texts/da/bot.ts';
import { bot as en } from '../../api/texts/en/bot.ts';
import { commandNames, type CommandName } from './command.ts';

/** A suggestion in the command menu: the title is also the message. */
export interface CommandSuggestion {
  title: string;
  description: string;
}

/** Understood, and named by *hjælp*; Teams' menu takes ten commands. */
const notInMenu: readonly CommandName[] = ['reminders'];
const inMenu = commandNames.filter((name) => !notInMenu.includes(name));

/** The commands for the manifest: at most ten, titles of at most 32 characters, descriptions of at most 128. */
export const commandList: Readonly<Record<'da' | 'en', readonly CommandSuggestion[]>> = {
  da: inMenu.map((name) => ({ ...da.command[name] })),
  en: inMenu.map((name) => ({ ...en.command[name] })),
};
