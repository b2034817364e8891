/** Which paths of a tree a list of patterns selects. */

export {
  type EntryKind,
  type Select,
  type Selection,
  selectedKeys,
  selectionOf,
  selectPaths,
} from './select.ts';
