/** The press that collects what a page tells for the information of the City Council (R11). */
export const collecting = {
  press: 'Tell the City Council',
  pressOf: 'Tell the City Council: {{title}}',
  busy: 'Adding',
  done: 'Added to the information of the City Council',
  is: 'Will be told to the City Council',
  isOf: 'Will be told to the City Council: {{title}}',
  undo: 'Undo',
  undoOf: 'Undo: {{title}} will be told to the City Council',
  undoBusy: 'Taking out',
  undone: 'Taken out of the information',
};
