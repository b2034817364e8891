/**
 * Hidden files without which the data next to them cannot be read as what they are. They are published even where hidden
 * files are left out; directories of such a name are not. The README lists the same formats and names.
 */
const FORMAT_METADATA: ReadonlyMap<string, readonly string[]> = new Map([
  // Shapes, types, chunks, groups and attributes; without them, a store is a heap of compressed chunks.
  ['Zarr v2', ['.zarray', '.zgroup', '.zattrs', '.zmetadata']],
  // Dimensions and types, as netCDF wrote them before it moved them into those of Zarr.
  ['NCZarr', ['.nczarr', '.nczgroup', '.nczarray', '.nczattr']],
  // Which files are no part of the standard; without it, the data set is not valid.
  ['BIDS', ['.bidsignore']],
]);

const NAMES: ReadonlySet<string> = new Set([...FORMAT_METADATA.values()].flat());

/** Whether a file of this name is metadata of a data format. */
export function isFormatMetadata(name: string): boolean {
  return NAMES.has(name);
}
