const mark = /_moved\d+$/;

/** Subject of the card that tells of a move made at a moment (ISO) of what has the key. */
export const moveSubject = (key: string, movedAt: string): string => `${key}_moved${movedAt.replaceAll(/\D/g, '')}`;
export const isMoveSubject = (subjectKey: string): boolean => mark.test(subjectKey);
/** The key of what was moved; other subjects as they are. */
export const movedKey = (subjectKey: string): string => subjectKey.replace(mark, '');
