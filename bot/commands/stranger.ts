import type { Context } from '../../api/context.ts';
import type { Language } from '../../api/kernel/index.ts';
import { strangerCard } from '../actions/index.ts';
import { strangerAccidentCard } from '../incidents/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { understand } from './understand.ts';

/** The answer to whom the directory has not brought yet, or who has left: an accident cannot wait until it has. */
export function answerStranger(context: Context, language: Language, text: string): ChatMessage {
  const understood = understand(text);
  if (understood?.command !== 'accident' && understood?.command !== 'emergency') return strangerCard(context, language);
  const { accident = 'systemDown' } = understood;
  return strangerAccidentCard(context, accident === 'menu' ? 'other' : accident, understood.language ?? language);
}
