/** The press that collects what a page tells for the information of the City Council (R11). */
export const collecting = {
  press: 'Add to the City Council briefing',
  pressOf: 'Add to the City Council briefing: {{title}}',
  busy: 'Adding',
  done: 'Added to the City Council briefing',
  is: 'In the City Council briefing',
  isOf: 'In the City Council briefing: {{title}}',
  undo: 'Undo',
  undoOf: 'Undo: “{{title}}” is in the City Council briefing',
  undoBusy: 'Removing',
  undone: 'Removed from the briefing',
};
