import { hoursInWords } from '../../../api/critical-services/hours-in-words.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';

/** Hours in words: "4 timer", "1 døgn". */
export const asHours = (hours: number): string => hoursInWords(t, hours, asNumber);
